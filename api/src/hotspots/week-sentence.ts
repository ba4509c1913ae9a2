import type { UsualFacts } from './sentence.js';
import { type Language, figure, list, numberWord, withinSentence } from './sentence-wording.js';

/** What the first line of a week's lägesbild is made from. Counts are events of one ISO week. */
export interface WeekFacts {
  readonly week: number;
  /** How the line names another span than a week (`i november 2026`), and what it is compared with. */
  readonly span?: {
    readonly when: Readonly<Record<Language, string>>;
    readonly compared: Readonly<Record<Language, string>>;
  };
  readonly count: number;
  readonly usual: UsualFacts;
  /** Areas and categories in any order; the line names the largest. */
  readonly areas: readonly { readonly name: string; readonly count: number }[];
  readonly categories: readonly { readonly label: Readonly<Record<Language, string>>; readonly count: number }[];
  /** Hot spots that the group works with now. */
  readonly hotspots: number;
}

/** The sentence of the week: how many, against the same week earlier years, where most, what most, and how many places need attention. */
export function weekSentence(facts: WeekFacts, language: Language): string {
  return [amount(facts, language), usual(facts, language), mostly(facts, language), places(facts, language)]
    .filter((part) => part !== null)
    .join(' ');
}

function amount({ week, span, count }: WeekFacts, language: Language): string {
  if (language === 'sv') {
    const when = span?.when.sv ?? `vecka ${week}`;
    if (count === 0) return `Inga händelser rapporterades ${when}.`;
    return `${figure(count, 'sv')} ${count === 1 ? 'händelse' : 'händelser'} ${when}.`;
  }
  const when = span?.when.en ?? `in week ${week}`;
  if (count === 0) return `No incidents were reported ${when}.`;
  return `${figure(count, 'en')} ${count === 1 ? 'incident' : 'incidents'} ${when}.`;
}

function usual({ usual: { status, expected, low, high }, span }: WeekFacts, language: Language): string | null {
  const sv = language === 'sv';
  if (status === 'too-few') return null;
  if (status === 'first-year') {
    return sv ? 'Normalt visas efter ett års rapporter.' : 'What is normal is shown after a year of reports.';
  }
  const band = `${figure(expected, language)} (${figure(low, language)}–${figure(high, language)})`;
  const verdict = {
    sv: { more: 'fler än vanligt', 'as-usual': 'som vanligt', fewer: 'färre än vanligt' },
    en: { more: 'more than usual', 'as-usual': 'as usual', fewer: 'fewer than usual' },
  }[language][status];
  const compared = span?.compared[language] ?? (sv ? 'samma vecka tidigare år' : 'the same week in earlier years');
  return sv
    ? `Det är ${verdict}: ${compared} brukar det vara ${band}.`
    : `That is ${verdict}: the usual figure for ${compared} is ${band}.`;
}

function mostly({ areas, categories, count }: WeekFacts, language: Language): string | null {
  if (count < 3) return null;
  const sv = language === 'sv';
  const place = largest(areas);
  const kinds = largestTied(categories).map((category) => withinSentence(category.label[language]));
  const where =
    place === null
      ? []
      : [
          `${sv ? 'i' : 'in'} ${place.name} (${figure(place.count, language)} ${sv ? 'av' : 'of'} ${figure(count, language)})`,
        ];
  const parts = [
    ...(where.length > 0 ? [`${sv ? 'Flest' : 'Most were'} ${where[0]!}.`] : []),
    ...(kinds.length > 0 ? [`${sv ? 'Vanligast var' : 'Most common:'} ${list(kinds, language)}.`] : []),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

function places({ hotspots }: WeekFacts, language: Language): string | null {
  if (hotspots === 0) return null;
  const word = numberWord(hotspots, language);
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  const one = hotspots === 1;
  if (language === 'sv') return `${capital} ${one ? 'plats' : 'platser'} behöver uppmärksamhet.`;
  return `${capital} ${one ? 'place needs' : 'places need'} attention.`;
}

/** The single largest, or none when two share the lead: a tie has no "most". */
function largest<Row extends { readonly count: number }>(rows: readonly Row[]): Row | null {
  const tied = largestTied(rows);
  return tied.length === 1 ? tied[0]! : null;
}

function largestTied<Row extends { readonly count: number }>(rows: readonly Row[]): Row[] {
  const most = Math.max(0, ...rows.map((row) => row.count));
  const tied = rows.filter((row) => row.count === most);
  return most === 0 || tied.length > 2 ? [] : tied;
}
