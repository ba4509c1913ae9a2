import type { EntityManager } from 'typeorm';
import type { Answer } from './assessment.js';

export interface FactorRow {
  code: string;
  name_sv: string;
  name_en: string;
  active: boolean;
}

export async function factorRows(manager: EntityManager, code: number): Promise<FactorRow[]> {
  return manager.query(
    `SELECT code, name_sv, name_en, active FROM assessment_factor WHERE municipality_code = $1 ORDER BY position, code`,
    [code],
  );
}

/** Saves the questions in their order; one that is left out is asked no more, and its old answers keep their name. */
export async function saveFactors(manager: EntityManager, code: number, rows: readonly FactorRow[]): Promise<void> {
  await manager.query(`UPDATE assessment_factor SET active = false WHERE municipality_code = $1`, [code]);
  await manager.query(
    `INSERT INTO assessment_factor (municipality_code, code, name_sv, name_en, active, position)
     SELECT $1::smallint, f.code, f.name_sv, f.name_en, f.active, f.position
       FROM jsonb_to_recordset($2::jsonb) AS f(code text, name_sv text, name_en text, active boolean, position smallint)
     ON CONFLICT ON CONSTRAINT assessment_factor_pk DO UPDATE SET name_sv = EXCLUDED.name_sv, name_en = EXCLUDED.name_en,
       active = EXCLUDED.active, position = EXCLUDED.position`,
    [code, JSON.stringify(rows.map((row, position) => ({ ...row, position })))],
  );
}

export async function areaNames(manager: EntityManager, code: number): Promise<{ id: string; name: string }[]> {
  return manager.query(`SELECT id, name FROM area WHERE municipality_code = $1 ORDER BY name, id`, [code]);
}

interface OwnKey {
  readonly areaId: string;
  readonly monday: string;
  readonly accountId: string;
}

/** One person's answers for an area's week take the place of those given before. */
export async function replaceAnswers(
  manager: EntityManager,
  code: number,
  row: OwnKey & {
    readonly organisationId: string;
    readonly answers: readonly { readonly factor: string; readonly answer: Answer }[];
  },
): Promise<void> {
  // The same person on two devices, or an impatient thumb: one after the other, or each would wait for rows of the other.
  await manager.query(`SELECT pg_advisory_xact_lock(1416, hashtext($1))`, [`${code} ${row.areaId} ${row.accountId}`]);
  await deleteAnswers(manager, code, row);
  await manager.query(
    `INSERT INTO assessment (municipality_code, area_id, monday, account_id, organisation_id, factor_code, answer)
     SELECT $1::smallint, $2::uuid, $3::date, $4::uuid, $5::uuid, a.factor, a.answer
       FROM jsonb_to_recordset($6::jsonb) AS a(factor text, answer text)
     ON CONFLICT ON CONSTRAINT assessment_pk DO UPDATE SET answer = EXCLUDED.answer, at = now()`,
    [code, row.areaId, row.monday, row.accountId, row.organisationId, JSON.stringify(row.answers)],
  );
}

/** How many answers went. */
export async function deleteAnswers(manager: EntityManager, code: number, row: OwnKey): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `DELETE FROM assessment WHERE municipality_code = $1 AND area_id = $2 AND monday = $3::date AND account_id = $4`,
    [code, row.areaId, row.monday, row.accountId],
  );
  return count;
}

export async function ownAnswers(
  manager: EntityManager,
  code: number,
  { monday, accountId }: Omit<OwnKey, 'areaId'>,
): Promise<{ area_id: string; factor: string; answer: Answer }[]> {
  return manager.query(
    `SELECT area_id, factor_code AS factor, answer FROM assessment
      WHERE municipality_code = $1 AND monday = $2::date AND account_id = $3`,
    [code, monday, accountId],
  );
}

/** How many gave which answer, by area, week and question. */
export async function tallies(
  manager: EntityManager,
  code: number,
  mondays: readonly string[],
): Promise<{ area_id: string; monday: string; factor: string; answer: Answer; n: number }[]> {
  return manager.query(
    `SELECT area_id, monday::text AS monday, factor_code AS factor, answer, count(*)::int AS n FROM assessment
      WHERE municipality_code = $1 AND monday = ANY ($2::date[]) GROUP BY area_id, monday, factor_code, answer`,
    [code, mondays],
  );
}

/** How many people answered, by area and week. */
export async function peopleCounts(
  manager: EntityManager,
  code: number,
  mondays: readonly string[],
): Promise<{ area_id: string; monday: string; people: number }[]> {
  return manager.query(
    `SELECT area_id, monday::text AS monday, count(DISTINCT account_id)::int AS people FROM assessment
      WHERE municipality_code = $1 AND monday = ANY ($2::date[]) GROUP BY area_id, monday`,
    [code, mondays],
  );
}

/** Which organisations assessed any area in which week, by its Monday. */
export async function assessingOrganisations(
  manager: EntityManager,
  code: number,
  mondays: readonly string[],
): Promise<{ organisation_id: string; monday: string }[]> {
  return manager.query(
    `SELECT DISTINCT organisation_id, monday::text AS monday FROM assessment
      WHERE municipality_code = $1 AND monday = ANY ($2::date[]) AND answer <> 'unknown'`,
    [code, mondays],
  );
}
