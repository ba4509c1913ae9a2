import { useQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import type { HotspotDetail } from './hotspot-api.js';
import { stageNames } from './stage-steps.js';
import { hotspotTexts } from './texts.js';
import { timelineQuery, type TimelineEntry } from './work-api.js';
import { workTexts } from './work-texts.js';

/** All that has happened, the latest first, with which organisation did it; and how the place was found. */
export function HistoryTab({ code, hotspot }: { code: string; hotspot: HotspotDetail }) {
  const t = useTexts(hotspotTexts);
  const w = useTexts(workTexts);
  const { data, error, refetch } = useQuery(timelineQuery(code, hotspot.id));
  return (
    <div className="stack">
      <h2>{w('timelineTitle')}</h2>
      {data === undefined && (error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />)}
      {data !== undefined && (
        <ol className="plain-list hotspot-history" aria-label={w('timelineTitle')}>
          {data.map((entry, index) => (
            <Entry key={`${index} ${entry.at} ${entry.kind}`} entry={entry} />
          ))}
        </ol>
      )}
      <section className="stack stack--tight">
        <h3>{t('foundBy')}</h3>
        <p>{hotspot.foundBy ?? t('drawn')}</p>
      </section>
    </div>
  );
} // prettier-ignore

const dayOnly = new Set<TimelineEntry['kind']>(['visit', 'talk']);

function Entry({ entry }: { entry: TimelineEntry }) {
  const w = useTexts(workTexts);
  const f = useFormat();
  const { at, kind, text, by } = entry;
  const said = kind === 'presence' && text !== null ? w('minutes', { count: Number(text) }) : text;
  return (
    <li>
      <strong>
        <What entry={entry} />
      </strong>
      <span className="muted">{dayOnly.has(kind) ? f.date(at) : f.dateTime(at)}</span>
      {by.organisation !== null && <span className="muted">{by.organisation}</span>}
      {said !== null && <p>{said}</p>}
    </li>
  );
}

function What({ entry: { kind, stage } }: { entry: TimelineEntry }) {
  const t = useTexts(hotspotTexts);
  const w = useTexts(workTexts);
  if (kind === 'stage') return stage === null ? null : w('stageTo', { stage: t(stageNames[stage]) });
  return kind === 'found' || kind === 'taken-up' ? w(kind) : w(`kind-${kind}`);
}
