import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import type { Actor } from '../app/database.js';
import { newId } from '../app/identifier.js';
import { insertDocument, type NewDocumentRow } from './document.queries.js';

export type Marked = Pick<NewDocumentRow, 'kind' | 'subjectId' | 'registrationNumber' | 'classification'>;

/** What is said of a document besides its marks. */
interface Made {
  readonly audience?: NewDocumentRow['audience'];
  readonly count?: number;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** Notes that a document was made: of what, for whom, by whom. The document itself is not kept. */
@Injectable()
export class DocumentNotesService {
  /** Within the transaction that reads what the document holds. */
  async write(manager: EntityManager, actor: Actor, marked: Marked, made: Made = {}): Promise<void> {
    const { municipalityCode, accountId } = actor;
    const { audience = 'internal', count, facts } = made;
    const id = newId();
    await insertDocument(manager, { ...marked, municipalityCode, accountId, id, audience });
    const { kind, subjectId, classification } = marked;
    await audit(manager, actor, {
      action: 'export',
      subject: 'document',
      subjectId: id,
      ...(count === undefined ? {} : { count }),
      facts: { kind, of: subjectId, audience, classification, ...facts },
    });
  }
}
