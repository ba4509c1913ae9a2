import { dayAndMonth, figure, type Language, list as listed } from '../hotspots/sentence-wording.js';
import { type DocumentHead, firstRows, shortened } from './document-head.js';

type Status = 'not-started' | 'doing' | 'done' | 'cannot';

/** What the group does about a place, as its document takes it; the audience has been chosen already. */
export interface PlaceWork {
  /** The problem description as it stands. */
  readonly problem: {
    readonly what: string;
    readonly where: string | null;
    readonly when: string | null;
    readonly harmed: string | null;
    readonly consequences: string | null;
    readonly unknown: string | null;
  } | null;
  readonly actions: readonly {
    readonly what: string;
    readonly ownerFunction: string;
    readonly organisation: string;
    readonly due: string | null;
    readonly status: Status;
    readonly grade: 'green' | 'yellow' | 'red' | null;
  }[];
  /** Visits and talks, the latest first; `said` is null where the audience does not get it. */
  readonly contacts: readonly {
    readonly kind: 'visit' | 'talk';
    readonly on: string;
    readonly withWhom: string;
    readonly groupSize: number | null;
    readonly said: string | null;
  }[];
  /** What the engine answered about before and after, and what the group makes of it. */
  readonly effect: { readonly sentence: string | null; readonly note: string | null } | null;
}

export const workWords = {
  sv: {
    title: 'Arbetet med platsen',
    problem: 'Problemet',
    parts: {
      where: 'Var',
      when: 'När',
      harmed: 'Vem som drabbas',
      consequences: 'Följder',
      unknown: 'Det vi inte vet',
    },
    causes: 'Vad vi tror det beror på',
    actions: 'Åtgärder',
    columns: ['Åtgärd', 'Vem', 'När', 'Läge'],
    noActions: 'Inga åtgärder är beslutade än.',
    contacts: 'Besök och samtal',
    visit: 'Besök',
    talk: 'Samtal',
    people: (count: string) => `${count} personer`,
    effect: 'Före och efter',
    status: { 'not-started': 'Ej påbörjad', doing: 'Pågår', done: 'Klar', cannot: 'Kan inte göras' },
    grade: { green: 'grön', yellow: 'gul', red: 'röd' },
    counted: { 'not-started': 'ej påbörjade', doing: 'pågår', done: 'klara', cannot: 'kan inte göras' },
    nextPage: (count: string) => `${count} på nästa sida.`,
    bones: { victim: 'Brottsutsatt', offender: 'Gärningsperson', place: 'Objekt eller plats' },
    public: 'Prioriterad plats',
    publicLead: 'Det här gör vi på platsen.',
    responsible: 'Ansvarig',
    promises: 'Medborgarlöften',
  },
  en: {
    title: 'The work with the place',
    problem: 'The problem',
    parts: {
      where: 'Where',
      when: 'When',
      harmed: 'Who is harmed',
      consequences: 'Consequences',
      unknown: 'What we do not know',
    },
    causes: 'What we think causes it',
    actions: 'Actions',
    columns: ['Action', 'Who', 'When', 'State'],
    noActions: 'No actions have been decided yet.',
    contacts: 'Visits and talks',
    visit: 'Visit',
    talk: 'Talk',
    people: (count: string) => `${count} people`,
    effect: 'Before and after',
    status: { 'not-started': 'Not started', doing: 'Under way', done: 'Done', cannot: 'Cannot be done' },
    grade: { green: 'green', yellow: 'yellow', red: 'red' },
    counted: { 'not-started': 'not started', doing: 'under way', done: 'done', cannot: 'cannot be done' },
    nextPage: (count: string) => `${count} on the next page.`,
    bones: { victim: 'Victim', offender: 'Offender', place: 'Object or place' },
    public: 'Prioritised place',
    publicLead: 'This is what we do at the place.',
    responsible: 'Responsible',
    promises: 'Promises to residents',
  },
} as const;

