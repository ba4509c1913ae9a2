import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTexts } from '../ui/language.js';
import { todayInSweden } from '../ui/period.js';
import { uiTexts } from '../ui/texts.js';
import { useFormat } from '../ui/use-format.js';
import { runsOf, type FilterWords } from './filter-chips.js';
import { ownersQuery } from './map-api.js';
import { tertialYear, type MapPeriod } from './map-period.js';
import type { MapSearch } from './map-search.js';
import { mapViewTexts } from './texts.js';
import { toolTexts } from './tool-texts.js';
import type { MapData } from './use-map-data.js';

const twoDigits = (hour: number) => String(hour).padStart(2, '0');

/** A period's name as it is said: "Tertial 2 2026". */
export function usePeriodName(): (period: MapPeriod) => string {
  const t = useTexts(mapViewTexts);
  const tools = useTexts(toolTexts);
  const [today] = useState(() => todayInSweden(new Date()));
  return (period) => {
    if (period === 'forra' || period === 'fjolveckor') return tools(`p${period}`);
    if (period === 't1' || period === 't2' || period === 't3') {
      const number = Number(period.slice(1));
      return tools('pt', { number, year: String(tertialYear(number, today)) });
    }
    return t(`p${period}`);
  };
}

/** The words of the filter's chips. */
export function useFilterWords(code: string, data: Pick<MapData, 'areas' | 'categoryNames'>): FilterWords {
  const t = useTexts(mapViewTexts);
  const tools = useTexts(toolTexts);
  const ui = useTexts(uiTexts);
  const f = useFormat();
  const periodName = usePeriodName();
  const organisations = useQuery(ownersQuery(code)).data;
  return useMemo((): FilterWords => {
    const list = (parts: readonly string[]) => parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${tools('and')} ${parts.at(-1)}`; // prettier-ignore
    const day = (number: number) => ui(`day${number as 1}`);
    return {
      period: ({ period = '12m', fran, till }: MapSearch) =>
        period === 'egen'
          ? [fran, till].map((one) => (one === undefined ? '…' : f.date(one, 'numeric'))).join(' – ')
          : periodName(period),
      category: (one) => data.categoryNames.get(one) ?? one,
      source: (name) => t(name),
      area: (id) => data.areas.find((area) => area.id === id)?.name ?? t('area'),
      organisation: (id) => organisations?.find((one) => one.id === id)?.name ?? tools('organisationUnknown'),
      severity: (levels) =>
        tools('severityChip', { levels: list(levels.map((level) => tools(`severity${level as '1'}`))) }),
      weekdays: (days) => list(runsOf(days.map(Number), 1, 7).map(([from, to]) => (from === to ? day(from) : `${day(from)}–${day(to)}`))), // prettier-ignore
      hours: (hours) => list(runsOf(hours.map(Number), 0, 24).map(([from, to]) => tools('hourRun', { from: twoDigits(from), to: twoDigits((to + 1) % 24) }))), // prettier-ignore
      near: (metres) => tools('nearChip', { distance: f.distance(metres) }),
      drawn: tools('drawnChip'),
    };
  }, [t, tools, ui, f, periodName, organisations, data.areas, data.categoryNames]);
}
