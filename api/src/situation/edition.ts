import { type HotTime, hotTimes } from '../analysis/aoristic.js';
import {
  dayAndMonth,
  daySpan,
  figure,
  hours,
  type Language,
  list,
  weekdayNames,
} from '../hotspots/sentence-wording.js';
import type { AreaStatus } from './area-status.schema.js';
import type { PeriodKind } from './period.js';
import type { SituationBody } from './situation.schema.js';

/** For whom a lägesbild is told: those who work together inside, the parties of the cooperation, or everybody. */
export const audiences = ['internal', 'cooperation', 'public'] as const;
export type Audience = (typeof audiences)[number];

export const sectionIds = ['amount', 'areas', 'consequences', 'silence', 'done', 'promises', 'clusters', 'when', 'places', 'decisions', 'coming'] as const; // prettier-ignore
export type SectionId = (typeof sectionIds)[number];

/** The headings that the law asks of a yearly lägesbild: 4 § lagen (2023:196). */
export const statutoryParts = ['survey', 'other', 'analysis'] as const;
export type StatutoryPart = (typeof statutoryParts)[number];

const partOf: Readonly<Partial<Record<SectionId, StatutoryPart>>> = {
  amount: 'survey',
  areas: 'survey',
  consequences: 'survey',
  silence: 'other',
  done: 'other',
  promises: 'other',
  clusters: 'analysis',
  when: 'analysis',
  places: 'analysis',
};

const hiddenFrom: Readonly<Record<Audience, readonly SectionId[]>> = {
  internal: [],
  cooperation: ['silence', 'places'],
  public: ['consequences', 'silence', 'places', 'areas', 'clusters', 'when', 'decisions', 'coming'],
};

/** What somebody does, as the text needs it. */
export interface ToldAction {
  readonly what: string;
  readonly ownerFunction: string;
  readonly organisation: string;
  readonly due: string | null;
}

export interface EditionFacts {
  readonly body: SituationBody;
  readonly statuses: readonly AreaStatus[];
  readonly decided: readonly ToldAction[];
  readonly done: readonly ToldAction[];
  readonly coming: readonly { readonly date: string; readonly endDate: string; readonly title: string }[];
  /** The figures that everybody may read; in the public edition they stand instead of all others. */
  readonly published: string;
}

export interface GeneratedSection {
  readonly id: SectionId;
  readonly part: StatutoryPart | null;
  readonly heading: string;
  readonly text: string;
}

const headings: Readonly<Record<SectionId, Readonly<Record<Language, string>>>> = {
  amount: { sv: 'Omfattning', en: 'How much' },
  areas: { sv: 'Områdena', en: 'The areas' },
  consequences: { sv: 'Konsekvenser', en: 'Consequences' },
  silence: { sv: 'Vem som har rapporterat', en: 'Who has reported' },
  done: { sv: 'Genomförda åtgärder', en: 'Actions done' },
  promises: { sv: 'Medborgarlöften', en: 'Promises to residents' },
  clusters: { sv: 'Nya, kvarstående och avklingande anhopningar', en: 'New, persisting and fading clusters' },
  when: { sv: 'När det händer', en: 'When it happens' },
  places: { sv: 'Platser där det upprepas', en: 'Places where it happens again' },
  decisions: { sv: 'Beslut', en: 'Decisions' },
  coming: { sv: 'Det som kommer', en: 'What is coming' },
};

/** What the group has to write itself: no figure can tell it. */
export function mustBeWritten(id: SectionId): boolean {
  return id === 'consequences';
}

/** Which sections an edition has, in order. Consequences are asked of a tertial and a year. */
export function sectionsFor(audience: Audience, kind: PeriodKind): SectionId[] {
  const long = kind === 'tertial' || kind === 'year';
  return sectionIds.filter((id) => !hiddenFrom[audience].includes(id) && (id !== 'consequences' || long));
}

