import { CopyPicture } from '../ui/copy-picture-button.js';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import { comparedCounts } from './compared-counts.js';
import type { AnalysisRun } from './findings-api.js';
import './findings.css';
import { findingsTexts } from './texts.js';

/** Before and after at the place, around it and in the places compared with, each pair on its own scale of the place. */
export function EffectBars({ run }: { run: AnalysisRun }) {
  const t = useTexts(findingsTexts);
  const f = useFormat();
  const pairs = comparedCounts(run);
  if (pairs.length === 0) return null;
  return (
    <figure className="findings-effect">
      <figcaption>{t('effectTitle')}</figcaption>
      <ul className="plain-list">
        {pairs.map(({ id, name, before, after }) => {
          const most = Math.max(1, before, after);
          return (
            <li key={id}>
              <strong>{id === 'controls' ? t('controls') : name}</strong>
              <Bar kind="before" word={t('before')} share={before / most} figure={f.number(before)} />
              <Bar kind="after" word={t('after')} share={after / most} figure={f.number(after)} />
            </li>
          );
        })}
      </ul>
      <CopyPicture />
    </figure>
  );
}

interface BarProps {
  kind: 'before' | 'after';
  word: string;
  share: number;
  figure: string;
}

function Bar({ kind, word, share, figure }: BarProps) {
  return (
    <span className="findings-bar" data-kind={kind}>
      <span className="small muted">{word}</span>
      <span className="findings-bar-track" aria-hidden>
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <span className="number">{figure}</span>
    </span>
  );
}
