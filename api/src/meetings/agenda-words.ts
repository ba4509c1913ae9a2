import { figure } from '../hotspots/sentence-wording.js';
import { type PeriodKind, readPeriod } from '../situation/period.js';
import { periodName } from '../situation/period-words.js';

type ByPeriod<Value> = Readonly<Record<PeriodKind, Value>>;

interface Usual {
  readonly status: 'more' | 'as-usual' | 'fewer' | 'first-year' | 'too-few';
  readonly low: number;
  readonly high: number;
}

/** The words that an agenda fills itself with. */
export interface AgendaWords {
  attendance(there: number, all: number): string;
  readonly noEarlier: string;
  readonly overdue: string;
  readonly lifted: string;
  readonly status: Readonly<Record<'not-started' | 'doing' | 'done' | 'cannot', string>>;
  readonly lastYear: ByPeriod<(period: string, count: string) => string>;
  since(day: string, count: string, value: number): string;
  yearSoFar(day: string, count: string, value: number): string;
  yearBefore(count: string): string;
  usual(usual: Usual): string;
  readonly noPolice: string;
  police(count: string, value: number): string;
  readonly cluster: Readonly<Record<'new' | 'persisting' | 'fading', string>>;
  hotspot(number: number, name: string, count: string, kind: PeriodKind): string;
  readonly noHotspots: string;
  readonly noColour: string;
  readonly level: Readonly<Record<'normal' | 'raised' | 'serious', string>>;
  colourSince(week: string): string;
  events(count: string, value: number): string;
  readonly nothingComing: ByPeriod<string>;
  moreComing(count: number): string;
  readonly byPolice: string;
  readonly byMunicipality: string;
  readonly byOthers: string;
  tertialArea(number: number, area: string, reason: string): string;
  noTertialAreas(tertial: string): string;
  readonly lastTime: string;
  liftedFrom(group: string, text: string): string;
  readonly liftedTo: Readonly<Record<'deepened-est' | 'steering-group', (text: string) => string>>;
  readonly noneLifted: string;
  itsDecision(status: string, sentence: string): string;
  readonly noPromises: string;
  promise(title: string, well: string, all: string, value: number): string;
  readonly noPlan: string;
  planDraft(title: string): string;
  planDecided(title: string, day: string, body: string): string;
  readonly planEmpty: string;
  planRows(rows: number, done: number, started: number): string;
  planCannot(what: string, owner: string): string;
  law(met: number, all: number): string;
  strategicHeld(year: number, count: string, value: number): string;
  lawMissing(text: string): string;
  readonly noPlaces: string;
  readonly placeWithoutName: string;
  again(name: string, count: string, dates: string): string;
  reviewed(reviewed: string, waiting: string): string;
  readonly noNext: string;
  moved(feast: string): string;
}

