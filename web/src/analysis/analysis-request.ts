import type { Question } from '../findings/findings-api.js';
import { daysOf } from '../ui/period.js';
import { questionWords, type AnalysisSearch } from './analysis-search.js';
import { parametersOf, type ParameterName } from './parameters.js';

const sources = { polis: 'police', personal: 'report' } as const;

/** What an expert has chosen: one figure, or the rising edges of bands. */
export type ExpertValues = Readonly<Partial<Record<ParameterName, number | readonly number[]>>>;

/** The expert's values of an address; those that the question does not use, or that are not numbers, are left out. */
export function readValues(parts: readonly string[], question: Question): ExpertValues {
  const values: Partial<Record<ParameterName, number | readonly number[]>> = {};
  for (const part of parts) {
    const [name = '', text = ''] = part.split(':');
    const known = parametersOf[question].find((one) => one === name);
    const numbers = text.split(/[+ ]/).map((piece) => (piece === '' ? Number.NaN : Number(piece)));
    if (known === undefined || numbers.some((number) => !Number.isFinite(number))) continue;
    values[known] = known === 'bandsMetres' || known === 'bandsDays' ? numbers : numbers[0]!;
  }
  return values;
}

export function writeValues(values: ExpertValues): string[] {
  return Object.entries(values).map(([name, value]) => `${name}:${[value].flat().join('+')}`);
}

/** The filter and the expert's values of an address, as the API takes them. */
export function requestOf(search: AnalysisSearch, today: string) {
  const { fraga = 'platser', period = '12m', kategori, kalla, omrade, hotspot, varden = [] } = search;
  const question: Question = questionWords[fraga];
  const values = readValues(varden, question);
  return {
    question,
    ...daysOf(period, today, search),
    ...(kategori === undefined ? {} : { category: [...kategori] }),
    ...(kalla === undefined ? {} : { source: [sources[kalla]] }),
    ...(omrade === undefined ? {} : { area: omrade }),
    ...(hotspot === undefined ? {} : { hotspotId: hotspot }),
    ...(Object.keys(values).length === 0 ? {} : { parameters: values as Record<string, number | number[]> }),
  };
}
