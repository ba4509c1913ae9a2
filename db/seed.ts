import 'reflect-metadata';
import { pathToFileURL } from 'node:url';
import { DataSource, type EntityManager } from 'typeorm';
import { hashPassword } from '../api/src/access/password.js';
import { demoPassword } from '../api/src/access/demo-account.js';
import { localDate } from '../api/src/analysis/calendar.js';
import { connection } from '../api/src/app/database.js';
import { readEnvironment } from '../api/src/app/environment.js';
import { newId } from '../api/src/app/identifier.js';
import type { MetresMultiPolygon } from '../api/src/geo/polygon.js';
import { groupOfKind, groupsSeenBy } from '../api/src/municipalities/default-category.js';
import {
  insertAddresses,
  insertAreas,
  insertBaseMapLayer,
  insertDefaults,
  insertMunicipality,
  insertOrganisation,
  insertPlaces,
} from '../api/src/municipalities/municipality.queries.js';
import { baseMapLayers, town, type Town } from './demo/town.js';
import { insertDemoBaseline } from './seed-baseline.js';
import { adoptDemoHotspots } from './seed-hotspots.js';
import { demoAccounts } from './demo/accounts.js';
import { insertDemoIncidents } from './seed-incidents.js';
import { insertDemoActions } from './seed-actions.js';
import { insertDemoAssessments } from './seed-assessments.js';
import { insertDemoCoverage } from './seed-coverage.js';
import { insertDemoMeetings } from './seed-meetings.js';
import { insertDemoReview } from './seed-review.js';
import { insertDemoWheel } from './seed-wheel.js';
import { insertDemoSituation } from './seed-situation.js';
import { insertDemoViews } from './seed-views.js';
import { insertDemoWork } from './seed-work.js';

type Ring = readonly (readonly [number, number])[];

/** What the later steps need to know about the rows of the first. */
export interface SeededRows {
  readonly code: number;
  readonly organisations: ReadonlyMap<string, { readonly id: string; readonly groupCode: string }>;
  readonly areas: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, string>;
}

/** The cheapest scrypt that is not silly: six hashes at every first start, for a password that is shown on the page. */
const demoCost = { N: 2 ** 12, r: 8, p: 1 };

/**
 * Fills a database with the synthetic municipality, three years up to yesterday. Does nothing when it is there already.
 * `until` is the local day after the last incident; `databaseUrl` must be the owner's.
 */
export async function seedDemo(databaseUrl: string, until: string = localDate(Date.now())): Promise<void> {
  const source = new DataSource(connection(databaseUrl, 1));
  await source.initialize();
  try {
    const code = Number(town().municipality.code);
    const [found]: unknown[] = await source.query('SELECT 1 FROM municipality WHERE municipality_code = $1', [code]);
    if (found) return;
    await source.transaction(async (manager) => {
      const rows = await insertTown(manager, town());
      await insertDemoBaseline(manager, code, until);
      await insertDemoIncidents(manager, rows, until);
      await insertDemoReview(manager, code);
      await insertDemoCoverage(manager, rows, until);
      await insertDemoAssessments(manager, rows, until);
      await insertDemoWheel(manager, rows, until);
      await insertDemoSituation(manager, rows, until);
      await insertDemoViews(manager, code, until);
    });
  } finally {
    await source.destroy();
  }
  await adoptDemoHotspots(databaseUrl, until);
  await dateBack(databaseUrl);
  await insertDemoMeetings(databaseUrl, Number(town().municipality.code), until);
  await insertDemoActions(databaseUrl, Number(town().municipality.code), until);
  await insertDemoWork(databaseUrl);
}

/** The group has worked with its hot spot for some weeks, so that the lägesbild of those weeks shows it. */
async function dateBack(databaseUrl: string): Promise<void> {
  const source = new DataSource(connection(databaseUrl, 1));
  await source.initialize();
  const code = Number(town().municipality.code);
  await source.query(`UPDATE hotspot SET adopted_at = adopted_at - interval '6 weeks' WHERE municipality_code = $1`, [
    code,
  ]);
  await source.query(`UPDATE hotspot_stage SET at = at - interval '6 weeks' WHERE municipality_code = $1`, [code]);
  await source.destroy();
}

async function insertTown(
  manager: EntityManager,
  { municipality, areas, places, addresses, organisations, builtUpAreas }: Town,
): Promise<SeededRows> {
  const code = Number(municipality.code);
  await insertMunicipality(manager, {
    code,
    name: municipality.name,
    demo: true,
    boundary: [[closed(municipality.boundary)]],
    builtUp: builtUpAreas.map(({ outline }) => [closed(outline)]),
  });
  await insertDefaults(manager, code);
  const organisationRows = new Map(
    organisations.map(({ code: key, kind }) => [key, { id: newId(), groupCode: groupOfKind[kind]! }]),
  );
  for (const { code: key, name, kind } of organisations) {
    await insertOrganisation(manager, { code, ...organisationRows.get(key)!, name, kind, sees: groupsSeenBy(kind) });
  }
  const areaRows = areas.map((area) => ({
    key: area.code,
    id: newId(),
    name: area.name,
    population: area.population,
    geometry: area.polygons.map((rings) => rings.map(closed)),
  }));
  await insertAreas(manager, code, areaRows);
  const placeRows = places.map((place) => ({ id: newId(), ...place }));
  await insertPlaces(manager, code, placeRows);
  await insertAddresses(
    manager,
    code,
    addresses.map(({ street, number, isDwelling, x, y }) => ({
      id: newId(),
      street,
      number,
      dwelling: isDwelling,
      x,
      y,
    })),
  );
  for (const [position, [layer, features]] of Object.entries(baseMapLayers()).entries())
    await insertBaseMapLayer(manager, code, layer, position, features);
  await insertAccounts(manager, code, organisationRows);
  return {
    code,
    organisations: organisationRows,
    areas: new Map(areaRows.map(({ key, id }) => [key, id])),
    places: new Map(placeRows.map(({ name, id }) => [name, id])),
  };
}

async function insertAccounts(
  manager: EntityManager,
  code: number,
  organisations: SeededRows['organisations'],
): Promise<void> {
  const passwordHash = await hashPassword(demoPassword, demoCost);
  for (const account of demoAccounts) {
    const id = newId();
    await manager.query(
      `INSERT INTO account (id, email, name, password_hash, demo, installation_administrator) VALUES ($1, $2, $3, $4, true, $5)`,
      [id, account.email, account.name, passwordHash, account.role === 'administrator'],
    );
    await manager.query(
      `INSERT INTO membership (municipality_code, id, account_id, organisation_id, role) VALUES ($1, $2, $3, $4, $5)`,
      [code, newId(), id, organisations.get(account.organisation)!.id, account.role],
    );
  }
}

/** Rings of the town do not repeat their first point; GeoJSON's do. */
function closed(ring: Ring): MetresMultiPolygon[number][number] {
  return [...ring, ring[0]!];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { databaseUrl } = readEnvironment();
  if (!databaseUrl) throw new Error('DATABASE_URL is not set');
  await seedDemo(databaseUrl);
}
