import type { EntityManager } from 'typeorm';
import { defaultFactors } from '../api/src/assessments/default-factor.js';
import { dateOf, dayOf, weekdayOf } from './demo/clock.js';

const weeks = 8;

/**
 * Lets the people of the demo assess the last whole weeks: mostly as usual, worse where many reports came, and one area
 * that nobody has assessed. The same dates give the same answers.
 */
export async function insertDemoAssessments(
  manager: EntityManager,
  { code, areas }: { code: number; areas: ReadonlyMap<string, string> },
  until: string,
): Promise<void> {
  const today = dayOf(until);
  const monday = today - (weekdayOf(today) - 1);
  const assessed = [...areas].sort(([a], [b]) => (a < b ? -1 : 1)).slice(1);
  await manager.query(
    `INSERT INTO assessment (municipality_code, area_id, monday, account_id, organisation_id, factor_code, answer, at)
     SELECT $1::smallint, x.area_id, x.monday, x.account_id, x.organisation_id, x.factor,
            CASE WHEN x.chance < 8 THEN 'unknown' WHEN x.chance < 8 + x.worse THEN 'worse' WHEN x.chance > 88 THEN 'calmer' ELSE 'usual' END,
            x.monday + interval '4 days 15 hours'
       FROM (
         SELECT a.id::uuid AS area_id, w.monday, m.account_id, m.organisation_id, f.factor,
                ('x' || substr(md5(a.key || w.monday || f.factor || u.email), 1, 7))::bit(28)::int % 100 AS chance,
                CASE WHEN ('x' || substr(md5(a.key || w.monday), 1, 7))::bit(28)::int % 5 = 0 THEN 50 ELSE 8 END AS worse,
                ('x' || substr(md5(a.key || w.monday || u.email), 1, 7))::bit(28)::int % 3 AS takes_part
           FROM jsonb_to_recordset($2::jsonb) AS a(id text, key text),
                (SELECT $3::date - 7 * n AS monday FROM generate_series(1, $4::int) AS n) w,
                jsonb_array_elements_text($5::jsonb) AS f(factor),
                membership m JOIN account u ON u.id = m.account_id
          WHERE m.municipality_code = $1::smallint AND m.role IN ('coordinator', 'police', 'analyst', 'reporter')
            AND EXISTS (SELECT 1 FROM organisation o WHERE o.municipality_code = m.municipality_code AND o.id = m.organisation_id AND o.kind IN ('municipality', 'police'))
       ) x WHERE x.takes_part > 0`,
    [
      code,
      JSON.stringify(assessed.map(([key, id]) => ({ id, key }))),
      dateOf(monday),
      weeks,
      JSON.stringify(defaultFactors.map((factor) => factor.code)),
    ],
  );
}
