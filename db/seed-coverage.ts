import type { EntityManager } from 'typeorm';
import { dateOf, dayOf, weekdayOf } from './demo/clock.js';

/** The landlord that has gone silent; what its people would have seen came from the other landlord, of the same source group. */
const silentLandlord = { code: 'bjorkhem', insteadBy: 'alvhamnsbostader', weeks: 4 };
const weeks = 12;

/**
 * Lets every organisation of the demo answer each of the last whole weeks, so that who has reported teaches: reports,
 * "inget att rapportera", one late answer, and one organisation that has not been heard of for a month.
 */
export async function insertDemoCoverage(
  manager: EntityManager,
  { code, organisations }: { code: number; organisations: ReadonlyMap<string, { readonly id: string }> },
  until: string,
): Promise<void> {
  const today = dayOf(until);
  const monday = today - (weekdayOf(today) - 1);
  const silent = organisations.get(silentLandlord.code)!.id;
  await manager.query(
    `UPDATE incident SET organisation_id = $3 WHERE municipality_code = $1 AND organisation_id = $2 AND source = 'report'
        AND created_at >= ($4::date - 7 * $5::int)::timestamp AT TIME ZONE 'Europe/Stockholm'`,
    [code, silent, organisations.get(silentLandlord.insteadBy)!.id, dateOf(monday), silentLandlord.weeks],
  );
  await manager.query(
    `INSERT INTO null_report (municipality_code, organisation_id, monday, late, created_at)
     SELECT $1::smallint, o.id, w.monday, false, w.monday + interval '4 days 14 hours'
       FROM organisation o, (SELECT $2::date - 7 * n AS monday FROM generate_series(1, $3::int) AS n) w
      WHERE o.municipality_code = $1::smallint AND o.kind <> 'police'
        AND NOT (o.id = $4::uuid AND w.monday >= $2::date - 7 * $5::int)
        AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.municipality_code = o.municipality_code AND i.organisation_id = o.id
                         AND i.source <> 'police' AND date_trunc('week', i.created_at AT TIME ZONE 'Europe/Stockholm')::date = w.monday)`,
    [code, dateOf(monday), weeks, silent, silentLandlord.weeks],
  );
  await manager.query(
    `UPDATE null_report SET late = true, created_at = monday + interval '8 days'
      WHERE municipality_code = $1 AND (organisation_id, monday) =
        (SELECT organisation_id, monday FROM null_report WHERE municipality_code = $1 ORDER BY monday DESC, organisation_id LIMIT 1)`,
    [code],
  );
}
