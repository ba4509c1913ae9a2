import type { ActionBody } from '../actions/action.schema.js';
import { coverageSentence, type WeekCoverage } from '../coverage/coverage.js';
import { dayAndMonth, figure, type Language } from '../hotspots/sentence-wording.js';
import type { AreaStatus } from '../situation/area-status.schema.js';
import type { ClusterChange } from '../situation/cluster-change.js';
import type { SituationBody } from '../situation/situation.schema.js';
import type { AgendaLine, ItemKind } from './agenda.js';
import { agendaWords, type AgendaWords } from './agenda-words.js';

/** Everything that an agenda is filled from, as its reader may see it. */
export interface AgendaFacts {
  readonly situation: SituationBody;
  readonly assessments: string;
  readonly coverage: WeekCoverage;
  readonly clusters: readonly ClusterChange[];
  readonly sameWeekLastYear: { readonly week: string; readonly from: string; readonly to: string; readonly count: number } | null;
  /** Of the police's rows by category; null when the reader may not see them. */
  readonly police: { readonly count: number; readonly categories: readonly { readonly code: string; readonly name: string; readonly count: number }[] } | null;
  /** Of earlier meetings: not done, or done since the last one. */
  readonly earlier: readonly ActionBody[];
  readonly areas: readonly AreaStatus[];
  readonly coming: readonly { readonly id: string; readonly date: string; readonly endDate: string; readonly title: string; readonly parts: Parts }[];
  readonly priorities: readonly { readonly text: string; readonly areaId: string | null; readonly hotspotId: string | null }[];
  readonly tertialAreas: readonly { readonly areaId: string; readonly area: string; readonly reason: string }[];
  readonly lifted: readonly { readonly id: string; readonly text: string; readonly from: string }[];
  readonly lifting: readonly { readonly id: string; readonly text: string; readonly target: 'deepened-est' | 'steering-group' }[];
  readonly participants: readonly { readonly attendance: 'expected' | 'present' | 'absent' }[];
  readonly next: { readonly id: string | null; readonly day: string; readonly clock: string; readonly movedFor: string | null } | null;
} // prettier-ignore

interface Parts {
  readonly police: string | null;
  readonly municipality: string | null;
  readonly others: string | null;
}

const mostRows = 8;

/** What an item tells by itself. Every figure carries the filter that shows what was counted. */
export function agendaLines(kind: ItemKind, facts: AgendaFacts, language: Language): AgendaLine[] {
  const words = agendaWords[language];
  const lines = byKind[kind];
  return lines ? lines(facts, { language, words }) : [];
}

interface Told {
  readonly language: Language;
  readonly words: AgendaWords;
}

const byKind: Partial<Record<ItemKind, (facts: AgendaFacts, told: Told) => AgendaLine[]>> = {
  attendance: attendanceLines,
  'last-decisions': earlierLines,
  reports: reportLines,
  'police-picture': policeLines,
  hotspots: hotspotLines,
  risk: riskLines,
  'coming-week': comingLines,
  priorities: priorityLines,
  escalation: escalationLines,
  feedback: feedbackLines,
  'next-meeting': nextLines,
};

function line(text: string, more: Partial<AgendaLine> = {}): AgendaLine {
  return { text, count: null, search: null, subject: null, tone: 'plain', secret: false, ...more };
}

/** The query text of the map page for a period and what narrows it. */
function mapSearch(span: { from: string; to: string }, narrowed: Readonly<Record<string, string>> = {}): string {
  return new URLSearchParams({ period: 'egen', fran: span.from, till: span.to, ...narrowed }).toString();
}

function attendanceLines({ participants }: AgendaFacts, { words }: Told): AgendaLine[] {
  const there = participants.filter(({ attendance }) => attendance === 'present').length;
  return [line(words.attendance(there, participants.length), { count: there })];
}

const order = ['done', 'cannot', 'doing', 'not-started'] as const;

function earlierLines({ earlier }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  if (earlier.length === 0) return [line(words.noEarlier)];
  const rank = (action: ActionBody) => (action.overdue ? -1 : order.indexOf(action.status));
  return [...earlier]
    .sort((a, b) => rank(a) - rank(b))
    .map((action) => {
      const status = action.overdue ? words.overdue : words.status[action.status];
      const lifted = action.escalated ? ` ${words.lifted}` : '';
      return line(`${status}: ${action.sentence[language]}${lifted}`, {
        subject: { kind: 'action', id: action.id },
        tone: toneOf(action),
        secret: action.classification === 'may-be-secret',
      });
    });
}

function toneOf({ overdue, status }: ActionBody): AgendaLine['tone'] {
  if (status === 'done') return 'good';
  return overdue || status === 'cannot' ? 'bad' : status === 'doing' ? 'plain' : 'caution';
}

function reportLines(facts: AgendaFacts, { language, words }: Told): AgendaLine[] {
  const { situation, sameWeekLastYear: last, assessments, coverage } = facts;
  const answered = coverageSentence(coverage, language);
  const lines = [line(situation.sentence, { count: situation.count, search: mapSearch(situation) })];
  if (last) lines.push(line(words.lastYear(last.week, figure(last.count, language)), { count: last.count, search: mapSearch(last) })); // prettier-ignore
  for (const { code, name, count, usual } of situation.categories.slice(0, mostRows))
    lines.push(
      line(`${name[language]}: ${figure(count, language)}${words.usual(usual)}`, {
        count,
        search: mapSearch(situation, { kategori: code }),
        tone: usual.status === 'more' ? 'caution' : 'plain',
      }),
    );
  for (const notice of situation.notices) if (notice !== answered) lines.push(line(notice));
  return assessments === '' ? lines : [...lines, line(assessments)];
}

