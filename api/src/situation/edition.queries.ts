import type { EntityManager } from 'typeorm';
import type { Audience, SectionId } from './edition.js';
import type { FrozenContent } from './edition.schema.js';

export interface TextRow {
  readonly section: SectionId;
  readonly version: number;
  readonly body: string | null;
  readonly organisation: string | null;
  readonly changed_at: Date;
}

interface TextKey {
  readonly period: string;
  readonly audience: Audience;
  readonly language: string;
}

/** The latest text of each section that was ever edited. */
export async function textRows(manager: EntityManager, code: number, key: TextKey): Promise<TextRow[]> {
  return manager.query(
    `SELECT DISTINCT ON (t.section) t.section, t.version, t.body, o.name AS organisation, t.changed_at
       FROM situation_text t LEFT JOIN organisation o ON o.municipality_code = t.municipality_code AND o.id = t.organisation_id
      WHERE t.municipality_code = $1 AND t.period = $2 AND t.audience = $3 AND t.language = $4
      ORDER BY t.section, t.version DESC`,
    [code, key.period, key.audience, key.language],
  );
}

/** How many sections of a period hold a text that somebody wrote, for whichever audience. */
export async function editedSections(manager: EntityManager, code: number, period: string): Promise<number> {
  const [row]: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM (SELECT DISTINCT ON (audience, language, section) body FROM situation_text
       WHERE municipality_code = $1 AND period = $2 ORDER BY audience, language, section, version DESC) t
      WHERE t.body IS NOT NULL`,
    [code, period],
  );
  return row?.count ?? 0;
}

/** Adds a text after the version that the writer has seen; how many rows: 0 when another came first. */
export async function insertText(
  manager: EntityManager,
  code: number,
  row: TextKey & {
    readonly section: SectionId;
    readonly seen: number;
    readonly body: string | null;
    readonly organisationId: string;
    readonly accountId: string;
  },
): Promise<number> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO situation_text (municipality_code, period, audience, section, language, version, body, organisation_id, account_id)
     SELECT $1::smallint, $2::text, $3::text, $4::text, $5::text, $6::int + 1, $7::text, $8::uuid, $9::uuid
      WHERE $6::int = COALESCE((SELECT max(version) FROM situation_text WHERE municipality_code = $1::smallint AND period = $2::text
                                   AND audience = $3::text AND section = $4::text AND language = $5::text), 0)
     ON CONFLICT DO NOTHING RETURNING version`,
    [code, row.period, row.audience, row.section, row.language, row.seen, row.body, row.organisationId, row.accountId],
  );
  return rows.length;
}

export interface VersionRow {
  readonly id: string;
  readonly period: string;
  readonly audience: Audience;
  readonly number: number;
  readonly language: 'sv' | 'en';
  readonly content: FrozenContent;
  readonly content_digest: string;
  readonly registration_number: string | null;
  readonly classification: 'open' | 'may-be-secret';
  readonly secrecy_basis: string | null;
  readonly organisation: string | null;
  readonly approved_at: Date;
}

const versionColumns = `v.id, v.period, v.audience, v.number, v.language, v.content_digest, v.registration_number, v.classification,
  v.secrecy_basis, o.name AS organisation, v.approved_at`;
const organisationOf = `LEFT JOIN organisation o ON o.municipality_code = v.municipality_code AND o.id = v.organisation_id`;

/** The approved versions of a period, or of all; the latest first, at most 200. */
export async function versionRows(
  manager: EntityManager,
  code: number,
  period: string | null,
): Promise<Omit<VersionRow, 'content'>[]> {
  return manager.query(
    `SELECT ${versionColumns} FROM situation_version v ${organisationOf}
      WHERE v.municipality_code = $1 AND ($2::text IS NULL OR v.period = $2)
      ORDER BY v.approved_at DESC, v.number DESC LIMIT 200`,
    [code, period],
  );
}

export async function versionRow(manager: EntityManager, code: number, id: string): Promise<VersionRow | undefined> {
  const rows: VersionRow[] = await manager.query(
    `SELECT ${versionColumns}, v.content FROM situation_version v ${organisationOf} WHERE v.municipality_code = $1 AND v.id = $2`,
    [code, id],
  );
  return rows[0];
}

export interface NewVersionRow {
  readonly id: string;
  readonly period: string;
  readonly audience: Audience;
  readonly number: number;
  readonly language: string;
  readonly groups: readonly string[];
  readonly content: FrozenContent;
  readonly digest: string;
  readonly registrationNumber: string | null;
  readonly classification: string;
  readonly secrecyBasis: string | null;
  readonly organisationId: string;
  readonly accountId: string;
}

/** How many rows: 0 when somebody else approved a version with this number first. */
export async function insertVersion(manager: EntityManager, code: number, row: NewVersionRow): Promise<number> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO situation_version (municipality_code, id, period, audience, number, language, group_codes, content, content_digest,
                                    registration_number, classification, secrecy_basis, organisation_id, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT ON CONSTRAINT situation_version_number_unique DO NOTHING RETURNING id`,
    [
      code,
      row.id,
      row.period,
      row.audience,
      row.number,
      row.language,
      row.groups,
      JSON.stringify(row.content),
      row.digest,
      row.registrationNumber,
      row.classification,
      row.secrecyBasis,
      row.organisationId,
      row.accountId,
    ],
  );
  return rows.length;
}

/** The number of the latest approved version; 0 when there is none. */
export async function latestNumber(
  manager: EntityManager,
  code: number,
  { period, audience }: Pick<TextKey, 'period' | 'audience'>,
): Promise<number> {
  const rows: { number: number }[] = await manager.query(
    `SELECT COALESCE(max(number), 0)::int AS number FROM situation_version WHERE municipality_code = $1 AND period = $2 AND audience = $3`,
    [code, period, audience],
  );
  return rows[0]?.number ?? 0;
}
