import { dayAndMonth, type Language } from '../hotspots/sentence-wording.js';
import { localDate, localTime } from '../analysis/calendar.js';
import { type ItemKind, itemTitle } from '../meetings/agenda.js';
import { agendaWords } from '../meetings/agenda-words.js';
import {
  type Audience,
  type MinutedDecision,
  type MinutedLines,
  minutesFor,
  type MinutesContent,
  openLines,
} from '../meetings/minutes.js';
import { type DocumentHead, headPage } from './document-head.js';
import { minutesWords } from './minutes-words.js';
import { heading, list, paragraphs, type Sheet, type SheetBlock } from './sheet.js';

/** What minnesanteckningar are made of, before it is chosen what the audience gets. */
export interface MinutesDocument {
  readonly head: DocumentHead;
  readonly content: MinutesContent;
  /** What the items had filled themselves with; null when the asking reader may not see the figures. */
  readonly lines: MinutedLines | null;
  /** The frozen views of the decisions, by id. */
  readonly views: ReadonlyMap<string, string>;
  readonly audience: Audience;
  readonly version: number;
  readonly reason: string | null;
}

/** What fills itself without figures of reports: it may go to those who cooperate. */
const withoutFigures: readonly ItemKind[] = ['last-decisions', 'coming-week', 'priorities', 'promises', 'action-plan', 'law', 'next-meeting']; // prettier-ignore

/** Minnesanteckningar for an audience: who was there, each item with what was known and noted, the decisions with their maps. */
export function minutesSheet(made: MinutesDocument, language: Language): Sheet {
  const words = minutesWords[language];
  const content = minutesFor(made.content, made.audience);
  const { meeting } = content;
  const day = localDate(Date.parse(meeting.at));
  return {
    head: headPage(made.head, language),
    kind: `${words.minutes} · ${words.audience[made.audience]}`,
    title: `${meeting.group}: ${meeting.title}`,
    documentTitle: `${words.minutes}, ${meeting.group}, ${dayAndMonth(day, language)}`,
    period: [
      `${dayAndMonth(day, language)} ${clock(meeting.at)}–${clock(meeting.until)}`,
      meeting.place,
      made.version > 1 ? words.version(made.version, made.reason ?? '') : null,
    ]
      .filter(Boolean)
      .join(' · '),
    lead: '',
    blocks: [
      ...attendance(content, language),
      ...decisions(content, made, language),
      ...content.items.flatMap((item) => itemBlocks(item, { content, made, language })),
      ...(content.next && !content.items.some(({ kind }) => kind === 'next-meeting') ? next(content, language) : []),
    ],
  };
}

