import type { MetresMultiPolygon } from '../geo/polygon.js';

/** A polygon in metres, given as GeoJSON in a parameter, as PostGIS takes it: valid, and a multipolygon whatever it was. */
export function polygonSql(parameter: string): string {
  return mended(`ST_SetSRID(ST_GeomFromGeoJSON(${parameter}), 3006)`);
}

/** The same of what `metresWkb` writes, which is read several times as fast: for many polygons at a time. */
export function polygonOfWkb(parameter: string): string {
  return mended(`ST_GeomFromWKB(${parameter}, 3006)`);
}

function mended(geometry: string): string {
  return `ST_Multi(ST_CollectionExtract(ST_MakeValid(${geometry}), 3))`;
}

/** The text that goes in that parameter. */
export function metresJson(coordinates: MetresMultiPolygon): string {
  return JSON.stringify({ type: 'MultiPolygon', coordinates });
}

const multiPolygonType = 6;
const polygonType = 3;

/** A polygon in metres as WKB (OGC 06-103r4, 8.2), little-endian. Its rings must be closed. */
export function metresWkb(coordinates: MetresMultiPolygon): Buffer {
  const corners = coordinates.flat().reduce((sum, ring) => sum + ring.length, 0);
  const rings = coordinates.flat().length;
  const bytes = Buffer.alloc(9 + 9 * coordinates.length + 4 * rings + 16 * corners);
  let at = 0;
  const shape = (type: number, parts: number) => {
    at = bytes.writeUInt8(1, at);
    at = bytes.writeUInt32LE(type, at);
    at = bytes.writeUInt32LE(parts, at);
  };
  shape(multiPolygonType, coordinates.length);
  for (const polygon of coordinates) {
    shape(polygonType, polygon.length);
    for (const ring of polygon) {
      at = bytes.writeUInt32LE(ring.length, at);
      for (const [x, y] of ring) at = bytes.writeDoubleLE(y, bytes.writeDoubleLE(x, at));
    }
  }
  return bytes;
}
