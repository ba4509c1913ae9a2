import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { lockHotspot, type LockedHotspot } from './work.queries.js';

/** The door that everything written at a hot spot goes through: one writer at a time, and never at one that is merged away. */
@Injectable()
export class OpenHotspotService {
  /** Throws `not-found`; holds nothing. */
  async known(manager: EntityManager, actor: Actor, id: string): Promise<LockedHotspot> {
    const row = await lockHotspot(manager, actor.municipalityCode, { id, hold: false });
    if (!row) throw new DomainError('not-found');
    return row;
  }

  /** Holds it until the transaction ends. Throws `not-found`, `hotspot-merged`. */
  async locked(manager: EntityManager, actor: Actor, id: string): Promise<LockedHotspot> {
    const row = await lockHotspot(manager, actor.municipalityCode, { id, hold: true });
    if (!row) throw new DomainError('not-found');
    if (row.merged_into !== null) throw new DomainError('hotspot-merged', { name: row.merged_name ?? '' });
    return row;
  }
}
