import type { EntityManager } from 'typeorm';

/** The area of every event that has one; of the rows of one event the one that stands for it where events are counted. */
export async function eventAreas(manager: EntityManager, code: number): Promise<Map<string, string>> {
  const rows: { event_key: string; area_id: string | null }[] = await manager.query(
    `SELECT DISTINCT ON (i.event_key) i.event_key, i.area_id
       FROM incident i
      WHERE i.municipality_code = $1 AND i.status <> 'dismissed'
      ORDER BY i.event_key, array_position(ARRAY['point', 'address', 'street', 'area', 'none'], i.precision),
               COALESCE(i.occurred_to, i.occurred_from) - i.occurred_from, i.occurred_from, i.id`,
    [code],
  );
  return new Map(rows.flatMap((row) => (row.area_id === null ? [] : [[row.event_key, row.area_id] as const])));
}
