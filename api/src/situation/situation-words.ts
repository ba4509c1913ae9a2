import { coverageSentence, type WeekCoverage } from '../coverage/coverage.js';
import { dayAndMonth, figure, type Language, numberWord } from '../hotspots/sentence-wording.js';
import type { PeriodKind, SituationPeriod } from './period.js';
import { theWhole } from './period-words.js';
import type { SituationFigures } from './situation.js';

const swedish = {
  event: 'händelse',
  events: 'händelser',
  outside: ['utanför kommunen räknas inte', 'utanför kommunen räknas inte'],
  withoutPlace: [
    'räknas men saknar exakt plats och syns inte på kartan',
    'räknas men saknar exakt plats och syns inte på kartan',
  ],
  unreviewed: ['räknas men är inte granskad än', 'räknas men är inte granskade än'],
  withoutArea: ['ligger inte i något område', 'ligger inte i något område'],
} as const;

const english = {
  event: 'incident',
  events: 'incidents',
  outside: ['outside the municipality is not counted', 'outside the municipality are not counted'],
  withoutPlace: ['has no exact place: counted, but not on the map', 'have no exact place: counted, but not on the map'],
  unreviewed: ['is counted but not reviewed yet', 'are counted but not reviewed yet'],
  withoutArea: ['is not within any area', 'are not within any area'],
} as const;

interface Noticed {
  readonly figures: SituationFigures;
  readonly week: SituationPeriod;
  /** The reader's organisation may not see the police's rows. */
  readonly partial: boolean;
  readonly coverage: WeekCoverage;
}

/** Said where a reader sees a part: the same figures are others for somebody else. */
export function partialPicture(language: Language): string {
  return language === 'sv'
    ? 'Bygger på de rapporter som din organisation får se, utan polisens uppgifter.'
    : 'Based on the reports that your organisation may see, without the police data.';
}

/** What the figures of a week leave out or wait for, each as a sentence; empty for an ordinary week. */
export function situationNotices({ figures, week, partial, coverage }: Noticed, language: Language): string[] {
  const sv = language === 'sv';
  const words = sv ? swedish : english;
  const events = (count: number) => `${figure(count, language)} ${count === 1 ? words.event : words.events}`;
  const { running, outside, withoutPlace, unreviewed, withoutArea, countedTo } = figures;
  const day = dayAndMonth(countedTo, language, week.lastDay);
  const notices: string[] = partial ? [partialPicture(language)] : [];
  if (running)
    notices.push(
      sv
        ? `${theWhole[week.kind].sv} är inte slut. Siffrorna går till och med ${day} och jämförs med samma dagar.`
        : `${theWhole[week.kind].en} is not over. The figures run to ${day} and are compared with the same days.`,
    );
  const tell = (count: number, one: string, several: string) => {
    if (count > 0) notices.push(`${events(count)} ${count === 1 ? one : several}.`);
  };
  tell(outside, words.outside[0], words.outside[1]);
  tell(withoutPlace, words.withoutPlace[0], words.withoutPlace[1]);
  tell(unreviewed, words.unreviewed[0], words.unreviewed[1]);
  if (figures.areas.length > 0) tell(withoutArea, words.withoutArea[0], words.withoutArea[1]);
  const answered = week.kind === 'week' ? coverageSentence(coverage, language) : coverageOfWeeks(coverage, language);
  return answered === '' ? notices : [...notices, answered];
}

/** Silence is not calm: how many of the weekly answers of a longer period came in. Empty where none are expected. */
export function coverageOfWeeks({ expected, silent, waiting }: WeekCoverage, language: Language): string {
  if (expected === 0) return '';
  const [asked, came] = [figure(expected, language), figure(expected - silent - waiting, language)];
  const sv = language === 'sv';
  const answers = sv
    ? `Av ${asked} veckosvar från organisationerna kom ${came} in.`
    : `Of ${asked} weekly answers from the organisations ${came} came in.`;
  if (silent === 0) return answers;
  return sv
    ? `${answers} ${figure(silent, 'sv')} uteblev: en tyst vecka är inte detsamma som en lugn.`
    : `${answers} ${figure(silent, 'en')} did not: a silent week is not the same as a calm one.`;
}

/** How the week is compared, in one line for the page and the document. */
export function situationMethod(figures: SituationFigures, week: SituationPeriod, language: Language): string {
  const sv = language === 'sv';
  const { years, countedTo } = figures;
  const day = dayAndMonth(countedTo, language, week.lastDay);
  const compared = sv ? comparedInSwedish(years, week.kind) : comparedInEnglish(years, week.kind);
  return sv
    ? `${compared} Hot spots: tolv månader till och med ${day}, jämförda med platsens egna tidigare år.`
    : `${compared} Hot spots: twelve months to ${day}, compared with the place's own earlier years.`;
}

function comparedInSwedish(years: number, kind: PeriodKind): string {
  if (years === 0) return 'det vanliga visas efter ett års rapporter.';
  const span = years === 1 ? 'ett tidigare år' : `${numberWord(years, 'sv', 'neuter')} tidigare år`;
  if (kind !== 'week') return `samma veckor i ${span}; nio vanliga perioder av tio ryms inom spannet.`;
  return `samma vecka och veckorna intill i ${span}; nio vanliga veckor av tio ryms inom spannet.`;
}

function comparedInEnglish(years: number, kind: PeriodKind): string {
  if (years === 0) return 'what is usual is shown after a year of reports.';
  const span = years === 1 ? 'one earlier year' : `${numberWord(years, 'en')} earlier years`;
  if (kind !== 'week') return `the same weeks in ${span}; nine ordinary periods in ten stay within the band.`;
  return `the same week and its neighbours in ${span}; nine ordinary weeks in ten stay within the band.`;
}
