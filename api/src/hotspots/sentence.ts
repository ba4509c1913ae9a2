import { type PeopleFacts, peopleSentence } from './people-sentence.js';
import {
  type CalendarDay,
  type Language,
  aboutWhen,
  dayAndMonth,
  dayCount,
  duration,
  everyNth,
  figure,
  hours,
  list,
  numberWord,
  weekdayNames,
  withinSentence,
} from './sentence-wording.js';

/** How a place's count stands against its own history. */
export interface UsualFacts {
  readonly status: 'more' | 'as-usual' | 'fewer' | 'first-year' | 'too-few';
  /** Expected count for the same weeks, and the band it normally stays within. Not read for the last two statuses. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** With `too-few`: how many more events would be enough. */
  readonly neededMore?: number;
}

/** Everything the sentence about a place may say. Counts are events; days are calendar days in Europe/Stockholm. */
export interface PlaceFacts {
  readonly name: string | null;
  readonly count: number;
  /** Crimes within the events; said only when there are more crimes than events. */
  readonly crimeCount: number;
  /** The first day counted when the period is still running; null when it is closed and both its ends are said. */
  readonly since: CalendarDay | null;
  readonly periodFrom: CalendarDay;
  readonly periodTo: CalendarDay;
  /** Events here, and all placed events of the same period and filter in the municipality. */
  readonly shareOfMunicipality: { readonly numerator: number; readonly denominator: number } | null;
  readonly areaSquareMetres: number;
  readonly usual: UsualFacts;
  /** Against where people live, work and move; `none` when nothing is loaded, so that nothing may be said about risk. */
  readonly baseline: 'none' | PeopleFacts;
  readonly categories: readonly {
    readonly code: string;
    readonly label: Readonly<Record<Language, string>>;
    readonly count: number;
  }[];
  /** 1 is Monday; `toHour` at or before `fromHour` is after midnight; `share` of the events in the slot, 0 to 1. */
  readonly hotTimes: readonly {
    readonly weekdays: readonly number[];
    readonly fromHour: number;
    readonly toHour: number;
    readonly share: number;
  }[];
  readonly change: { readonly direction: 'up' | 'down'; readonly sinceDate: CalendarDay } | null;
  /** Reporting organisations, and different days, that the events come from. */
  readonly sources: number;
  readonly dates: number;
}

export type ClaimKind = 'concentration' | 'usual' | 'what-and-when' | 'change' | 'sources' | 'baseline';

export interface Claim {
  readonly kind: ClaimKind;
  readonly text: string;
}

/** FIFA's 105 × 68 m, the measure that people see before them. */
const pitchSquareMetres = 7140;

/**
 * Says in words what is known about a place, one claim at a time, each naming what it compares with: how much and how
 * concentrated (always), against its own history, what and when, change, what it rests on, and what cannot be known.
 * A probability is never worded. `text` is the name and the claims in reading order. Design: docs/methods/sentence.md.
 */
export function placeSentence(facts: PlaceFacts, language: Language): { claims: Claim[]; text: string } {
  const said: [ClaimKind, string | null][] = [
    ['concentration', concentration(facts, language)],
    ['usual', usual(facts, language)],
    ['what-and-when', whatAndWhen(facts, language)],
    ['change', change(facts, language)],
    ['sources', restsOn(facts, language)],
    ['baseline', people(facts, language)],
  ];
  const claims = said.flatMap(([kind, text]) => (text === null ? [] : [{ kind, text }]));
  const body = claims.map((claim) => claim.text).join(' ');
  return { claims, text: facts.name === null ? body : `${facts.name}: ${body}` };
}

function concentration(facts: PlaceFacts, language: Language): string {
  if (facts.count === 0) return `${language === 'sv' ? 'Inga händelser' : 'No incidents'} ${period(facts, language)}.`;
  const amount = `${events(facts, language)} ${period(facts, language)}`;
  if (facts.usual.status === 'too-few') return `${amount}.`;
  const details = [share(facts, language), area(facts.areaSquareMetres, language)].filter((part) => part !== null);
  return `${[amount, ...details].join(', ')}.`;
}

function events({ count, crimeCount }: PlaceFacts, language: Language): string {
  const noun = language === 'sv' ? (count === 1 ? 'händelse' : 'händelser') : count === 1 ? 'incident' : 'incidents';
  const crimes = language === 'sv' ? 'brott' : 'crimes';
  const more = crimeCount > count ? ` (${figure(crimeCount, language)} ${crimes})` : '';
  return `${figure(count, language)} ${noun}${more}`;
}

