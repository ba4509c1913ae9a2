import { figure } from '../hotspots/sentence-wording.js';

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
  lastYear(week: string, count: string): string;
  usual(usual: Usual): string;
  readonly noPolice: string;
  police(count: string, value: number): string;
  readonly cluster: Readonly<Record<'new' | 'persisting' | 'fading', string>>;
  hotspot(number: number, name: string, count: string): string;
  readonly noHotspots: string;
  readonly noColour: string;
  readonly level: Readonly<Record<'normal' | 'raised' | 'serious', string>>;
  since(week: string): string;
  events(count: string, value: number): string;
  readonly nothingComing: string;
  readonly byPolice: string;
  readonly byMunicipality: string;
  readonly byOthers: string;
  tertialArea(number: number, area: string, reason: string): string;
  readonly lastTime: string;
  liftedFrom(group: string, text: string): string;
  readonly liftedTo: Readonly<Record<'deepened-est' | 'steering-group', (text: string) => string>>;
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
  lastYear: (week, count) => `Samma vecka i fjol (${weekWord(week)}): ${count}.`,
  usual: ({ status, low, high }) => {
    const span = `${figure(low, 'sv')}–${figure(high, 'sv')}`;
    if (status === 'more') return `, fler än vanligt (${span})`;
    if (status === 'fewer') return `, färre än vanligt (${span})`;
    return status === 'as-usual' ? `, som vanligt (${span})` : '';
  },
  noPolice: 'Polisens uppgifter visas för dem som får se dem.',
  police: (count, value) => `${count} ${value === 1 ? 'händelse' : 'händelser'} i polisens uppgifter.`,
  cluster: { new: 'Ny', persisting: 'Kvar', fading: 'Avtar' },
  hotspot: (number, name, count) => `Hot spot ${number}, ${name}: ${count} i veckan.`,
  noHotspots: 'Inga hot spots och inga nya anhopningar.',
  noColour: 'ingen färg är satt',
  level: { normal: 'Normalt', raised: 'Förhöjt', serious: 'Allvarligt' },
  since: (week) => `sedan ${weekWord(week)}`,
  events: (count, value) => `${count} ${value === 1 ? 'händelse' : 'händelser'}`,
  nothingComing: 'Inget är inlagt i årshjulet för veckan.',
  byPolice: 'Polisen',
  byMunicipality: 'Kommunen',
  byOthers: 'Andra',
  tertialArea: (number, area, reason) => `Tertialens område ${number}: ${area}. ${reason}`,
  lastTime: 'Förra mötet',
  liftedFrom: (group, text) => `Lyft från ${group}: ${text}`,
  liftedTo: {
    'deepened-est': (text) => `Till fördjupad EST: ${text}`,
    'steering-group': (text) => `Till styrgruppen: ${text}`,
  },
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
  lastYear: (week, count) => `Same week last year (${weekWord(week, 'w.')}): ${count}.`,
  usual: ({ status, low, high }) => {
    const span = `${figure(low, 'en')}–${figure(high, 'en')}`;
    if (status === 'more') return `, more than usual (${span})`;
    if (status === 'fewer') return `, fewer than usual (${span})`;
    return status === 'as-usual' ? `, as usual (${span})` : '';
  },
  noPolice: 'The police data are shown to those who may see them.',
  police: (count, value) => `${count} ${value === 1 ? 'incident' : 'incidents'} in the police data.`,
  cluster: { new: 'New', persisting: 'Still there', fading: 'Fading' },
  hotspot: (number, name, count) => `Hot spot ${number}, ${name}: ${count} in the week.`,
  noHotspots: 'No hot spots and no new clusters.',
  noColour: 'no colour has been set',
  level: { normal: 'Normal', raised: 'Raised', serious: 'Serious' },
  since: (week) => `since ${weekWord(week, 'w.')}`,
  events: (count, value) => `${count} ${value === 1 ? 'incident' : 'incidents'}`,
  nothingComing: 'Nothing stands in the annual wheel for the week.',
  byPolice: 'The police',
  byMunicipality: 'The municipality',
  byOthers: 'Others',
  tertialArea: (number, area, reason) => `Area ${number} of the tertial: ${area}. ${reason}`,
  lastTime: 'Last meeting',
  liftedFrom: (group, text) => `Lifted from ${group}: ${text}`,
  liftedTo: {
    'deepened-est': (text) => `To deepened EST: ${text}`,
    'steering-group': (text) => `To the steering group: ${text}`,
  },
  reviewed: (reviewed, waiting) => `${reviewed} reviewed, ${waiting} waiting for review.`,
  noNext: 'No meeting is planned.',
  moved: (feast) => `Moved for ${feast}.`,
};

export const agendaWords: Readonly<Record<'sv' | 'en', AgendaWords>> = { sv, en };

/** `2026-W46` as `v. 46`. */
function weekWord(week: string, short = 'v.'): string {
  return `${short}\u00a0${Number(week.slice(6))}`;
}
