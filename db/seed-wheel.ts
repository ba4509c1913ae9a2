import type { EntityManager } from 'typeorm';
import { occurrencesOf } from '../api/src/calendar/calendar.js';
import { insertActivity, saveOccurrence } from '../api/src/calendar/calendar.queries.js';
import type { NewCalendarActivity } from '../api/src/calendar/calendar.schema.js';
import { suggestionOf } from '../api/src/calendar/default-activity.js';
import { newId } from '../api/src/app/identifier.js';
import { dateOf, dayOf } from './demo/clock.js';

type Organisation = 'social' | 'polisen' | 'fritid' | 'skola';
type Rule = NewCalendarActivity['rule'];

interface Planned extends Partial<Omit<NewCalendarActivity, 'organisationId'>> {
  readonly owner: Organisation;
  readonly ownerFunction: string;
}

const none = { police: null, municipality: null, others: null };

/** A suggestion that Älvhamn took, with who answers for it; the rule is given where a municipality is asked. */
const taken: Readonly<Record<string, Planned & { readonly rule?: Rule }>> = {
  brottsofferdagen: { owner: 'social', ownerFunction: 'brottsofferstöd', parts: { police: 'Informationsdisk i stationen', municipality: 'Föreläsning på biblioteket', others: 'Brottsofferjouren' } },
  'fore-valborg': { owner: 'fritid', ownerFunction: 'fältledare', parts: { police: 'Berättar om förra årets Valborg', municipality: 'Bjuder in vårdnadshavare till årskurs 7–9', others: null }, checklist: 'Boka aulan\nBjud in via skolplattformen\nBeställ föreläsare' },
  valborg: { owner: 'social', ownerFunction: 'trygghetssamordnare', checklist: 'Fältare och föräldravandrare bokade\nBelysning i Hamnparken kontrollerad\nOrdningsvakter beställda' },
  skolavslutning: { owner: 'skola', ownerFunction: 'rektorsgruppen', rule: { kind: 'date', month: 6, day: 10, toMonth: null, toDay: null } },
  midsommar: { owner: 'polisen', ownerFunction: 'kommunpolis' },
  tryggvedagen: { owner: 'social', ownerFunction: 'trygghetssamordnare', parts: { police: 'Cykelmärkning på torget', municipality: 'Öppet hus i kommunhuset', others: 'Grannsamverkan och båtsamverkan' } },
  'vecka-fri': { owner: 'skola', ownerFunction: 'elevhälsan', parts: { police: null, municipality: 'Lektioner i alla årskurser', others: null } },
  lucia: { owner: 'fritid', ownerFunction: 'fältledare' },
  nyar: { owner: 'polisen', ownerFunction: 'kommunpolis', parts: { police: 'Tillsyn av fyrverkerier', municipality: null, others: null } },
  lonehelg: { owner: 'polisen', ownerFunction: 'kommunpolis', parts: { police: 'Fotpatrull på torget fredag och lördag', municipality: null, others: null } },
  nyhetsbrev: { owner: 'social', ownerFunction: 'kommunikatör', rule: { kind: 'times', bound: 'at-least', count: 4, per: 'year', dates: [{ month: 2, day: 15 }, { month: 5, day: 15 }, { month: 9, day: 15 }, { month: 12, day: 8 }] } },
  sportlov: { owner: 'skola', ownerFunction: 'skolförvaltningen', rule: { kind: 'weeks', week: 9, toWeek: null, weekday: null } },
  pasklov: { owner: 'skola', ownerFunction: 'skolförvaltningen', rule: { kind: 'feast', feast: 'paskdagen', offset: -6, days: 7 } },
  sommarlov: { owner: 'skola', ownerFunction: 'skolförvaltningen', rule: { kind: 'date', month: 6, day: 11, toMonth: 8, toDay: 17 } },
  hostlov: { owner: 'skola', ownerFunction: 'skolförvaltningen' },
  jullov: { owner: 'skola', ownerFunction: 'skolförvaltningen', rule: { kind: 'date', month: 12, day: 19, toMonth: 1, toDay: 8 } },
}; // prettier-ignore

