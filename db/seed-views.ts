import type { EntityManager } from 'typeorm';
import { newId } from '../api/src/app/identifier.js';
import { toPosition } from '../api/src/geo/projection.js';
import { dateOf, dayOf } from './demo/clock.js';

interface DemoView {
  readonly by: string;
  readonly name: string;
  /** What the map's address says; the period comes from `days`. */
  readonly search: string;
  readonly days: number;
  readonly layers: readonly string[];
}

const views: readonly DemoView[] = [
  {
    by: 'samordnare@alvhamn.example',
    name: 'Fredag och lördag kväll, fyra veckor',
    search: 'period=28d&veckodag=5,6&timme=18,19,20,21,22,23&lager=punkter,platser,omraden',
    days: 28,
    layers: ['punkter', 'platser', 'omraden'],
  },
  {
    by: 'samordnare@alvhamn.example',
    name: 'Hela kommunen i rutor, ett år',
    search: 'lager=rutor,platser',
    days: 365,
    layers: ['rutor', 'platser'],
  },
  {
    by: 'kommunpolis@alvhamn.example',
    name: 'Polisens uppgifter, förra veckan',
    search: 'period=forra&kalla=polis&lager=punkter,platser',
    days: 7,
    layers: ['punkter', 'platser'],
  },
];

/** Views that the group of the demo shares: a view holds no figures, so each reader sees only what he may. */
export async function insertDemoViews(manager: EntityManager, code: number, until: string): Promise<void> {
  const [town]: { west: number; south: number; east: number; north: number }[] = await manager.query(
    `SELECT ST_XMin(e) AS west, ST_YMin(e) AS south, ST_XMax(e) AS east, ST_YMax(e) AS north
       FROM (SELECT ST_Extent(location) AS e FROM place WHERE municipality_code = $1) places`,
    [code],
  );
  if (!town) return;
  const bounds = [...toPosition({ x: town.west, y: town.south }), ...toPosition({ x: town.east, y: town.north })];
  const today = dayOf(until);
  for (const { by, name, search, days, layers } of views) {
    await manager.query(
      `INSERT INTO view (municipality_code, id, account_id, organisation_id, role, name, search, period_from, period_to, bounds, layers, shared, at)
       SELECT m.municipality_code, $2::uuid, m.account_id, m.organisation_id, m.role, $3::text, $4::text, $5::date, $6::date, $7::float8[], $8::text[], true, $6::date
         FROM membership m JOIN account a ON a.id = m.account_id WHERE m.municipality_code = $1 AND a.email = $9`,
      [code, newId(), name, search, dateOf(today - days), dateOf(today - 1), bounds, layers, by],
    );
  }
}
