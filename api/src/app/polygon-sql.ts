import type { MetresMultiPolygon } from '../geo/polygon.js';

/** A polygon in metres, given as GeoJSON in a parameter, as PostGIS takes it: valid, and a multipolygon whatever it was. */
export function polygonSql(parameter: string): string {
  return `ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON(${parameter}), 3006)), 3))`;
}

/** The text that goes in that parameter. */
export function metresJson(coordinates: MetresMultiPolygon): string {
  return JSON.stringify({ type: 'MultiPolygon', coordinates });
}
