import type { EntityManager } from 'typeorm';
import { newId } from '../api/src/app/identifier.js';
import { dateOf, dayOf, weekdayOf } from './demo/clock.js';

/** Colours that the group gave the areas, by how many weeks ago; what is not named was normal. */
const colours: readonly { area: string; weeksAgo: number; level: string; sentence: string | null }[] = [
  { area: 'centrum', weeksAgo: 8, level: 'normal', sentence: null },
  { area: 'centrum', weeksAgo: 5, level: 'raised', sentence: 'Fler samlas vid resecentrum sena fredagar sedan mitten av oktober.' },
  { area: 'centrum', weeksAgo: 2, level: 'serious', sentence: 'Bråk två helger i rad vid resecentrum. Värdar och polis går samma pass.' },
  { area: 'centrum', weeksAgo: 1, level: 'raised', sentence: 'Lugnare efter två helger med gemensamma pass vid resecentrum.' },
  { area: 'bjorkhojden', weeksAgo: 6, level: 'normal', sentence: null },
  { area: 'bjorkhojden', weeksAgo: 3, level: 'raised', sentence: 'Klotter och krossade rutor vid skolan efter skoltid.' },
  { area: 'norrangen', weeksAgo: 7, level: 'normal', sentence: null },
  { area: 'vaster', weeksAgo: 7, level: 'normal', sentence: 'Båtklubben går sina nattpass som planerat.' },
  { area: 'kvarnbacken', weeksAgo: 7, level: 'normal', sentence: null },
  { area: 'ostana', weeksAgo: 4, level: 'normal', sentence: 'Det är tyst, men en hyresvärd har inte rapporterat på en månad.' },
]; // prettier-ignore

const evidence: readonly { point: string; days: number; note: string }[] = [
  { point: 'coordinator', days: 610, note: 'Säkerhetssamordnaren, beslut av kommunstyrelsen.' },
  { point: 'council', days: 580, note: 'Trygghetsrådet möts fyra gånger om året.' },
  { point: 'responsible', days: 610, note: 'Kommunstyrelsens reglemente.' },
];

const rows = [
  { problem: 'Bråk och skadegörelse vid resecentrum sena fredagar och lördagar', goal: 'En fjärdedel färre händelser fredag och lördag kväll till årets slut' },
  { problem: 'Klotter och krossade rutor vid skolan', goal: 'Skador lagade inom två dygn, och färre än i fjol' },
]; // prettier-ignore

/** Gives the areas of the demo colours, the law's points evidence, and the municipality the draft of an åtgärdsplan. */
export async function insertDemoSituation(
  manager: EntityManager,
  {
    code,
    organisations,
    areas,
  }: { code: number; organisations: ReadonlyMap<string, { readonly id: string }>; areas: ReadonlyMap<string, string> },
  until: string,
): Promise<void> {
  const today = dayOf(until);
  const monday = today - (weekdayOf(today) - 1);
  const [coordinator]: { account_id: string; organisation_id: string }[] = await manager.query(
    `SELECT m.account_id, m.organisation_id FROM membership m JOIN account a ON a.id = m.account_id
      WHERE m.municipality_code = $1 AND a.email = 'samordnare@alvhamn.example'`,
    [code],
  );
  if (!coordinator || organisations.size === 0) throw new Error('the demo has no coordinator');
  const own = [coordinator.organisation_id, coordinator.account_id];
  for (const { area, weeksAgo, level, sentence } of colours)
    await manager.query(
      `INSERT INTO area_status (municipality_code, id, area_id, monday, version, level, sentence, organisation_id, account_id, decided_at)
       VALUES ($1, $2, $3, $4::date, 1, $5, $6, $7, $8, $4::date + interval '8 days 9 hours')`,
      [code, newId(), areas.get(area), dateOf(monday - 7 * weeksAgo), level, sentence, ...own],
    );
  for (const { point, days, note } of evidence)
    await manager.query(
      `INSERT INTO law_evidence (municipality_code, id, point, met, on_date, note, organisation_id, account_id)
       VALUES ($1, $2, $3, true, $4::date, $5, $6, $7)`,
      [code, newId(), point, dateOf(today - days), note, ...own],
    );
  await insertPlan(manager, { code, own, year: Number(until.slice(0, 4)) });
}

async function insertPlan(
  manager: EntityManager,
  { code, own, year }: { code: number; own: readonly string[]; year: number },
): Promise<void> {
  const id = newId();
  await manager.query(
    `INSERT INTO action_plan (municipality_code, id, title, period_from, period_to, status, organisation_id, account_id)
     VALUES ($1, $2, $3, $4, $5, 'draft', $6, $7)`,
    [code, id, `Åtgärdsplan ${year}–${year + 1}`, `${year}-01-01`, `${year + 1}-12-31`, ...own],
  );
  for (const [position, { problem, goal }] of rows.entries())
    await manager.query(
      `INSERT INTO action_plan_row (municipality_code, plan_id, position, problem, goal) VALUES ($1, $2, $3, $4, $5)`,
      [code, id, position, problem, goal],
    );
}
