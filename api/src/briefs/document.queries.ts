import type { EntityManager } from 'typeorm';
import { only } from '../app/database.js';

export interface NewDocumentRow {
  readonly municipalityCode: number;
  readonly id: string;
  readonly kind: 'place' | 'week' | 'period' | 'minutes' | 'weekend' | 'situation' | 'situation-draft' | 'plan';
  readonly subjectId: string;
  readonly audience: 'internal' | 'cooperation' | 'public';
  readonly registrationNumber: string | null;
  readonly classification: 'open' | 'may-be-secret';
  readonly accountId: string;
}

/** Notes that a document was made: of what, for whom, by which account. The document itself is not kept. */
export async function insertDocument(manager: EntityManager, row: NewDocumentRow): Promise<void> {
  only(
    await manager.query(
      `INSERT INTO document (municipality_code, id, kind, subject_id, audience, registration_number, classification, account_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [
        row.municipalityCode,
        row.id,
        row.kind,
        row.subjectId,
        row.audience,
        row.registrationNumber,
        row.classification,
        row.accountId,
      ],
    ),
  );
}