function clock(instant: string): string {
  const { hour, minute } = localTime(Date.parse(instant));
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function attendance({ participants }: MinutesContent, language: Language): SheetBlock[] {
  const words = minutesWords[language];
  const named = (wanted: string) =>
    participants
      .filter((each) => each.attendance === wanted)
      .map((each) => (each.organisation === '' ? each.function : `${each.function} (${each.organisation})`))
      .join(', ');
  const [there, away, unsaid] = [named('present'), named('absent'), named('expected')];
  return [
    heading(words.attendance),
    ...(there === '' ? [] : paragraphs(`${words.present}: ${there}.`)),
    ...(away === '' ? [] : paragraphs(`${words.absent}: ${away}.`)),
    ...(unsaid === '' ? [] : paragraphs(`${words.unsaid}: ${unsaid}.`, true)),
  ];
}

function decisions(
  { decisions: made, meeting }: MinutesContent,
  document: MinutesDocument,
  language: Language,
): SheetBlock[] {
  const words = minutesWords[language];
  if (made.length === 0) return [heading(words.decisions), ...paragraphs(words.noDecisions)];
  const day = localDate(Date.parse(meeting.at));
  const rows = made.map((each) => [
    String(each.position),
    withMarks(each, language),
    `${each.ownerFunction}, ${each.organisation}`,
    each.due === null ? '–' : dayAndMonth(each.due, language, day),
    each.followUpOn === null ? '–' : dayAndMonth(each.followUpOn, language, day),
  ]);
  const table: SheetBlock = { type: 'table', columns: [...words.columns], widths: [4, 44, 26, 14, 14], rows };
  return [heading(words.decisions), table, ...pictures(made, document, language)];
}

function withMarks(each: MinutedDecision, language: Language): string {
  const added = marks(each, language);
  if (added === '') return each.what;
  return `${each.what}${/[.!?]$/.test(each.what) ? '' : '.'} ${added}`;
}

/** Dnr and, where a decision may be secret, by what section, when and by whom. */
function marks({ hotspot, registrationNumber, classification, ...each }: MinutedDecision, language: Language): string {
  const words = minutesWords[language];
  const secret = [each.secrecyBasis, each.secrecyOn && dayAndMonth(each.secrecyOn, language), each.secrecyBy];
  return [
    hotspot === null ? null : `(${hotspot})`,
    registrationNumber === null ? null : `Dnr ${registrationNumber}.`,
    classification === 'open' ? null : `${words.mayBeSecret}: ${secret.filter(Boolean).join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The maps that decisions were made on: in the internal version alone, since they hold places of reports. */
function pictures(made: readonly MinutedDecision[], document: MinutesDocument, language: Language): SheetBlock[] {
  if (document.audience !== 'internal') return [];
  const words = minutesWords[language];
  return made.flatMap(({ position, what, viewId }): SheetBlock[] => {
    const svg = viewId === null ? undefined : document.views.get(viewId);
    if (svg === undefined) return [];
    const caption = words.view(position);
    return [{ type: 'picture', svg, alt: `${caption} ${what}`, caption }];
  });
}

interface Around {
  readonly content: MinutesContent;
  readonly made: MinutesDocument;
  readonly language: Language;
}

function itemBlocks(item: MinutesContent['items'][number], { content, made, language }: Around): SheetBlock[] {
  if (item.kind === 'attendance' || item.kind === 'decisions') {
    return item.note === '' ? [] : [heading(itemTitle(item, language, content.meeting)), ...paragraphs(item.note)];
  }
  const said = settled(item.kind, content, language);
  // What the meeting lifts stands among its lines too.
  const lines = linesOf(item, made).filter((text) => !said.includes(text));
  const body = [...list(said), ...paragraphs(item.note), ...list(lines)];
  return body.length === 0 ? [] : [heading(itemTitle(item, language, content.meeting)), ...body];
}

function linesOf(item: { id: string; kind: ItemKind }, { lines, audience }: MinutesDocument): string[] {
  if (lines === null || audience === 'public') return [];
  if (audience === 'cooperation' && !withoutFigures.includes(item.kind)) return [];
  const shown = audience === 'internal' ? lines : openLines(lines);
  return (shown.find(({ itemId }) => itemId === item.id)?.lines ?? []).map(({ text }) => text);
}

/** What was settled at an item, besides its notes. */
function settled(kind: ItemKind, content: MinutesContent, language: Language): readonly string[] {
  const words = minutesWords[language];
  const { level, liftedTo } = agendaWords[language];
  if (kind === 'police-picture') return content.pictures;
  if (kind === 'risk')
    return content.colours.map(({ area, level: set, sentence }) => `${words.set} ${area}: ${level[set]}.${sentence ? ` ${sentence}` : ''}`); // prettier-ignore
  if (kind === 'priorities')
    return content.priorities.map((text, index) => `${words.comingOrder} ${index + 1}. ${text}`);
  return kind === 'escalation' ? content.escalations.map(({ target, text }) => liftedTo[target](text)) : [];
}

function next({ next: planned }: MinutesContent, language: Language): SheetBlock[] {
  const words = minutesWords[language];
  return [heading(words.next), ...paragraphs(`${dayAndMonth(planned!.day, language)} ${planned!.clock}.`)];
}
