import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { toMetres } from '../geo/projection.js';
import { nearbyRows } from './nearby.queries.js';
import type { NearbyQuery, NearbyReport } from './nearby.schema.js';

/** As the review has it for two reports: within 50 m and 48 h they may be one event. */
const metres = 50;
const hours = 48;

/** What somebody else may have reported already, told to whoever is about to report it: what and when, never who or what they wrote. */
@Injectable()
export class NearbyService {
  constructor(private readonly database: Database) {}

  async find(actor: Actor, query: NearbyQuery): Promise<NearbyReport[]> {
    const near = {
      point: toMetres([query.longitude, query.latitude]),
      category: query.category,
      at: query.at ?? new Date().toISOString(),
      metres,
      hours,
      accountId: actor.accountId,
    };
    return this.database.withTenant(actor, async (manager) => {
      const rows = await nearbyRows(manager, actor.municipalityCode, near);
      await audit(manager, actor, {
        action: 'read',
        subject: 'incident',
        count: rows.length,
        facts: { nearby: query.category },
      });
      return rows.map((row) => ({
        id: row.id,
        categoryCode: row.category_code,
        subcategoryCode: row.subcategory_code,
        occurredFrom: row.occurred_from.toISOString(),
        distanceMetres: Math.round(row.metres / 10) * 10,
        own: row.own,
      }));
    });
  }
}