/** What is Älvhamn's own. */
const own: readonly (Planned & Pick<NewCalendarActivity, 'title' | 'kind' | 'rule'>)[] = [
  { owner: 'fritid', ownerFunction: 'evenemangssamordnare', title: 'Hamnfesten', kind: 'arrangement', rule: { kind: 'nth-weekday', months: [8], nth: 3, weekday: 6, days: 2 }, leadWeeks: 10, parts: { police: 'Kommenderad styrka lördag kväll', municipality: 'Avspärrningar, fältare och städning', others: 'Ordningsvakter' } },
  { owner: 'social', ownerFunction: 'trygghetssamordnare', title: 'Trygghetsvandring', kind: 'activity', rule: { kind: 'nth-weekday', months: [4, 10], nth: 2, weekday: 3, days: 1 }, leadWeeks: 4, parts: { police: 'Deltar', municipality: 'Leder vandringen', others: 'Älvhamnsbostäder' } },
  { owner: 'polisen', ownerFunction: 'kommunpolis', title: 'Medborgardialog på torget', kind: 'activity', rule: { kind: 'weeks', week: 12, toWeek: null, weekday: 4 }, leadWeeks: 5, parts: { police: 'Möter invånare', municipality: 'Möter invånare', others: null } },
  { owner: 'social', ownerFunction: 'kommunikatör', title: 'Tips mot inbrott inför semestern', kind: 'communication', rule: { kind: 'weeks', week: 25, toWeek: null, weekday: null }, leadWeeks: 3 },
  { owner: 'skola', ownerFunction: 'elevhälsan', title: 'Skolpoliser träffar årskurs 7', kind: 'activity', rule: { kind: 'weeks', week: 35, toWeek: 37, weekday: null }, leadWeeks: 4, parts: { police: 'Besöker varje klass', municipality: null, others: null } },
  { owner: 'social', ownerFunction: 'trygghetssamordnare', title: 'Grannsamverkan och båtsamverkan', kind: 'activity', rule: { kind: 'undated', when: 'ongoing' }, parts: { police: 'Utbildar', municipality: 'Skyltar och material', others: 'Föreningarna vandrar' } },
]; // prettier-ignore

/** Fills the annual wheel of the demo: what has been this year is ticked, one occasion was moved and one skipped. */
export async function insertDemoWheel(
  manager: EntityManager,
  { code, organisations }: { code: number; organisations: ReadonlyMap<string, { readonly id: string }> },
  until: string,
): Promise<void> {
  const [account]: { id: string }[] = await manager.query(
    `SELECT m.account_id AS id FROM membership m WHERE m.municipality_code = $1 AND m.role = 'coordinator' LIMIT 1`,
    [code],
  );
  const fromSuggestions = Object.entries(taken).map(([key, { owner, ...more }]) => {
    const { kind, title, rule, leadWeeks, parts } = suggestionOf(key)!;
    return activity({ kind, title, rule: rule as Rule, leadWeeks, parts, suggestion: key, ...more }, organisations.get(owner)!.id); // prettier-ignore
  });
  const ofTheirOwn = own.map(({ owner, ...more }) => activity(more, organisations.get(owner)!.id));
  for (const each of [...fromSuggestions, ...ofTheirOwn])
    await insertWithPast(manager, each, { code, accountId: account!.id, until });
}

function activity(
  given: Partial<NewCalendarActivity> & Pick<NewCalendarActivity, 'title' | 'kind' | 'rule'>,
  organisationId: string,
): NewCalendarActivity {
  const plain = { firstYear: null, lastYear: null, leadWeeks: 0, ownerFunction: null, parts: none, checklist: null, suggestion: null }; // prettier-ignore
  return { ...plain, ...given, organisationId };
}

async function insertWithPast(
  manager: EntityManager,
  input: NewCalendarActivity,
  { code, accountId, until }: { code: number; accountId: string; until: string },
): Promise<void> {
  const key = { municipalityCode: code, id: newId() };
  await insertActivity(manager, key, { ...input, accountId });
  if (input.kind === 'school-break') return;
  const span = { date: `${until.slice(0, 4)}-01-01`, endDate: dateOf(dayOf(until) - 1) };
  for (const { date, endDate, plannedOn } of occurrencesOf(input, [], span)) {
    if (endDate >= until) continue;
    const skipped = input.title === 'Tips mot inbrott inför semestern';
    const moved = input.title === 'Medborgardialog på torget';
    await saveOccurrence(manager, key, {
      plannedOn,
      status: skipped ? 'skipped' : 'done',
      movedTo: moved ? dateOf(dayOf(date) + 7) : null,
      note: skipped ? 'Polisen hade en egen kampanj samma vecka' : null,
      added: false,
      accountId,
    });
  }
}
