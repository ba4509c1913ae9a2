import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { may, useMembership } from '../api/session.js';
import { isoWeek } from '../ui/format.js';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import { mapViewTexts } from './texts.js';
import type { MapSearch } from './map-search.js';
import { windowAt } from './time-window.js';
import type { MapData } from './use-map-data.js';
import { stepOf } from './use-shown-events.js';

const millisecondsPerWeek = 7 * 86_400_000;

interface CornerProps {
  data: MapData;
  search: MapSearch;
  /** Points on the map now, when the time slider shows a part of them. */
  shown: number;
  demo: boolean;
}

/** Period and count on the map itself, so that a screenshot explains itself, and how many had answered: an empty map may be a silent one. */
export function MapCorner({ data, search, shown, demo }: CornerProps) {
  const t = useTexts(mapViewTexts);
  const f = useFormat();
  const answered = useAnswered();
  const { run, events, filter } = data;
  if (events === undefined) return null;
  // The anhopningar may come long after the events: the period is the filter's own where it has ends.
  const [from = run?.periodFrom ?? '', to = run?.periodTo ?? ''] = [filter.from, filter.to];
  const whole = from === '' || to === '' ? '' : f.period(from, to);
  const window = search.stund === undefined ? null : windowAt(search.stund, stepOf(search));
  const period = window === null ? whole : f.period(window.from, window.to);
  const count = window === null ? t('events', { count: events.total }) : data.tiles === null ? t('events', { count: shown }) : ''; // prettier-ignore
  const unreviewed = events.unreviewed === 0 ? '' : t('unreviewed', { count: events.unreviewed });
  return (
    <span>
      {[period, count, window === null ? unreviewed : '', answered, ...(demo ? [t('demo')] : [])]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}

const lastWeek = () => isoWeek(new Date(Date.now() - millisecondsPerWeek).toISOString());

/** "8 av 9 svarade vecka 46", of the last whole week; empty where nobody is asked or the reader may not know. */
function useAnswered(): string {
  const t = useTexts(mapViewTexts);
  const { code = '' } = useParams({ strict: false });
  const enabled = may(useMembership(), 'coverage:read');
  const [{ year, week: number }] = useState(lastWeek);
  const week = `${year}-W${String(number).padStart(2, '0')}`;
  const { data } = useQuery({
    queryKey: ['coverage', code, week],
    queryFn: () =>
      answer(api.GET('/api/v1/municipalities/{code}/coverage/{week}', { params: { path: { code, week } } })),
    enabled,
  });
  if (data === undefined || data.expected === 0) return '';
  const count = data.reported + data.nothing + data.assessed;
  return t('answered', { answered: count, expected: data.expected, week: number });
}