const sv: AgendaWords = {
  attendance: (there, all) => (there === 0 ? `Ingen är avprickad än av ${all}.` : `${there} av ${all} är här.`),
  noEarlier: 'Inga öppna beslut från tidigare möten.',
  overdue: 'Försenat',
  lifted: 'Lyft till styrgruppen.',
  status: { 'not-started': 'Inte påbörjat', doing: 'Pågår', done: 'Klart', cannot: 'Kan inte' },
  lastYear: {
    week: (week, count) => `Samma vecka i fjol (${weekWord(week)}): ${count}.`,
    month: (month, count) => `Samma månad i fjol (${nameOf(month, 'sv')}): ${count}.`,
    tertial: (tertial, count) => `Samma tertial i fjol (${nameOf(tertial, 'sv')}): ${count}.`,
    year: (year, count) => `Året före (${year}): ${count}.`,
  },
  since: (day, count, value) => `Sedan förra mötet den ${day}: ${count} ${value === 1 ? 'händelse' : 'händelser'}.`,
  yearSoFar: (day, count, value) =>
    `Hittills i år, till och med ${day}: ${count} ${value === 1 ? 'händelse' : 'händelser'}.`,
  yearBefore: (count) => `Samma dagar i fjol: ${count}.`,
  usual: ({ status, low, high }) => {
    const span = `${figure(low, 'sv')}–${figure(high, 'sv')}`;
    if (status === 'more') return `, fler än vanligt (${span})`;
    if (status === 'fewer') return `, färre än vanligt (${span})`;
    return status === 'as-usual' ? `, som vanligt (${span})` : '';
  },
  noPolice: 'Polisens uppgifter visas för dem som får se dem.',
  police: (count, value) => `${count} ${value === 1 ? 'händelse' : 'händelser'} i polisens uppgifter.`,
  cluster: { new: 'Ny', persisting: 'Kvar', fading: 'Avtar' },
  hotspot: (number, name, count, kind) =>
    `Hot spot ${number}, ${name}: ${count} ${{ week: 'i veckan', month: 'i månaden', tertial: 'under tertialen', year: 'under året' }[kind]}.`,
  noHotspots: 'Inga hot spots och inga nya anhopningar.',
  noColour: 'ingen färg är satt',
  level: { normal: 'Normalt', raised: 'Förhöjt', serious: 'Allvarligt' },
  colourSince: (week) => `sedan ${weekWord(week)}`,
  events: (count, value) => `${count} ${value === 1 ? 'händelse' : 'händelser'}`,
  nothingComing: {
    week: 'Inget är inlagt i årshjulet för veckan.',
    month: 'Inget är inlagt i årshjulet för månaden.',
    tertial: 'Inget är inlagt i årshjulet för de fyra månaderna.',
    year: 'Inget är inlagt i årshjulet för året.',
  },
  moreComing: (count) => `Och ${count} till i årshjulet.`,
  byPolice: 'Polisen',
  byMunicipality: 'Kommunen',
  byOthers: 'Andra',
  tertialArea: (number, area, reason) => `Tertialens område ${number}: ${area}. ${reason}`,
  noTertialAreas: (tertial) => `Inga områden är valda att gå först under ${nameOf(tertial, 'sv')}.`,
  lastTime: 'Förra mötet',
  liftedFrom: (group, text) => `Lyft från ${group}: ${text}`,
  liftedTo: {
    'deepened-est': (text) => `Till fördjupad EST: ${text}`,
    'steering-group': (text) => `Till styrgruppen: ${text}`,
  },
  noneLifted: 'Inget är lyft hit som väntar.',
  itsDecision: (status, sentence) => `Beslutet: ${status.toLowerCase()}. ${sentence}`,
  noPromises: 'Inga medborgarlöften pågår.',
  promise: (title, well, all, value) =>
    value === 0 ? `${title}: inga åtaganden räknas.` : `${title}: ${well} av ${all} åtaganden klara eller enligt plan.`,
  noPlan: 'Det finns ingen åtgärdsplan. Den skrivs under Lagens krav.',
  planDraft: (title) => `${title}: utkast, inte beslutad.`,
  planDecided: (title, day, body) => `${title}: beslutad ${day}${body === '' ? '' : ` av ${body}`}.`,
  planEmpty: 'Planen har inga rader.',
  planRows: (rows, done, started) =>
    `${rows} ${rows === 1 ? 'rad' : 'rader'}, ${started} med åtgärd, ${done} ${done === 1 ? 'klar' : 'klara'}.`,
  planCannot: (what, owner) => `Kan inte: ${what}. ${owner}.`,
  law: (met, all) => `${met} av ${all} punkter är visade.`,
  strategicHeld: (year, count, value) =>
    value === 0
      ? `Inget strategiskt möte har hållits ${year} före det här.`
      : `${count} ${value === 1 ? 'strategiskt möte har' : 'strategiska möten har'} hållits ${year}.`,
  lawMissing: (text) => `Saknas: ${lowered(text)}.`,
  noPlaces: 'Inga hot spots, och inga platser där det hänt flera gånger.',
  placeWithoutName: 'En plats utan namn',
  again: (name, count, dates) => `${name}: ${count} händelser på ${dates} dagar.`,
  reviewed: (reviewed, waiting) => `${reviewed} granskade, ${waiting} väntar på granskning.`,
  noNext: 'Inget möte är planerat.',
  moved: (feast) => `Flyttat för ${feast}.`,
};