function period(facts: PlaceFacts, language: Language): string {
  const sv = language === 'sv';
  if (facts.usual.status === 'too-few') {
    return `${sv ? 'på' : 'in'} ${duration(facts.periodFrom, facts.periodTo, language)}`;
  }
  if (facts.since !== null) {
    return `${sv ? 'sedan' : 'since'} ${dayAndMonth(facts.since, language, facts.periodTo)}`;
  }
  const from = dayAndMonth(facts.periodFrom, language, facts.periodTo);
  const to = dayAndMonth(facts.periodTo, language);
  return sv ? `från ${from} till ${to}` : `from ${from} to ${to}`;
}

/** `var femte i kommunen`: exact enough to be checked, never finer than the figures carry. */
function share({ shareOfMunicipality }: PlaceFacts, language: Language): string | null {
  if (shareOfMunicipality === null || shareOfMunicipality.denominator <= 0) return null;
  const ratio = shareOfMunicipality.numerator / shareOfMunicipality.denominator;
  const sv = language === 'sv';
  const where = sv ? 'i kommunen' : 'in the municipality';
  if (ratio < 0.01) return null;
  if (ratio >= 1) return `${sv ? 'alla' : 'all'} ${where}`;
  if (ratio >= 0.95) return `${sv ? 'nästan alla' : 'almost all'} ${where}`;
  if (Math.abs(ratio - 0.5) < 0.03) return `${sv ? 'hälften av alla' : 'half of all'} ${where}`;
  const n = Math.round(1 / ratio);
  const miss = Math.abs(ratio * n - 1);
  if (n < 3 || n > 10 || miss > 0.1) {
    return `${figure(ratio * 100, language)} ${sv ? 'procent av alla' : 'percent of all'} ${where}`;
  }
  const roughly = miss <= 0.04 ? '' : sv ? 'ungefär ' : 'about ';
  return `${roughly}${everyNth(n, language)} ${where}`;
}

function area(squareMetres: number, language: Language): string | null {
  if (squareMetres <= 0) return null;
  const sv = language === 'sv';
  const pitches = squareMetres / pitchSquareMetres;
  if (pitches < 0.75) {
    const rounded = Math.max(100, Math.round(squareMetres / 100) * 100);
    return `${sv ? 'på en yta av' : 'on an area of'} ${figure(rounded, language)}\u00a0m²`;
  }
  if (pitches > 30) {
    return `${sv ? 'på en yta av' : 'on an area of'} ${figure(squareMetres / 1e6, language, 1)}\u00a0km²`;
  }
  const like = sv ? 'på en yta som' : 'on an area the size of';
  if (pitches >= 1.25 && pitches < 1.75) {
    return `${like} ${sv ? 'en och en halv fotbollsplan' : 'one and a half football pitches'}`;
  }
  const whole = Math.round(pitches);
  const noun = sv ? (whole === 1 ? 'fotbollsplan' : 'fotbollsplaner') : whole === 1 ? 'pitch' : 'pitches';
  if (sv) return `${like} ${numberWord(whole, 'sv')} ${noun}`;
  return `${like} ${whole === 1 ? 'a' : numberWord(whole, 'en')} football ${noun}`;
}

function usual(facts: PlaceFacts, language: Language): string {
  const { status, neededMore } = facts.usual;
  const sv = language === 'sv';
  if (status === 'first-year') {
    return sv ? 'Normalt visas efter ett års rapporter.' : 'What is normal is shown after a year of reports.';
  }
  if (status === 'too-few') {
    const tooFew = sv
      ? 'För få för att avgöra om det är fler än väntat.'
      : 'Too few to tell whether that is more than expected.';
    if (neededMore === undefined || neededMore <= 0) return tooFew;
    const more = numberWord(neededMore, language);
    if (sv) return `${tooFew} Det behövs minst ${more} till.`;
    return `${tooFew} At least ${more} more ${neededMore === 1 ? 'is' : 'are'} needed.`;
  }
  return ownHistory(facts, language);
}

function ownHistory(
  { count, usual: { status, expected, low, high }, periodFrom, periodTo }: PlaceFacts,
  language: Language,
) {
  const sv = language === 'sv';
  const wholeYear = dayCount(periodFrom, periodTo) >= 350;
  const band = `${normalFigure(expected, language)} (${normalFigure(low, language)}–${normalFigure(high, language)})`;
  const when = sv ? (wholeYear ? 'på ett år' : 'samma veckor') : wholeYear ? 'in a year' : 'in the same weeks';
  const start = sv ? `Här brukar det vara ${band} ${when}` : `The usual figure here is ${band} ${when}`;
  if (status === 'more') return `${start}.`;
  if (count > high) {
    return sv
      ? `${start}. Det är fler nu, men skillnaden är inte säker.`
      : `${start}. There are more now, but the difference is not certain.`;
  }
  const verdict = {
    sv: { 'as-usual': 'så det är som vanligt', fewer: 'så det är färre än vanligt' },
    en: { 'as-usual': 'so this is as usual', fewer: 'so this is fewer than usual' },
  }[language][status === 'fewer' ? 'fewer' : 'as-usual'];
  return `${start}, ${verdict}.`;
}

