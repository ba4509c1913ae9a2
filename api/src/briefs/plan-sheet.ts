import { dayAndMonth, daySpan, figure, type Language, list as listed } from '../hotspots/sentence-wording.js';
import { type DocumentHead, headPage } from './document-head.js';
import { heading, paragraphs, type Sheet, type SheetBlock } from './sheet.js';

type Status = 'not-started' | 'doing' | 'done' | 'cannot';

/** An action of the plan, as the reader may see it. */
export interface PlannedAction {
  readonly what: string;
  readonly due: string | null;
  readonly ownerFunction: string;
  readonly organisation: string;
  readonly status: Status;
  readonly grade: 'green' | 'yellow' | 'red' | null;
  readonly gradeNote: string | null;
  readonly followUp: string | null;
  readonly followUpOn: string | null;
}

/** What the document of an åtgärdsplan is made of. */
export interface PlanFacts {
  readonly head: DocumentHead;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly status: 'draft' | 'decided' | 'replaced';
  readonly audience: 'internal' | 'cooperation' | 'public';
  /** The approved lägesbild that it is built on. */
  readonly situation: { readonly period: string; readonly number: number } | null;
  readonly decided: { readonly on: string; readonly by: string; readonly registration: string | null } | null;
  readonly rows: readonly { readonly problem: string; readonly goal: string | null; readonly action: PlannedAction | null }[];
  /** Rows that are left out because they may be secret. */
  readonly withheld: number;
} // prettier-ignore

const words = {
  sv: {
    kind: 'Åtgärdsplan',
    audience: { internal: 'intern', cooperation: 'samverkan', public: 'publik' },
    draft: (day: string) => `UTKAST ${day}. Inte beslutat.`,
    replaced: 'Ersatt av en senare plan.',
    law: 'Åtgärdsplan enligt lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete.',
    basis: 'Lägesbilden som planen bygger på',
    builtOn: (period: string, number: number) => `Planen bygger på den godkända lägesbilden för ${period}, version ${number}.`, // prettier-ignore
    notBuilt: 'Planen bygger inte på någon godkänd lägesbild än.',
    decision: 'Beslut',
    decided: (by: string, on: string, dnr: string | null) => `Beslutad av ${by} den ${on}${dnr === null ? '' : `, Dnr ${dnr}`}.`, // prettier-ignore
    undecided: 'Planen är inte beslutad än.',
    actions: 'Åtgärder',
    columns: ['Orsak', 'Åtgärd', 'Operativt mål', 'När', 'Vem', 'Uppföljning'],
    nothing: 'Planen har inga åtgärder än.',
    noAction: 'Ingen åtgärd är vald än.',
    withheld: (count: number) => count === 1 ? 'En åtgärd som kan omfattas av sekretess visas inte här.' : `${count} åtgärder som kan omfattas av sekretess visas inte här.`, // prettier-ignore
    followUp: 'Uppföljning',
    followedOn: (day: string) => `Följs upp ${day}.`,
    status: { 'not-started': 'Ej påbörjad', doing: 'Pågår', done: 'Klar', cannot: 'Kan inte göras' },
    counted: { 'not-started': ['ej påbörjad', 'ej påbörjade'], doing: ['pågår', 'pågår'], done: ['klar', 'klara'], cannot: ['kan inte göras', 'kan inte göras'] }, // prettier-ignore
    total: (count: string, one: boolean) => `${count} ${one ? 'åtgärd' : 'åtgärder'}`,
    grade: { green: 'Grön, enligt plan', yellow: 'Gul, delvis', red: 'Röd, inte alls' },
    sign: 'Undertecknas',
    board: 'Kommunstyrelsen, eller den nämnd som ansvarar',
    lines: ['Ort och datum', 'Underskrift', 'Namnförtydligande och funktion'],
  },
  en: {
    kind: 'Action plan',
    audience: { internal: 'internal', cooperation: 'cooperation', public: 'public' },
    draft: (day: string) => `DRAFT ${day}. Not decided.`,
    replaced: 'Replaced by a later plan.',
    law: 'Action plan (åtgärdsplan) under the act (2023:196) on the responsibility of municipalities for crime prevention.',
    basis: 'The lägesbild that the plan is built on',
    builtOn: (period: string, number: number) => `The plan is built on the approved lägesbild of ${period}, version ${number}.`, // prettier-ignore
    notBuilt: 'The plan is not built on an approved lägesbild yet.',
    decision: 'Decision',
    decided: (by: string, on: string, dnr: string | null) => `Decided by ${by} on ${on}${dnr === null ? '' : `, Dnr ${dnr}`}.`, // prettier-ignore
    undecided: 'The plan is not decided yet.',
    actions: 'Actions',
    columns: ['Cause', 'Action', 'Operative goal', 'When', 'Who', 'Follow-up'],
    nothing: 'The plan has no actions yet.',
    noAction: 'No action is chosen yet.',
    withheld: (count: number) => count === 1 ? 'One action that may be covered by secrecy is not shown here.' : `${count} actions that may be covered by secrecy are not shown here.`, // prettier-ignore
    followUp: 'Follow-up',
    followedOn: (day: string) => `Followed up ${day}.`,
    status: { 'not-started': 'Not started', doing: 'Under way', done: 'Done', cannot: 'Cannot be done' },
    counted: { 'not-started': ['not started', 'not started'], doing: ['under way', 'under way'], done: ['done', 'done'], cannot: ['cannot be done', 'cannot be done'] }, // prettier-ignore
    total: (count: string, one: boolean) => `${count} ${one ? 'action' : 'actions'}`,
    grade: { green: 'Green, to plan', yellow: 'Yellow, in part', red: 'Red, not at all' },
    sign: 'Signed by',
    board: 'The municipal executive board, or the board that is responsible',
    lines: ['Place and date', 'Signature', 'Name in print and function'],
  },
} as const;