const en: AgendaWords = {
  attendance: (there, all) => (there === 0 ? `None of ${all} ticked off yet.` : `${there} of ${all} are here.`),
  noEarlier: 'No open decisions from earlier meetings.',
  overdue: 'Overdue',
  lifted: 'Lifted to the steering group.',
  status: { 'not-started': 'Not started', doing: 'Under way', done: 'Done', cannot: 'Cannot' },
  lastYear: {
    week: (week, count) => `Same week last year (${weekWord(week, 'w.')}): ${count}.`,
    month: (month, count) => `Same month last year (${nameOf(month, 'en')}): ${count}.`,
    tertial: (tertial, count) => `Same tertial last year (${nameOf(tertial, 'en')}): ${count}.`,
    year: (year, count) => `The year before (${year}): ${count}.`,
  },
  since: (day, count, value) => `Since the last meeting on ${day}: ${count} ${value === 1 ? 'incident' : 'incidents'}.`,
  yearSoFar: (day, count, value) => `This year so far, to ${day}: ${count} ${value === 1 ? 'incident' : 'incidents'}.`,
  yearBefore: (count) => `The same days last year: ${count}.`,
  usual: ({ status, low, high }) => {
    const span = `${figure(low, 'en')}–${figure(high, 'en')}`;
    if (status === 'more') return `, more than usual (${span})`;
    if (status === 'fewer') return `, fewer than usual (${span})`;
    return status === 'as-usual' ? `, as usual (${span})` : '';
  },
  noPolice: 'The police data are shown to those who may see them.',
  police: (count, value) => `${count} ${value === 1 ? 'incident' : 'incidents'} in the police data.`,
  cluster: { new: 'New', persisting: 'Still there', fading: 'Fading' },
  hotspot: (number, name, count, kind) => `Hot spot ${number}, ${name}: ${count} in the ${kind}.`,
  noHotspots: 'No hot spots and no new clusters.',
  noColour: 'no colour has been set',
  level: { normal: 'Normal', raised: 'Raised', serious: 'Serious' },
  colourSince: (week) => `since ${weekWord(week, 'w.')}`,
  events: (count, value) => `${count} ${value === 1 ? 'incident' : 'incidents'}`,
  nothingComing: {
    week: 'Nothing stands in the annual wheel for the week.',
    month: 'Nothing stands in the annual wheel for the month.',
    tertial: 'Nothing stands in the annual wheel for the four months.',
    year: 'Nothing stands in the annual wheel for the year.',
  },
  moreComing: (count) => `And ${count} more in the annual wheel.`,
  byPolice: 'The police',
  byMunicipality: 'The municipality',
  byOthers: 'Others',
  tertialArea: (number, area, reason) => `Area ${number} of the tertial: ${area}. ${reason}`,
  noTertialAreas: (tertial) => `No areas have been chosen to come first in ${nameOf(tertial, 'en')}.`,
  lastTime: 'Last meeting',
  liftedFrom: (group, text) => `Lifted from ${group}: ${text}`,
  liftedTo: {
    'deepened-est': (text) => `To deepened EST: ${text}`,
    'steering-group': (text) => `To the steering group: ${text}`,
  },
  noneLifted: 'Nothing that was lifted here is waiting.',
  itsDecision: (status, sentence) => `The decision: ${status.toLowerCase()}. ${sentence}`,
  noPromises: 'No promises are running.',
  promise: (title, well, all, value) =>
    value === 0 ? `${title}: no commitments are counted.` : `${title}: ${well} of ${all} commitments done or on plan.`,
  noPlan: 'There is no action plan. It is written under What the law asks.',
  planDraft: (title) => `${title}: a draft, not decided.`,
  planDecided: (title, day, body) => `${title}: decided ${day}${body === '' ? '' : ` by ${body}`}.`,
  planEmpty: 'The plan has no rows.',
  planRows: (rows, done, started) => `${rows} ${rows === 1 ? 'row' : 'rows'}, ${started} with an action, ${done} done.`,
  planCannot: (what, owner) => `Cannot: ${what}. ${owner}.`,
  law: (met, all) => `${met} of ${all} points are shown.`,
  strategicHeld: (year, count, value) =>
    value === 0
      ? `No strategic meeting was held in ${year} before this one.`
      : `${count} strategic ${value === 1 ? 'meeting has' : 'meetings have'} been held in ${year}.`,
  lawMissing: (text) => `Missing: ${lowered(text)}.`,
  noPlaces: 'No hot spots, and no places where it has happened several times.',
  placeWithoutName: 'A place without a name',
  again: (name, count, dates) => `${name}: ${count} incidents on ${dates} days.`,
  reviewed: (reviewed, waiting) => `${reviewed} reviewed, ${waiting} waiting for review.`,
  noNext: 'No meeting is planned.',
  moved: (feast) => `Moved for ${feast}.`,
};

export const agendaWords: Readonly<Record<'sv' | 'en', AgendaWords>> = { sv, en };

/** `2026-W46` as `v. 46`. */
function weekWord(week: string, short = 'v.'): string {
  return `${short}\u00a0${Number(week.slice(6))}`;
}

/** `2026-11` as `november 2026`, `2026-T3` as `tertial 3 2026`. */
function nameOf(text: string, language: 'sv' | 'en'): string {
  const period = readPeriod(text);
  return period ? periodName(period, language) : text;
}

/** A sentence that goes on after a colon. */
function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
