import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import type { HotspotDetail } from './hotspot-api.js';
import { stageNames } from './stage-steps.js';
import { hotspotTexts } from './texts.js';

/** What has been decided, the latest first, and how the place was found. */
export function HistoryTab({ hotspot }: { hotspot: HotspotDetail }) {
  const t = useTexts(hotspotTexts);
  const f = useFormat();
  const steps = hotspot.stages.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <div className="stack">
      <ol className="plain-list hotspot-history" aria-label={t('historyCaption')}>
        {steps.map(({ stage, at, note }, index) => (
          <li key={`${at}${stage}`}>
            <strong>{t(stageNames[stage])}</strong>
            <span className="muted">{f.dateTime(at)}</span>
            {index === steps.length - 1 && <span>{t('taken')}</span>}
            {note !== null && <p>{note}</p>}
          </li>
        ))}
      </ol>
      <section className="stack stack--tight">
        <h3>{t('foundBy')}</h3>
        <p>{hotspot.foundBy ?? t('drawn')}</p>
      </section>
    </div>
  );
}
