import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { toMetres } from '../../api/src/geo/projection.js';
import type { Api, Member, TestMunicipality } from './api.js';

const shared = path.resolve(workspaceRoot, process.env['NARBILD_SHARED'] ?? '../shared', 'data');

/** Whether the shared data are on this machine; says loudly when they are not. */
export function isLundHere(spec: string): boolean {
  const present = existsSync(path.join(shared, 'imports/polisutdrag_a_lund.csv'));
  if (!present) process.stderr.write(`NOT RUN: ${spec}, because ${shared} is not there (set NARBILD_SHARED)\n`);
  return present;
}

/** Gives a test municipality the boundary of Lund. */
export async function giveBoundaryOfLund(api: Api, municipality: TestMunicipality): Promise<void> {
  const { features } = JSON.parse(readFileSync(path.join(shared, 'geography/kommuner_290_simplified.geojson'), 'utf8')) as {
    features: { properties: { kommunkod: string }; geometry: { type: string; coordinates: number[][][] | number[][][][] } }[];
  }; // prettier-ignore
  const { type, coordinates } = features.find((feature) => feature.properties.kommunkod === '1281')!.geometry;
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as number[][][][];
  const metres = polygons.map((rings) =>
    rings.map((ring) => ring.map((at) => toMetres([at[0]!, at[1]!])).map(({ x, y }) => [x, y])),
  );
  await api.owner.query(
    `UPDATE municipality SET boundary = ST_Multi(ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON($2), 3006))) WHERE municipality_code = $1`,
    [Number(municipality.code), JSON.stringify({ type: 'MultiPolygon', coordinates: metres })],
  );
}

/** Imports the shared police file through the API, as the police do; the state it ended in. */
export async function importLund(api: Api, { code }: TestMunicipality, police: Member): Promise<string> {
  const base = `/api/v1/municipalities/${code}/imports`;
  const bytes = readFileSync(path.join(shared, 'imports/polisutdrag_a_lund.csv'));
  const preview = await api.as(police).post(base).field('source', 'police').attach('file', bytes, 'polisutdrag.csv');
  await api.as(police).post(`${base}/${String(preview.body.id)}/start`);
  for (let turn = 0; turn < 600; turn += 1) {
    const { body } = await api.as(police).get(`${base}/${String(preview.body.id)}`);
    if (!['queued', 'running'].includes(body.status)) return body.status as string;
    await wait(100);
  }
  throw new Error('the import did not end');
}
