import type { EntityManager } from 'typeorm';
import type { CategoryEdit, CategoryList, SeverityEdit, SubcategoryEdit } from './category.schema.js';

type Listed = CategoryList['categories'][number];

/** The categories with their sub-categories as they are stored, hidden ones too, in the municipality's order. */
export async function listedCategories(manager: EntityManager, code: number): Promise<Listed[]> {
  return manager.query(
    `SELECT c.code, jsonb_build_object('sv', c.name_sv, 'en', c.name_en) AS name, c.kind, c.severity,
            c.place_bound AS "placeBound", c.reportable, c.hidden,
            COALESCE((SELECT jsonb_agg(jsonb_build_object('code', s.code, 'name', jsonb_build_object('sv', s.name_sv, 'en', s.name_en),
                        'kind', s.kind, 'severity', s.severity, 'reportable', s.reportable, 'hidden', s.hidden, 'own', s.own) ORDER BY s.position, s.code)
                      FROM subcategory s WHERE s.municipality_code = c.municipality_code AND s.category_code = c.code), '[]') AS subcategories
       FROM category c WHERE c.municipality_code = $1 ORDER BY c.position, c.code`,
    [code],
  );
}

export async function listedSeverities(manager: EntityManager, code: number): Promise<CategoryList['severities']> {
  return manager.query(
    `SELECT level, jsonb_build_object('sv', name_sv, 'en', name_en) AS name, weight
       FROM severity WHERE municipality_code = $1 ORDER BY level`,
    [code],
  );
}

export async function updateCategory(
  manager: EntityManager,
  code: number,
  row: CategoryEdit & { category: string },
): Promise<void> {
  await manager.query(
    `UPDATE category SET name_sv = $3, name_en = $4, kind = $5, severity = $6, place_bound = $7, reportable = $8, hidden = $9
      WHERE municipality_code = $1 AND code = $2`,
    [code, row.category, row.name.sv, row.name.en, row.kind, row.severity, row.placeBound, row.reportable, row.hidden],
  );
}

export interface SubcategoryKey {
  readonly category: string;
  readonly sub: string;
}

export async function updateSubcategory(
  manager: EntityManager,
  code: number,
  row: SubcategoryEdit & SubcategoryKey,
): Promise<void> {
  await manager.query(
    `UPDATE subcategory SET name_sv = $4, name_en = $5, kind = $6, severity = $7, reportable = $8, hidden = $9
      WHERE municipality_code = $1 AND category_code = $2 AND code = $3`,
    [code, row.category, row.sub, row.name.sv, row.name.en, row.kind, row.severity, row.reportable, row.hidden],
  );
}

/** Adds a sub-category of the municipality's own, last in its category. */
export async function insertSubcategory(
  manager: EntityManager,
  code: number,
  row: SubcategoryEdit & SubcategoryKey,
): Promise<void> {
  await manager.query(
    `INSERT INTO subcategory (municipality_code, category_code, code, name_sv, name_en, kind, severity, reportable, hidden, own, position)
     SELECT $1::smallint, $2::text, $3::text, $4::text, $5::text, $6::text, $7::smallint, $8::boolean, $9::boolean, true,
            COALESCE(max(position) + 1, 0)
       FROM subcategory WHERE municipality_code = $1 AND category_code = $2`,
    [code, row.category, row.sub, row.name.sv, row.name.en, row.kind, row.severity, row.reportable, row.hidden],
  );
}

export async function orderCategories(manager: EntityManager, code: number, codes: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE category c SET position = o.n - 1 FROM unnest($2::text[]) WITH ORDINALITY AS o(code, n)
      WHERE c.municipality_code = $1 AND c.code = o.code`,
    [code, codes],
  );
}

export async function orderSubcategories(
  manager: EntityManager,
  code: number,
  order: { category: string; codes: readonly string[] },
): Promise<void> {
  await manager.query(
    `UPDATE subcategory s SET position = o.n - 1 FROM unnest($3::text[]) WITH ORDINALITY AS o(code, n)
      WHERE s.municipality_code = $1 AND s.category_code = $2 AND s.code = o.code`,
    [code, order.category, order.codes],
  );
}

export async function updateSeverity(
  manager: EntityManager,
  code: number,
  row: SeverityEdit & { level: number },
): Promise<void> {
  await manager.query(
    `UPDATE severity SET name_sv = $3, name_en = $4, weight = $5 WHERE municipality_code = $1 AND level = $2`,
    [code, row.level, row.name.sv, row.name.en, row.weight],
  );
}