/** Whole events; a decimal only where rounding would hide the whole figure. */
function normalFigure(value: number, language: Language): string {
  return figure(value, language, value > 0 && value < 2 ? 1 : 0);
}

function whatAndWhen(facts: PlaceFacts, language: Language): string | null {
  if (facts.count < 3) return null;
  const what = mostly(facts, language);
  const when = times(facts, language);
  const sv = language === 'sv';
  if (what === null && when === null) return null;
  if (what === null) return `${sv ? 'Oftast' : 'Most often'} ${when!.replace(/^oftast /, '')}.`;
  return when === null ? `${what}.` : `${what}, ${sv ? '' : onWhen(when)}${when}.`;
}

/** English: `on Friday`, but `every day` and `mostly 17:00–03:00`. */
function onWhen(when: string): string {
  if (when.startsWith('every')) return '';
  return /^\d/.test(when) ? 'mostly ' : 'on ';
}

function mostly({ categories, count }: PlaceFacts, language: Language): string | null {
  const ranked = [...categories].filter((category) => category.count > 0).sort((a, b) => b.count - a.count);
  const [first, second] = ranked;
  if (first === undefined) return null;
  const sv = language === 'sv';
  const label = withinSentence(first.label[language]);
  if (ranked.length === 1) return `${sv ? 'Alla gäller' : 'All concern'} ${label}`;
  const both = second !== undefined && second.count >= 0.7 * first.count && first.count + second.count >= 0.6 * count;
  if (both) {
    return `${sv ? 'Mest' : 'Mostly'} ${list([label, withinSentence(second.label[language])], language)}`;
  }
  if (first.count < 0.4 * count) return `${sv ? 'Blandat, flest gäller' : 'Mixed, most concern'} ${label}`;
  return `${sv ? 'Mest' : 'Mostly'} ${label}`;
}

function times({ hotTimes }: PlaceFacts, language: Language): string | null {
  const [first, second] = hotTimes.filter((slot) => slot.share >= 0.2 && slot.weekdays.length > 0);
  if (first === undefined) return null;
  // Five days that have no name of their own say only the hours; what is most of the week needs no second slot.
  if (first.weekdays.length >= 5) {
    const days = isNamedStretch(first.weekdays) ? weekdayNames(first.weekdays, language) : '';
    const clock = hours(first.fromHour, first.toHour, language);
    if (days === '' && clock === '') return null;
    return days === '' ? `${language === 'sv' ? 'oftast ' : ''}${clock}` : joined([days, clock]);
  }
  const both = second !== undefined && (second.weekdays.length < 5 || isNamedStretch(second.weekdays));
  const slots = (both ? [first, second] : [first]).map((slot) =>
    joined([weekdayNames(slot.weekdays, language), hours(slot.fromHour, slot.toHour, language)]),
  );
  return slots.join(language === 'sv' ? ' samt ' : ' and ');
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/** All days, or weekdays: what has a word of its own. */
function isNamedStretch(days: readonly number[]): boolean {
  const sorted = [...new Set(days)].sort((a, b) => a - b).join('');
  return sorted === '1234567' || sorted === '12345';
}

function change(facts: PlaceFacts, language: Language): string | null {
  if (facts.change === null) return null;
  const since = aboutWhen(facts.change.sinceDate, language, facts.periodTo);
  const up = facts.change.direction === 'up';
  if (language === 'sv') return `Har ${up ? 'ökat' : 'minskat'} sedan ${since}.`;
  return `Has ${up ? 'increased' : 'decreased'} since ${since}.`;
}

/** A place that rests on one reporter or one night says so. */
function restsOn({ count, sources, dates }: PlaceFacts, language: Language): string | null {
  if (count < 2) return null;
  const sv = language === 'sv';
  const parts = [
    ...(sources === 1 ? [sv ? 'en enda källa' : 'a single source'] : []),
    ...(dates === 1 ? [sv ? 'en enda dag' : 'a single day'] : dates === 2 ? [sv ? 'två dagar' : 'two days'] : []),
  ];
  return parts.length === 0 ? null : `${sv ? 'Bygger på' : 'Based on'} ${list(parts, language)}.`;
}

/** What is shown is always said; what cannot be shown or known only where much is seen. */
function people({ baseline, count, usual: { status } }: PlaceFacts, language: Language): string | null {
  const facts: PeopleFacts = baseline === 'none' ? { status: 'none' } : baseline;
  const isShown = facts.status === 'more' || facts.status === 'one-baseline-only';
  if (count === 0 || (!isShown && (status === 'too-few' || status === 'fewer'))) return null;
  return peopleSentence(facts, language);
}
