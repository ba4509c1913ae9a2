import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import { mapViewTexts } from './texts.js';
import type { MapData } from './use-map-data.js';

/** Period and count on the map itself, so that a screenshot explains itself. */
export function MapCorner({ data, demo }: { data: MapData; demo: boolean }) {
  const t = useTexts(mapViewTexts);
  const f = useFormat();
  const { run, events } = data;
  if (run === undefined || events === undefined) return null;
  const period = run.periodFrom === '' ? '' : f.period(run.periodFrom, run.periodTo);
  return (
    <span>
      {[period, t('events', { count: events.total }), ...(demo ? [t('demo')] : [])].filter(Boolean).join(' · ')}
    </span>
  );
}