function policeLines({ police, situation }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  if (police === null) return [line(words.noPolice)];
  const lines = [line(words.police(figure(police.count, language), police.count), { count: police.count, search: mapSearch(situation, { kalla: 'polis' }) })]; // prettier-ignore
  for (const { code, name, count } of police.categories.slice(0, 5))
    lines.push(line(`${name}: ${figure(count, language)}`, { count, search: mapSearch(situation, { kalla: 'polis', kategori: code }) })); // prettier-ignore
  return lines;
}

function hotspotLines({ clusters, situation }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  const changes = clusters
    .slice(0, mostRows)
    .map(({ state, sentence }) => line(`${words.cluster[state]}: ${sentence[language]}`, { tone: state === 'new' ? 'caution' : 'plain' })); // prettier-ignore
  const spots = situation.hotspots.map((spot) =>
    line(words.hotspot(spot.number, spot.name, figure(spot.weekCount, language)), {
      count: spot.weekCount,
      search: mapSearch(situation, { valt: spot.id }),
      subject: { kind: 'hotspot', id: spot.id },
    }),
  );
  const lines = [...changes, ...spots];
  return lines.length > 0 ? lines : [line(words.noHotspots)];
}

function riskLines({ areas, situation }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  return areas.map((area) => {
    const counted = situation.areas.find(({ id }) => id === area.areaId);
    const count = counted?.count ?? (area.areaId === 'municipality' ? situation.count : null);
    const usual = counted?.usual ?? (area.areaId === 'municipality' ? situation.usual : null);
    const colour = area.level === null ? words.noColour : words.level[area.level];
    const since = area.carried && area.decidedWeek ? ` ${words.since(area.decidedWeek)}` : '';
    const figures = count === null ? '' : ` ${words.events(figure(count, language), count)}${usual ? words.usual(usual) : ''}.`;
    const said = area.sentence ? ` ${area.sentence}` : '';
    const narrowed: Record<string, string> = counted ? { omrade: area.areaId } : {};
    return line(`${area.name}: ${colour}${since}.${figures}${said}`, {
      count,
      search: mapSearch(situation, narrowed),
      subject: { kind: 'area', id: area.areaId },
      tone: area.level === 'serious' ? 'bad' : area.level === 'raised' ? 'caution' : 'plain',
    });
  });
} // prettier-ignore

function comingLines({ coming }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  if (coming.length === 0) return [line(words.nothingComing)];
  return coming.map(({ id, date, endDate, title, parts }) => {
    const day = dayAndMonth(date, language, endDate);
    const when = date === endDate ? day : `${day}–${dayAndMonth(endDate, language, date)}`;
    const said = [
      parts.police && `${words.byPolice}: ${parts.police}`,
      parts.municipality && `${words.byMunicipality}: ${parts.municipality}`,
      parts.others && `${words.byOthers}: ${parts.others}`,
    ].filter((part) => part !== null && part !== '');
    return line([`${when}: ${title}.`, ...said].join(' '), { subject: { kind: 'calendar', id } });
  });
}

function priorityLines({ priorities, tertialAreas }: AgendaFacts, { words }: Told): AgendaLine[] {
  const areas = tertialAreas.map(({ areaId, area, reason }, index) =>
    line(words.tertialArea(index + 1, area, reason), { subject: { kind: 'area', id: areaId } }),
  );
  const before = priorities.map(({ text, hotspotId, areaId }, index) =>
    line(`${words.lastTime} ${index + 1}. ${text}`, { subject: hotspotId ? { kind: 'hotspot', id: hotspotId } : areaId ? { kind: 'area', id: areaId } : null }),
  ); // prettier-ignore
  return [...areas, ...before];
}

function escalationLines({ lifted, lifting }: AgendaFacts, { words }: Told): AgendaLine[] {
  return [
    ...lifted.map(({ id, text, from }) => line(words.liftedFrom(from, text), { subject: { kind: 'escalation', id }, tone: 'caution' })), // prettier-ignore
    ...lifting.map(({ id, text, target }) => line(words.liftedTo[target](text), { subject: { kind: 'escalation', id } })), // prettier-ignore
  ];
}

function feedbackLines({ coverage, situation }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  const answered = coverageSentence(coverage, language);
  const reviewed = situation.count - situation.unreviewed;
  const lines = [line(words.reviewed(figure(reviewed, language), figure(situation.unreviewed, language)), { count: reviewed })]; // prettier-ignore
  return answered === '' ? lines : [...lines, line(answered)];
}

function nextLines({ next }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  if (next === null) return [line(words.noNext)];
  const moved = next.movedFor === null ? '' : ` ${words.moved(next.movedFor)}`;
  const subject = next.id === null ? null : { kind: 'meeting' as const, id: next.id };
  return [line(`${dayAndMonth(next.day, language)} ${next.clock}.${moved}`, { subject })];
}
