import type { EntityManager } from 'typeorm';

/** Takes the marks off a text that was read, over the version that was read; 0 when somebody else was first. */
export async function clearText(
  manager: EntityManager,
  code: number,
  { id, version }: { id: string; version: number },
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE incident SET version = version + 1, description_cleared = true
      WHERE municipality_code = $1 AND id = $2 AND version = $3 AND NOT description_cleared`,
    [code, id, version],
  );
  return count;
}