/** How much the second page has room for; set tighter, it holds the gist. */
const ample = { problem: 400, causes: 14, cause: 160, actions: 12, action: 240, contacts: 5, said: 260, effect: 400 };
const tight = { problem: 130, causes: 6, cause: 80, actions: 8, action: 110, contacts: 3, said: 110, effect: 200 };

interface WorkInput {
  readonly work: PlaceWork;
  /** All of them: the first page shows a few. */
  readonly causes: readonly string[];
  readonly head: DocumentHead;
}

/** The second page of a platsunderlag in words; null where nothing has been written about the work. */
export function placeWorkPage({ work, causes, head }: WorkInput, language: Language, compact = false) {
  const { problem, actions, contacts, effect } = work;
  if (problem === null && actions.length === 0 && contacts.length === 0 && effect === null) return null;
  const words = workWords[language];
  const room = compact ? tight : ample;
  const shownCauses = firstRows(causes.length > causesInFront ? causes : [], room.causes, language);
  const shownActions = firstRows(actions, room.actions, language);
  const shownContacts = firstRows(contacts, room.contacts, language);
  return {
    title: words.title,
    problem: problem === null ? null : { title: words.problem, ...problemLines(problem, room.problem, language) },
    causes: {
      title: words.causes,
      rows: shownCauses.rows.map((text) => shortened(text, room.cause)),
      more: shownCauses.more,
    },
    actions: {
      title: words.actions,
      columns: words.columns,
      rows: shownActions.rows.map((action) => actionRow({ ...action, what: shortened(action.what, room.action) }, head, language)), // prettier-ignore
      none: words.noActions,
      tally: tally(actions, language),
      more: shownActions.more,
    },
    contacts: {
      title: words.contacts,
      rows: shownContacts.rows.map((contact) => contactLine(contact, { head, language, most: room.said })),
      more: shownContacts.more,
    },
    effect: effect && {
      title: words.effect,
      text: [effect.sentence, effect.note].flatMap((text) => (text ? [shortened(text, room.effect)] : [])),
    },
  };
}

/** More causes than this go on over the page. */
export const causesInFront = 4;

function problemLines(problem: NonNullable<PlaceWork['problem']>, most: number, language: Language) {
  const { parts } = workWords[language];
  const rows = (['where', 'when', 'harmed', 'consequences', 'unknown'] as const).flatMap((part) => {
    const text = problem[part];
    return text ? [{ label: parts[part], text: shortened(text, most) }] : [];
  });
  return { text: shortened(problem.what, most * 2), rows };
}

/** What, who, when and how it goes. */
export function actionRow(action: PlaceWork['actions'][number], head: DocumentHead, language: Language): string[] {
  const words = workWords[language];
  const { what, organisation, ownerFunction, due, status, grade } = action;
  return [
    shortened(what, 240),
    shortened(`${organisation}, ${ownerFunction}`, 120),
    due === null ? '–' : dayAndMonth(due, language, head.date),
    grade === null ? words.status[status] : `${words.status[status]}, ${words.grade[grade]}`,
  ];
}

function contactLine(
  contact: PlaceWork['contacts'][number],
  { head, language, most }: { head: DocumentHead; language: Language; most: number },
): string {
  const words = workWords[language];
  const { kind, on, withWhom, groupSize, said } = contact;
  const size = groupSize === null || groupSize < 2 ? '' : ` (${words.people(figure(groupSize, language))})`;
  const lead = `${dayAndMonth(on, language, head.date)}, ${words[kind].toLowerCase()}: ${shortened(withWhom, 120)}${size}.`;
  return said === null ? lead : `${lead} ${shortened(said, most)}`;
}

function tally(actions: PlaceWork['actions'], language: Language): string {
  if (actions.length < 2) return '';
  const words = workWords[language];
  const parts = (['done', 'doing', 'not-started', 'cannot'] as const).flatMap((status) => {
    const count = actions.filter((action) => action.status === status).length;
    const one = words.status[status].toLowerCase();
    return count === 0 ? [] : [`${figure(count, language)} ${count === 1 ? one : words.counted[status]}`];
  });
  return `${listed(parts, language)}.`;
}
