import type { ActionBody } from '../actions/action.schema.js';
import { coverageSentence } from '../coverage/coverage.js';
import { dayAndMonth, figure, type Language } from '../hotspots/sentence-wording.js';
import type { AgendaLine, ItemKind } from './agenda.js';
import { line, mapSearch, type Told, toneOf } from './agenda-line.js';
import { lawLines, liftedLines, planLines, placeLines, promiseLines, tertialLines } from './agenda-long-lines.js';
import type { AgendaFacts, Span } from './agenda-sources.js';
import { agendaWords } from './agenda-words.js';

const mostRows = 8;
const mostComing = 15;

/** What an item tells by itself. Every figure carries the filter that shows what was counted. */
export function agendaLines(kind: ItemKind, facts: AgendaFacts, language: Language): AgendaLine[] {
  const words = agendaWords[language];
  const lines = byKind[kind];
  return lines ? lines(facts, { language, words }) : [];
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
  escalation: liftedLines,
  feedback: feedbackLines,
  'next-meeting': nextLines,
  promises: promiseLines,
  'action-plan': planLines,
  law: lawLines,
  places: placeLines,
};

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

function reportLines(facts: AgendaFacts, { language, words }: Told): AgendaLine[] {
  const { situation, lastYear: last, since, year, assessments, coverage } = facts;
  const answered = coverageSentence(coverage, language);
  const lines = [line(situation.sentence, { count: situation.count, search: mapSearch(situation) })];
  const told = (text: string, span: Span) => lines.push(line(text, { count: span.count, search: mapSearch(span) }));
  if (last) told(words.lastYear[last.kind](last.period, figure(last.count, language)), last);
  if (since) told(words.since(dayAndMonth(since.from, language), figure(since.count, language), since.count), since);
  if (year) told(words.yearSoFar(dayAndMonth(year.to, language), figure(year.count, language), year.count), year);
  if (year?.before) told(words.yearBefore(figure(year.before.count, language)), year.before);
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

function hotspotLines({ clusters, situation, kind }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  const changes = clusters
    .slice(0, mostRows)
    .map(({ state, sentence }) => line(`${words.cluster[state]}: ${sentence[language]}`, { tone: state === 'new' ? 'caution' : 'plain' })); // prettier-ignore
  const spots = situation.hotspots.map((spot) =>
    line(words.hotspot(spot.number, spot.name, figure(spot.weekCount, language), kind), {
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
    const since = area.carried && area.decidedWeek ? ` ${words.colourSince(area.decidedWeek)}` : '';
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

function comingLines({ coming, kind, withResidents }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  if (coming.length === 0) return [line(words.nothingComing[kind])];
  const lines = coming.slice(0, mostComing).map(({ id, date, endDate, title, parts }) => {
    const day = dayAndMonth(date, language, endDate);
    const when = date === endDate ? day : `${day}–${dayAndMonth(endDate, language, date)}`;
    const said = [
      parts.police && `${words.byPolice}: ${parts.police}`,
      parts.municipality && `${words.byMunicipality}: ${parts.municipality}`,
      parts.others && `${words.byOthers}: ${parts.others}`,
    ].filter((part) => part !== null && part !== '');
    // What the police mean to do is not told to everybody beforehand.
    return line([`${when}: ${title}.`, ...(withResidents ? [] : said)].join(' '), {
      subject: { kind: 'calendar', id },
    });
  });
  const left = coming.length - lines.length;
  return left > 0 ? [...lines, line(words.moreComing(left))] : lines;
}

function priorityLines(facts: AgendaFacts, told: Told): AgendaLine[] {
  const before = facts.priorities.map(({ text, hotspotId, areaId }, index) =>
    line(`${told.words.lastTime} ${index + 1}. ${text}`, { subject: hotspotId ? { kind: 'hotspot', id: hotspotId } : areaId ? { kind: 'area', id: areaId } : null }),
  ); // prettier-ignore
  return [...tertialLines(facts, told), ...before];
}

function feedbackLines({ coverage, situation, withResidents }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  if (withResidents) return [];
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
