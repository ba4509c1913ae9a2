import { useState, type ReactNode } from 'react';
import { AnswerTable } from '../findings/answer-table.js';
import { EffectBars } from '../findings/effect-bars.js';
import { spansOf, type Span } from '../findings/effort.js';
import type { AnalysisRun } from '../findings/findings-api.js';
import { useAsking } from '../findings/use-asking.js';
import { Waiting } from '../findings/waiting.js';
import { Button } from '../ui/button.js';
import { keepTogether } from '../ui/format.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { addDays, todayInSweden } from '../ui/period.js';
import { DateField } from '../ui/text-field.js';
import { useFormat } from '../ui/use-format.js';
import type { HotspotDetail } from './hotspot-api.js';
import { hotspotTexts } from './texts.js';

interface EffectTabProps {
  code: string;
  hotspot: HotspotDetail;
  /** What can be done with an answer, below it. */
  choose?: (run: AnalysisRun) => ReactNode;
}

/** Did the effort help? Its days, and what happened before and after here and in the places compared with. */
export function EffectTab({ code, hotspot, choose }: EffectTabProps) {
  const t = useTexts(hotspotTexts);
  const f = useFormat();
  const [today] = useState(() => todayInSweden(new Date()));
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [beforeEnds, setBeforeEnds] = useState<string | undefined>(undefined);
  const told = from !== '' && to !== '';
  const spans = told ? spansOf({ from, to, beforeEnds }, today) : null;
  const asking = useAsking(code, spans === null ? null : { question: 'effect', hotspotId: hotspot.id, ...spans });
  const inWords = (span: Span) => f.period(span.from, span.to);
  return (
    <div className="stack stack--wide">
      <div className="stack">
        <h3>{t('effectTitle')}</h3>
        <p>{t('effectLead')}</p>
        <div className="field-pair hotspot-effort">
          <DateField
            label={t('effectFrom')}
            value={from}
            max={today}
            onChange={({ target }) => setFrom(target.value)}
          />
          <DateField
            label={t('effectTo')}
            hint={t('effectToHint')}
            value={to}
            max={today}
            onChange={({ target }) => setTo(target.value)}
          />
        </div>
        {told && spans === null && (
          <Notice tone="caution">
            <p>{t('effectWrong')}</p>
          </Notice>
        )}
        {spans !== null && (
          <p className="muted">
            {t('effectSpans', { before: inWords(spans.before), after: inWords(spans.after) })} {t('effectPool')}
          </p>
        )}
      </div>
      <Waiting asking={asking} />
      {asking.run !== null && <EffectAnswer run={asking.run} earlier={setBeforeEnds} />}
      {asking.run !== null && choose?.(asking.run)}
    </div>
  );
}

interface EffectAnswerProps {
  run: AnalysisRun;
  /** Lets the time before end on another day. */
  earlier: (day: string) => void;
}

function EffectAnswer({ run, earlier }: EffectAnswerProps) {
  const t = useTexts(hotspotTexts);
  const detection = run.parameters['detection'] as { from?: string } | null | undefined;
  const ends = run.status === 'baseline-holds-detection' ? detection?.from : undefined;
  return (
    <div className="stack stack--wide">
      <output className="hotspot-sentence">{keepTogether(run.sentence)}</output>
      {ends !== undefined && (
        <div>
          <Button icon="calendar" onClick={() => earlier(addDays(ends, -1))}>
            {t('effectEarlier')}
          </Button>
        </div>
      )}
      <EffectBars run={run} />
      {run.table.rows.length > 0 && <AnswerTable caption={t('effectRows')} table={run.table} />}
      <section className="stack stack--tight">
        <h4>{t('effectHow')}</h4>
        <ul>
          {[...run.choices, ...run.notices].map((text) => (
            <li key={text}>{keepTogether(text)}</li>
          ))}
        </ul>
        <p>
          <a href={run.method} target="_blank" rel="noreferrer">
            {t('effectMethod')}
          </a>
        </p>
      </section>
    </div>
  );
}
