import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { toMetres } from '../../api/src/geo/projection.js';
import { type Api, type Member, startApi } from '../support/api.js';

const shared = path.resolve(workspaceRoot, process.env['NARBILD_SHARED'] ?? '../shared', 'data');
const present = existsSync(shared);
if (!present)
  process.stderr.write(`NOT RUN: register-files.spec, because ${shared} is not there (set NARBILD_SHARED)\n`);

let api: Api;

beforeAll(async () => {
  api = await startApi();
}, 60_000);

afterAll(() => api.close());

/** A municipality with the real boundary of one of SCB's codes, and its coordinator. */
async function realMunicipality(scbCode: string): Promise<{ member: Member; base: string }> {
  const municipality = await api.municipality(`Kommun ${scbCode}`);
  const { features } = JSON.parse(readFileSync(path.join(shared, 'geography/kommuner_290_simplified.geojson'), 'utf8')) as {
    features: { properties: { kommunkod: string }; geometry: { type: string; coordinates: number[][][] | number[][][][] } }[];
  }; // prettier-ignore
  const { type, coordinates } = features.find((feature) => feature.properties.kommunkod === scbCode)!.geometry;
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as number[][][][];
  const metres = polygons.map((rings) =>
    rings.map((ring) => ring.map((at) => toMetres([at[0]!, at[1]!])).map(({ x, y }) => [x, y])),
  );
  await api.owner.query(
    `UPDATE municipality SET boundary = ST_Multi(ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON($2), 3006))) WHERE municipality_code = $1`,
    [Number(municipality.code), JSON.stringify({ type: 'MultiPolygon', coordinates: metres })],
  );
  return {
    member: await municipality.member('coordinator'),
    base: `/api/v1/municipalities/${municipality.code}`,
  };
}

const derived = (name: string) => path.join(shared, 'imports/derived-from-real', name);

async function areasOf(scbCode: string, file: string) {
  const { member, base } = await realMunicipality(scbCode);
  const { status, body } = await api.as(member).post(`${base}/registers/areas`).field('store', 'true').attach('file', file);
  const areas = await api.as(member).get(`${base}/areas`);
  const names = areas.body.features.map((feature: { properties: { name: string } }) => feature.properties.name) as string[];
  return { status, body, names };
} // prettier-ignore

(present ? describe : describe.skip)('areas from the shared files', () => {
  const kungsor = ['Björskog', 'Kung Karl', 'Kungs-Barkarö', 'Torpa'];

  test.each([
    ['distrikt_kungsor_osteraker_overkalix_lund_epsg3006.gpkg', 'geopackage', 'utf-8'],
    ['distrikt_3006_cp1252_shp.zip', 'shapefile', 'windows-1252'],
    ['distrikt_3006_cp1252_utan_cpg_shp.zip', 'shapefile', 'windows-1252'],
    ['distrikt_kungsor_epsg3006_crs_member.geojson', 'geojson', 'utf-8'],
  ])(
    '%s: the districts of Kungsör with their letters, those of others left out',
    async (name, format, encoding) => {
      const { status, body, names } = await areasOf('1960', derived(name));
      expect(status).toBe(200);
      expect(body).toMatchObject({ stored: true, format, encoding, system: 'EPSG:3006', rejected: 0 });
      expect(names).toEqual(kungsor);
    },
    30_000,
  );

  test.each([
    ['malmo_delomraden_epsg3008.gpkg', '1280', 'EPSG:3008', 100],
    ['scb_kommuner_RT90_epsg3021.gpkg', '0180', 'EPSG:3021', 1],
  ])(
    '%s: a layer in a local zone or in RT 90 lands where it belongs',
    async (name, code, system, least) => {
      const { body, names } = await areasOf(code, path.join(shared, 'geography', name));
      expect(body).toMatchObject({ stored: true, system });
      expect(names.length).toBeGreaterThanOrEqual(least);
      expect(names.join()).toMatch(/[åäöÅÄÖ]|Stockholm/);
    },
    60_000,
  );
});
