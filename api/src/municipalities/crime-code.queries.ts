import type { EntityManager } from 'typeorm';
import type { CrimeCodeLine } from './crime-code-file.js';

export async function ownCrimeCodes(manager: EntityManager, code: number): Promise<CrimeCodeLine[]> {
  return manager.query(
    `SELECT code, category_code AS category, subcategory_code AS subcategory, sensitive
       FROM crime_code WHERE municipality_code = $1 ORDER BY code`,
    [code],
  );
}

export async function saveCrimeCodes(
  manager: EntityManager,
  code: number,
  rows: readonly CrimeCodeLine[],
): Promise<void> {
  await manager.query(
    `INSERT INTO crime_code (municipality_code, code, category_code, subcategory_code, sensitive)
     SELECT $1::smallint, code, category, subcategory, sensitive
       FROM jsonb_to_recordset($2) AS r(code text, category text, subcategory text, sensitive boolean)
     ON CONFLICT ON CONSTRAINT crime_code_pk DO UPDATE
        SET category_code = EXCLUDED.category_code, subcategory_code = EXCLUDED.subcategory_code, sensitive = EXCLUDED.sensitive`,
    [code, JSON.stringify(rows)],
  );
}

export async function deleteCrimeCode(manager: EntityManager, code: number, crimeCode: string): Promise<void> {
  await manager.query('DELETE FROM crime_code WHERE municipality_code = $1 AND code = $2', [code, crimeCode]);
}
