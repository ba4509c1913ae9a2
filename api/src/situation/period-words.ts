import type { Language } from '../hotspots/sentence-wording.js';
import type { SituationPeriod } from './period.js';

type Words = Readonly<Record<Language, string>>;

const months = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const;

/** The period's name: `vecka 47`, `november 2026`, `tertial 3 2026`, `2026`. */
export function periodName({ kind, number, year }: SituationPeriod, language: Language): string {
  const sv = language === 'sv';
  if (kind === 'week') return `${sv ? 'vecka' : 'week'} ${number}`;
  if (kind === 'month') return `${months[language][number - 1]!} ${year}`;
  return kind === 'tertial' ? `tertial ${number} ${year}` : String(year);
}

/** How the sentence says when: `vecka 47`, `i november 2026`, `under tertial 3 2026`. */
export function periodWhen(period: SituationPeriod): Words {
  const name = (language: Language) => periodName(period, language);
  const [sv, en] = { week: ['', 'in '], month: ['i ', 'in '], tertial: ['under ', 'in '], year: ['under ', 'in '] }[period.kind]; // prettier-ignore
  return { sv: `${sv}${name('sv')}`, en: `${en}${name('en')}` };
}

/** What it is compared with, in the sentence. */
export const comparedWith: Readonly<Record<SituationPeriod['kind'], Words>> = {
  week: { sv: 'samma vecka tidigare år', en: 'the same week in earlier years' },
  month: { sv: 'samma veckor tidigare år', en: 'the same weeks in earlier years' },
  tertial: { sv: 'samma veckor tidigare år', en: 'the same weeks in earlier years' },
  year: { sv: 'tidigare år', en: 'earlier years' },
};

/** The period as the subject of a sentence. */
export const theWhole: Readonly<Record<SituationPeriod['kind'], Words>> = {
  week: { sv: 'Veckan', en: 'The week' },
  month: { sv: 'Månaden', en: 'The month' },
  tertial: { sv: 'Tertialen', en: 'The tertial' },
  year: { sv: 'Året', en: 'The year' },
};
