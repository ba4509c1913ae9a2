import { dayAndMonth, figure } from '../hotspots/sentence-wording.js';
import type { AgendaLine } from './agenda.js';
import { line, mapSearch, type Told, toneOf } from './agenda-line.js';
import type { AgendaFacts } from './agenda-sources.js';

const mostPlaces = 8;

/** The areas that come first in the tertial, with reasons; or that nobody has chosen them yet. */
export function tertialLines({ tertial, tertialAreas, withResidents }: AgendaFacts, { words }: Told): AgendaLine[] {
  if (withResidents) return [];
  const subject = { kind: 'tertial' as const, id: tertial };
  if (tertialAreas.length === 0) return [line(words.noTertialAreas(tertial), { subject, tone: 'caution' })];
  return tertialAreas.map(({ area, reason }, index) => line(words.tertialArea(index + 1, area, reason), { subject }));
}

/** What was lifted to this group, each with how the decision goes, and what this meeting lifts. */
export function liftedLines({ lifted, lifting, receives }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  const came = lifted.map(({ id, text, from, action }) => {
    const status = action && (action.overdue ? words.overdue : words.status[action.status]);
    const decided = action ? ` ${words.itsDecision(status!, action.sentence[language])}` : '';
    return line(`${words.liftedFrom(from, action ? ended(text) : text)}${decided}`, {
      subject: { kind: 'escalation', id },
      tone: action ? toneOf(action) : 'caution',
      secret: action?.classification === 'may-be-secret',
    });
  });
  const goes = lifting.map(({ id, text, target }) =>
    line(words.liftedTo[target](text), { subject: { kind: 'escalation', id } }),
  );
  const none = receives && came.length === 0 ? [line(words.noneLifted)] : [];
  return [...came, ...none, ...goes];
}

/** Each promise that runs with how many of its commitments keep up; one that does not is told first. */
export function promiseLines({ situation }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  if (situation.promises.length === 0) return [line(words.noPromises)];
  const told = situation.promises.map(({ id, title, commitments }) => {
    const late = commitments.filter(({ status }) => status === 'behind' || status === 'not-met');
    const well = commitments.filter(({ status }) => status === 'on-track' || status === 'done').length;
    const text = words.promise(title, figure(well, language), figure(commitments.length, language), commitments.length);
    const which = late.map(({ sentence }) => ` ${sentence}`).join('');
    const tone = commitments.some(({ status }) => status === 'not-met') ? 'bad' : late.length > 0 ? 'caution' : well > 0 ? 'good' : 'plain'; // prettier-ignore
    return { late: late.length, line: line(`${text}${which}`, { subject: { kind: 'promise', id }, tone }) };
  });
  return told.sort((a, b) => b.late - a.late).map((each) => each.line);
}

/** The åtgärdsplan that holds on the day, else the draft, else that there is none. */
export function planLines({ long, situation }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  if (long === null) return [];
  const decided = long.plans.filter(({ status }) => status === 'decided');
  const plan = decided.find(({ periodTo }) => periodTo >= situation.to) ?? decided[0] ?? long.plans[0];
  if (!plan) return [line(words.noPlan, { subject: { kind: 'law', id: 'action-plan' }, tone: 'caution' })];
  const statuses = plan.rows.flatMap(({ action }) => (action ? [action.status] : []));
  const done = statuses.filter((status) => status === 'done').length;
  const when = plan.decidedOn === null ? null : dayAndMonth(plan.decidedOn, language, plan.periodTo);
  const head = when === null ? words.planDraft(plan.title) : words.planDecided(plan.title, when, plan.decidedBy ?? '');
  const rows = plan.rows.length === 0 ? words.planEmpty : words.planRows(plan.rows.length, done, statuses.length);
  const subject = { kind: 'action-plan' as const, id: plan.id };
  const lines = [line(`${head} ${rows}`, { subject, tone: when === null ? 'caution' : 'plain' })];
  const cannot = plan.rows.flatMap(({ action }) => (action?.status === 'cannot' ? [action] : []));
  return [
    ...lines,
    ...cannot.map(({ what, owner }) => line(words.planCannot(what, owner), { subject, tone: 'bad', secret: true })),
  ];
}

/** How many of the law's points something in the system shows, and each that nothing does. */
export function lawLines({ long }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  if (long === null) return [];
  const open = long.law.filter(({ met }) => !met);
  const met = long.law.length - open.length;
  const head = line(words.law(met, long.law.length), {
    subject: { kind: 'law', id: 'all' },
    tone: open.length === 0 ? 'good' : 'caution',
  });
  const held = line(words.strategicHeld(long.year, figure(long.strategicHeld, language), long.strategicHeld));
  return [head, held, ...open.map(({ id, text }) => line(words.lawMissing(text), { subject: { kind: 'law', id } }))];
}

/** Where to go on a safety walk: the open hot spots, and places where it has happened again. */
export function placeLines({ situation, kind }: AgendaFacts, { language, words }: Told): AgendaLine[] {
  const spots = situation.hotspots.map(({ id, number, name, weekCount }) =>
    line(words.hotspot(number, name, figure(weekCount, language), kind), {
      count: weekCount,
      search: mapSearch(situation, { valt: id }),
      subject: { kind: 'hotspot', id },
    }),
  );
  const again = situation.repeatPlaces.slice(0, mostPlaces).map(({ name, count, dates, position }) =>
    line(words.again(name ?? words.placeWithoutName, figure(count, language), figure(dates, language)), {
      count,
      search: mapSearch(situation, { nara: `${position[0]},${position[1]},100` }),
    }),
  );
  const lines = [...spots, ...again];
  return lines.length > 0 ? lines : [line(words.noPlaces)];
}

/** A text that another sentence follows. */
function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
