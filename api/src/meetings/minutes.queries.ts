import type { EntityManager } from 'typeorm';
import { only } from '../app/database.js';
import type { MinutedLines, MinutesContent } from './minutes.js';

export interface MinutesRow {
  version: number;
  content: MinutesContent;
  content_digest: string;
  reason: string | null;
  at: Date;
}

/** The versions of a meeting's minutes, the newest first. */
export async function minutesRows(manager: EntityManager, code: number, meetingId: string): Promise<MinutesRow[]> {
  return manager.query(
    `SELECT version, content, content_digest, reason, at FROM minutes WHERE municipality_code = $1 AND meeting_id = $2 ORDER BY version DESC`,
    [code, meetingId],
  );
}

export interface NewMinutesRow {
  readonly id: string;
  readonly meetingId: string;
  readonly version: number;
  readonly content: MinutesContent;
  readonly digest: string;
  readonly reason: string | null;
  readonly accountId: string;
}

export async function insertMinutes(manager: EntityManager, code: number, row: NewMinutesRow): Promise<void> {
  only(
    await manager.query(
      `INSERT INTO minutes (municipality_code, id, meeting_id, version, content, content_digest, reason, account_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [code, row.id, row.meetingId, row.version, JSON.stringify(row.content), row.digest, row.reason, row.accountId],
    ),
  );
}

/** The figures that a meeting was closed with, seen by those who may see all the groups that they were counted from. */
export async function figureLines(
  manager: EntityManager,
  code: number,
  meetingId: string,
  language: 'sv' | 'en',
): Promise<MinutedLines | null> {
  const rows: { lines: MinutedLines }[] = await manager.query(
    `SELECT lines FROM minutes_figures WHERE municipality_code = $1 AND meeting_id = $2 AND language = $3`,
    [code, meetingId, language],
  );
  return rows[0]?.lines ?? null;
}

export async function insertFigureLines(
  manager: EntityManager,
  code: number,
  row: { meetingId: string; language: 'sv' | 'en'; groups: readonly string[]; lines: MinutedLines },
): Promise<void> {
  await manager.query(
    `INSERT INTO minutes_figures (municipality_code, meeting_id, language, group_codes, lines) VALUES ($1, $2, $3, $4, $5)`,
    [code, row.meetingId, row.language, row.groups, JSON.stringify(row.lines)],
  );
}
