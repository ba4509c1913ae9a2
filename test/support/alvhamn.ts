import { readFileSync } from 'node:fs';
import path from 'node:path';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { newId } from '../../api/src/app/identifier.js';
import { addresses, town } from '../../db/demo/town.js';
import type { Api, TestMunicipality } from './api.js';

/** A police extract of 119 rows in the demo town: all invented, with what real files get wrong. */
export const extract = readFileSync(path.join(workspaceRoot, 'test/fixtures/imports/alvhamn-polisutdrag.csv'));

/** Where and when the two sensitive rows of the fixture happened. */
export const secrets = extract
  .toString('utf8')
  .split('\r\n')
  .map((line) => line.split(';'))
  .filter(([, code]) => code === '0604' || code === '0411')
  .flatMap(([, , north, east, street, number, , from]) => [
    ...[north!, east!].flatMap((text) => [text, text.replace(',', '.')]),
    `${street} ${number}`,
    from!,
  ]);

/** Gives a test municipality the demo town's boundary, areas and some of its addresses. */
export async function furnish(api: Api, place: TestMunicipality): Promise<void> {
  const code = Number(place.code);
  const ring = [...town().municipality.boundary, town().municipality.boundary[0]!];
  await api.owner.query(`UPDATE municipality SET boundary = ST_Multi(ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON($2), 3006))) WHERE municipality_code = $1`, [code, JSON.stringify({ type: 'Polygon', coordinates: [ring] })]); // prettier-ignore
  for (const area of town().areas) {
    await api.owner.query(
      `INSERT INTO area (municipality_code, id, name, geometry) VALUES ($1, $2, $3, ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON($4), 3006)), 3)))`,
      [code, newId(), area.name, JSON.stringify({ type: 'MultiPolygon', coordinates: area.polygons.map((rings) => rings.map((each) => [...each, each[0]!])) })],
    ); // prettier-ignore
  }
  const register = addresses().map(({ street, number, x, y, isDwelling }) => ({ id: newId(), street, number, x, y, dwelling: isDwelling })); // prettier-ignore
  await api.owner.query(
    `INSERT INTO address (municipality_code, id, street, number, dwelling, location)
     SELECT $1::smallint, id, street, number, dwelling, ST_SetSRID(ST_MakePoint(x, y), 3006)
       FROM jsonb_to_recordset($2) AS a(id uuid, street text, number text, dwelling boolean, x float8, y float8) ON CONFLICT DO NOTHING`,
    [code, JSON.stringify(register)],
  );
}
