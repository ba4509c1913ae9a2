import { isoWeek } from '../ui/format.js';

export const periodKinds = ['week', 'month', 'tertial', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const audiences = ['internal', 'cooperation', 'public'] as const;
export type Audience = (typeof audiences)[number];

/** What stands in the address of the lägesbild. */
export interface SituationSearch {
  /** `2026-W46`, `2026-11`, `2026-T3` or `2026`; left out: the last whole week. */
  period?: string;
  /** `text`: the text that is edited and approved, instead of the figures; `omraden`: the three areas of a tertial. */
  visa?: 'text' | 'omraden';
  /** For whom the text is; left out: intern. */
  malgrupp?: 'samverkan' | 'publik';
}

/** Reads the address: what has not the form of a period is left out. Whether there is such a one, the API says. */
export function situationSearch(search: Record<string, unknown>): SituationSearch {
  // `vecka` stood here before there were other periods; links to it live on in minutes and letters.
  const asked = search['period'] ?? search['vecka'];
  const year = typeof asked === 'number' && Number.isInteger(asked) ? String(asked) : asked;
  const { visa, malgrupp } = search;
  return {
    ...(typeof year === 'string' && /^\d{4}(-W\d\d|-\d\d|-T\d)?$/.test(year) ? { period: year } : {}),
    ...(visa === 'text' || visa === 'omraden' ? { visa } : {}),
    ...(malgrupp === 'samverkan' || malgrupp === 'publik' ? { malgrupp } : {}),
  };
}

export function audienceOf({ malgrupp }: SituationSearch): Audience {
  return malgrupp === undefined ? 'internal' : malgrupp === 'samverkan' ? 'cooperation' : 'public';
}

export function searchOfAudience(audience: string): Pick<SituationSearch, 'malgrupp'> {
  if (audience === 'cooperation') return { malgrupp: 'samverkan' };
  return audience === 'public' ? { malgrupp: 'publik' } : {};
}

/** The last week that is over, in Sweden, as `2026-W46`. */
export function lastWholeWeek(now: Date): string {
  const { year, week } = isoWeek(new Date(now.getTime() - 7 * 86_400_000).toISOString());
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The running period of a kind and the one before it, which is over. */
export function presets(kind: PeriodKind, now: Date): { readonly running: string; readonly last: string } {
  if (kind === 'week') {
    const { year, week } = isoWeek(now.toISOString());
    return { running: `${year}-W${String(week).padStart(2, '0')}`, last: lastWholeWeek(now) };
  }
  const [year, month] = now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' }).split('-').map(Number) as [number, number]; // prettier-ignore
  if (kind === 'year') return { running: String(year), last: String(year - 1) };
  const text = (count: number) => {
    const length = kind === 'month' ? 12 : 3;
    const [of, number] = [Math.floor(count / length), (count % length) + 1];
    return kind === 'month' ? `${of}-${String(number).padStart(2, '0')}` : `${of}-T${number}`;
  };
  const count = kind === 'month' ? year * 12 + month - 1 : year * 3 + Math.floor((month - 1) / 4);
  return { running: text(count), last: text(count - 1) };
}

export function kindOf(period: string): PeriodKind {
  if (period.includes('W')) return 'week';
  if (period.includes('T')) return 'tertial';
  return period.length > 4 ? 'month' : 'year';
}