/** The text of every section as the figures tell it. */
export function generatedSections(facts: EditionFacts, audience: Audience, language: Language): GeneratedSection[] {
  const { kind } = facts.body;
  return sectionsFor(audience, kind).map((id) => ({
    id,
    part: kind === 'year' ? (partOf[id] ?? null) : null,
    heading: headings[id][language],
    text: id === 'amount' && audience === 'public' ? facts.published : texts[id](facts, language),
  }));
}

const texts: Readonly<Record<SectionId, (facts: EditionFacts, language: Language) => string>> = {
  amount: ({ body }, language) => [body.sentence, ...unusual(body, language)].join(' '),
  areas: areasText,
  consequences: () => '',
  silence: ({ body }, language) => silenceText(body, language),
  done: ({ done }, language) => actionsText(done, language) || none(language, 'Inga åtgärder har blivit klara.', 'No actions were completed.'), // prettier-ignore
  promises: ({ body }, language) => promisesText(body, language),
  clusters: ({ body }, language) => clustersText(body, language),
  when: ({ body }, language) => whenText(body, language),
  places: ({ body }, language) => placesText(body, language),
  decisions: ({ decided }, language) => actionsText(decided, language) || none(language, 'Inga beslut är fattade.', 'No decisions were made.'), // prettier-ignore
  coming: ({ coming, body }, language) => comingText(coming, body.to, language),
};

function none(language: Language, sv: string, en: string): string {
  return language === 'sv' ? sv : en;
}

function unusual({ categories }: SituationBody, language: Language): string[] {
  const named = (status: 'more' | 'fewer') =>
    categories
      .filter(({ usual }) => usual.status === status)
      .map(({ name, count, usual }) => `${name[language]} (${figure(count, language)}, ${none(language, 'vanligt', 'usually')} ${figure(usual.low, language)}–${figure(usual.high, language)})`); // prettier-ignore
  const tell = (names: string[], sv: string, en: string) => (names.length === 0 ? [] : [`${none(language, sv, en)}: ${list(names, language)}.`]); // prettier-ignore
  return [...tell(named('more'), 'Fler än vanligt', 'More than usual'), ...tell(named('fewer'), 'Färre än vanligt', 'Fewer than usual')]; // prettier-ignore
}

const levelWords = {
  normal: { sv: 'Normalt', en: 'Normal' },
  raised: { sv: 'Förhöjt', en: 'Raised' },
  serious: { sv: 'Allvarligt', en: 'Serious' },
} as const;

function areasText({ body, statuses }: EditionFacts, language: Language): string {
  const lines = statuses.map(({ areaId, name, level, sentence }) => {
    const own = body.areas.find(({ id }) => id === areaId);
    const word = level === null ? none(language, 'inte bedömt', 'not judged') : levelWords[level][language];
    const count = own?.count ?? body.count;
    const usual = own?.usual ?? body.usual;
    const known = usual.status !== 'first-year' && usual.status !== 'too-few';
    const band = known ? `, ${none(language, 'vanligt', 'usually')} ${figure(usual.low, language)}–${figure(usual.high, language)}` : ''; // prettier-ignore
    const events = none(language, count === 1 ? 'händelse' : 'händelser', count === 1 ? 'incident' : 'incidents');
    return `– ${name}: ${word}. ${figure(count, language)} ${events}${band}.${sentence ? ` ${sentence}` : ''}`;
  });
  return lines.join('\n');
}

/** Of all notices the one about who has answered: the rest is about the counting. */
function silenceText({ coverage: { expected, silent, waiting }, sources }: SituationBody, language: Language): string {
  const reported = sources.map(({ name, count }) => `${name} ${figure(count, language)}`);
  const lead = reported.length === 0 ? '' : `${none(language, 'Rapporter', 'Reports')}: ${list(reported, language)}. `;
  if (expected === 0) return `${lead}${none(language, 'Kommunen har inte sagt från vilka den väntar svar, så tystnad kan inte skiljas från lugn.', 'The municipality has not said whose answers it expects, so silence cannot be told from calm.')}`; // prettier-ignore
  const came = expected - silent - waiting;
  const [of, n] = [figure(expected, language), figure(came, language)];
  const answers = none(language, `Av ${of} veckosvar kom ${n} in.`, `Of ${of} weekly answers ${n} came in.`);
  if (silent === 0) return `${lead}${answers}`;
  const missing = figure(silent, language);
  return `${lead}${answers} ${none(language, `${missing} uteblev: en tyst vecka är inte detsamma som en lugn.`, `${missing} did not: a silent week is not the same as a calm one.`)}`; // prettier-ignore
}