/** More parties than this sign on a paper of their own. */
const mostSignatories = 8;

/** The åtgärdsplan as a lying sheet: what it is built on, who decided, Brå's six columns, and lines to sign on. */
export function planSheet(facts: PlanFacts, language: Language): Sheet {
  const own = words[language];
  const { status, head } = facts;
  return {
    head: headPage(head, language),
    kind: `${own.kind} · ${own.audience[facts.audience]}`,
    title: facts.title,
    documentTitle: `${own.kind}: ${facts.title}`,
    period: [daySpan(facts.from, facts.to, language), ...(status === 'replaced' ? [own.replaced] : [])].join(' · '),
    lead: '',
    landscape: true,
    ...(status === 'draft' ? { draft: own.draft(dayAndMonth(head.date, language)) } : {}),
    blocks: [
      ...paragraphs(own.law),
      heading(own.basis),
      ...paragraphs(facts.situation === null ? own.notBuilt : own.builtOn(facts.situation.period, facts.situation.number)), // prettier-ignore
      heading(own.decision),
      ...paragraphs(decision(facts, language)),
      heading(own.actions),
      ...actions(facts, language),
      heading(own.sign),
      { type: 'signatures', rows: signatories(facts, language) },
    ],
  };
}

function decision({ decided }: PlanFacts, language: Language): string {
  const own = words[language];
  if (decided === null) return own.undecided;
  return own.decided(decided.by, dayAndMonth(decided.on, language), decided.registration);
}

function actions({ rows, withheld, from }: PlanFacts, language: Language): SheetBlock[] {
  const own = words[language];
  const left = withheld === 0 ? [] : paragraphs(own.withheld(withheld), true);
  if (rows.length === 0) return [...paragraphs(own.nothing), ...left];
  const table: SheetBlock = {
    type: 'table',
    columns: own.columns,
    widths: [22, 26, 18, 10, 18, 20],
    rows: rows.map(({ problem, goal, action }) => {
      if (action === null) return [problem, own.noAction, goal ?? '–', '–', '–', '–'];
      const due = action.due === null ? '–' : dayAndMonth(action.due, language, from);
      const who = `${action.organisation}, ${action.ownerFunction}`;
      return [problem, action.what, goal ?? '–', due, who, followUp(action, from, language)];
    }),
  };
  return [table, ...paragraphs(tally(rows, language), true), ...left];
}

function followUp({ status, grade, gradeNote, ...action }: PlannedAction, from: string, language: Language): string {
  const own = words[language];
  const said = [
    own.status[status],
    grade === null ? null : own.grade[grade],
    gradeNote,
    action.followUp,
    action.followUpOn === null ? null : own.followedOn(dayAndMonth(action.followUpOn, language, from)),
  ];
  return said.flatMap((text) => (text ? [text.replace(/\.?$/, '.')] : [])).join(' ');
}

/** How many actions, and how they go: `4 åtgärder: 1 klar, 2 pågår och 1 ej påbörjad.` */
function tally(rows: PlanFacts['rows'], language: Language): string {
  const own = words[language];
  const planned = rows.flatMap(({ action }) => action ?? []);
  if (planned.length === 0) return '';
  const parts = (['done', 'doing', 'not-started', 'cannot'] as const).flatMap((status) => {
    const count = planned.filter((action) => action.status === status).length;
    return count === 0 ? [] : [`${figure(count, language)} ${own.counted[status][count === 1 ? 0 : 1]}`];
  });
  return `${own.total(figure(planned.length, language), planned.length === 1)}: ${listed(parts, language)}.`;
}

/** The body that decides, and everybody who answers for an action. */
function signatories({ decided, rows, head }: PlanFacts, language: Language) {
  const own = words[language];
  const board = `${head.municipality.name}, ${decided === null ? own.board.replace(/^./, (first) => first.toLowerCase()) : decided.by}`; // prettier-ignore
  const parties = new Set(rows.flatMap(({ action }) => action?.organisation ?? []));
  return [board, ...[...parties].slice(0, mostSignatories - 1)].map((who) => ({ who, lines: own.lines }));
}