function actionsText(actions: readonly ToldAction[], language: Language): string {
  return actions
    .map(({ what, ownerFunction, organisation, due }) => {
      const until = due === null ? '' : `, ${none(language, 'senast', 'by')} ${dayAndMonth(due, language)}`;
      return `– ${what.replace(/\.$/, '')} (${ownerFunction}, ${organisation}${until}).`;
    })
    .join('\n');
}

function promisesText({ promises }: SituationBody, language: Language): string {
  const lines = promises.flatMap(({ title, commitments }) =>
    commitments.map(({ sentence }) => `– ${title}: ${sentence}`),
  );
  return lines.join('\n') || none(language, 'Inga löften med räknade åtaganden gäller nu.', 'No promises with counted commitments are in force.'); // prettier-ignore
}

function clustersText({ clusters }: SituationBody, language: Language): string {
  if (clusters === null)
    return none(
      language,
      'Det finns inte två sparade sökningar att jämföra: en före perioden och en i den.',
      'There are not two stored searches to compare: one before the period and one in it.',
    );
  const lines = clusters.changes.map(({ sentence }) => `– ${sentence}`);
  return lines.join('\n') || none(language, 'Inga anhopningar, varken förut eller nu.', 'No clusters, neither before nor now.'); // prettier-ignore
}

/** With fewer events than this nothing is said of hours. */
const fewestForHours = 10;

function whenText({ hours: weights, count }: SituationBody, language: Language): string {
  if (count < fewestForHours) return none(language, 'För få händelser för att säga när på veckan det händer.', 'Too few incidents to say when in the week they happen.'); // prettier-ignore
  const times = hotTimes(weights).slice(0, 3).map((time) => timeText(time, language)); // prettier-ignore
  if (times.length === 0) return none(language, 'Händelserna är spridda över veckan.', 'The incidents are spread over the week.'); // prettier-ignore
  return `${none(language, 'Mest', 'Mostly')} ${list(times, language)}.`;
}

function timeText({ weekdays, fromHour, toHour, share }: HotTime, language: Language): string {
  const days = weekdayNames(weekdays.map((day) => day + 1), language); // prettier-ignore
  const clock = hours(fromHour, toHour % 24, language);
  const percent = `${Math.round(share * 100)} ${none(language, 'procent', 'percent')}`;
  return [days, clock].filter(Boolean).join(' ') + ` (${percent})`;
}

function placesText({ repeatPlaces }: SituationBody, language: Language): string {
  const lines = repeatPlaces.map(({ name, count, dates }) => {
    const place = name ?? none(language, 'Plats utan namn', 'A place without a name');
    return none(language, `– ${place}: ${count} händelser på ${dates} dagar.`, `– ${place}: ${count} incidents on ${dates} days.`); // prettier-ignore
  });
  return lines.join('\n') || none(language, 'Ingen plats har tre händelser på minst två dagar.', 'No place has three incidents on at least two days.'); // prettier-ignore
}

function comingText(coming: EditionFacts['coming'], lastDay: string, language: Language): string {
  const lines = coming.map(({ date, endDate, title }) => {
    const when = date === endDate ? dayAndMonth(date, language, lastDay) : daySpan(date, endDate, language);
    return `– ${when}: ${title}`;
  });
  return lines.join('\n') || none(language, 'Inget är inlagt i årshjulet.', 'Nothing stands in the annual wheel.');
}
