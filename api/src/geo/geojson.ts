import type { Position } from './projection.js';
import { toMetres } from './projection.js';
import type { GeoJsonMultiPolygon, MetresMultiPolygon, MetresRing } from './polygon.js';
import { areaOf, fromGeoJson, signedRingArea, toGeoJson } from './polygon.js';

/** What can be wrong with an area that somebody brings. The page explains each code in words. */
export type PolygonProblem =
  | 'not-json'
  | 'not-geojson'
  | 'wrong-type'
  | 'empty'
  | 'several-features'
  | 'bad-position'
  | 'swapped-coordinates'
  | 'outside-sweden'
  | 'too-few-corners'
  | 'unclosed-ring'
  | 'crossing-ring'
  | 'no-area';

/** The polygon in degrees and metres, or the first problem and where in the document it is (a JSON pointer). */
export type PolygonReading =
  | {
      readonly ok: true;
      readonly geometry: GeoJsonMultiPolygon;
      readonly metres: MetresMultiPolygon;
      readonly areaSquareMetres: number;
    }
  | { readonly ok: false; readonly problem: PolygonProblem; readonly pointer: string };

type Failure = Extract<PolygonReading, { ok: false }>;

/** Sweden with its sea border, in degrees. */
const sweden = { west: 10, east: 24.5, south: 55, north: 69.3 };
/** Longer rings are read without the crossing check, which would take seconds; the database checks them when they are stored. */
const cornersToCheck = 3000;

/**
 * Reads an area from GeoJSON text or an already parsed value: a Polygon, a MultiPolygon, a Feature with one, or a
 * collection that holds exactly one. Never throws; says by code what is wrong. Third coordinates (height) are dropped.
 */
export function readPolygon(json: unknown): PolygonReading {
  const parsed = typeof json === 'string' ? parse(json) : json;
  if (parsed === undefined) return failure('not-json', '');
  const found = geometryIn(parsed, '');
  if ('problem' in found) return found;
  const polygons = found.type === 'Polygon' ? [found.coordinates] : found.coordinates;
  if (!Array.isArray(polygons) || polygons.length === 0) return failure('empty', found.pointer);
  const read: Position[][][] = [];
  for (const [index, rings] of polygons.entries()) {
    const pointer = found.type === 'Polygon' ? found.pointer : `${found.pointer}/${index}`;
    const result = readRings(rings, pointer);
    if ('problem' in result) return result;
    read.push(result.rings);
  }
  return finish({ type: 'MultiPolygon', coordinates: read }, found.pointer);
}

function finish(geometry: GeoJsonMultiPolygon, pointer: string): PolygonReading {
  const metres = fromGeoJson(geometry);
  const crossing = metres.flat().some(crossesItself);
  if (crossing) return failure('crossing-ring', pointer);
  const areaSquareMetres = areaOf(metres);
  if (areaSquareMetres < 1) return failure('no-area', pointer);
  return { ok: true, geometry: toGeoJson(metres), metres, areaSquareMetres };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

interface Found {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: unknown;
  readonly pointer: string;
}

function geometryIn(value: unknown, pointer: string): Found | Failure {
  if (!isRecord(value) || typeof value['type'] !== 'string') return failure('not-geojson', pointer);
  const type = value['type'];
  if (type === 'Polygon' || type === 'MultiPolygon') {
    return { type, coordinates: value['coordinates'], pointer: `${pointer}/coordinates` };
  }
  if (type === 'Feature') return geometryIn(value['geometry'], `${pointer}/geometry`);
  if (type === 'FeatureCollection') return onlyOne(value['features'], `${pointer}/features`);
  if (type === 'GeometryCollection') return onlyOne(value['geometries'], `${pointer}/geometries`);
  return failure('wrong-type', `${pointer}/type`);
}

function onlyOne(members: unknown, pointer: string): Found | Failure {
  if (!Array.isArray(members) || members.length === 0) return failure('empty', pointer);
  if (members.length > 1) return failure('several-features', pointer);
  return geometryIn(members[0], `${pointer}/0`);
}

function readRings(rings: unknown, pointer: string): { rings: Position[][] } | Failure {
  if (!Array.isArray(rings) || rings.length === 0) return failure('empty', pointer);
  const read: Position[][] = [];
  for (const [index, ring] of rings.entries()) {
    const result = readRing(ring, `${pointer}/${index}`);
    if ('problem' in result) return result;
    read.push(result.ring);
  }
  return { rings: read };
}

function readRing(ring: unknown, pointer: string): { ring: Position[] } | Failure {
  if (!Array.isArray(ring)) return failure('bad-position', pointer);
  const positions: Position[] = [];
  for (const [index, position] of ring.entries()) {
    const problem = problemOf(position);
    if (problem) return failure(problem, `${pointer}/${index}`);
    positions.push([(position as number[])[0]!, (position as number[])[1]!]);
  }
  if (positions.length < 4) return failure('too-few-corners', pointer);
  const [first, last] = [positions[0]!, positions[positions.length - 1]!];
  if (first[0] !== last[0] || first[1] !== last[1]) return failure('unclosed-ring', pointer);
  return { ring: positions };
}

function problemOf(position: unknown): PolygonProblem | undefined {
  if (!Array.isArray(position) || position.length < 2) return 'bad-position';
  const [longitude, latitude] = position as unknown[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return 'bad-position';
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return 'bad-position';
  if (inSweden(longitude, latitude)) return undefined;
  return inSweden(latitude, longitude) ? 'swapped-coordinates' : 'outside-sweden';
}

/** Is the position in or near Sweden? A rough rectangle, for catching mistakes and not for drawing a border. */
export function inSweden(longitude: number, latitude: number): boolean {
  return longitude >= sweden.west && longitude <= sweden.east && latitude >= sweden.south && latitude <= sweden.north;
}

/** Guards one position from outside: metres, or the code of what is wrong with it. */
export function readPosition(
  value: unknown,
):
  | { readonly ok: true; readonly metres: { x: number; y: number } }
  | { readonly ok: false; readonly problem: PolygonProblem } {
  const problem = problemOf(value);
  if (problem) return { ok: false, problem };
  const [longitude, latitude] = value as number[];
  return { ok: true, metres: toMetres([longitude!, latitude!]) };
}

/**
 * Do two sides of the ring cross? Sides are taken from west to east, and each is compared with those only that begin
 * before it ends. Neighbouring sides share a corner and are not compared.
 */
function crossesItself(ring: MetresRing): boolean {
  const count = ring.length - 1;
  if (count > cornersToCheck || signedRingArea(ring) === 0) return false;
  const west = (at: number) => Math.min(ring[at]![0], ring[at + 1]![0]);
  const east = (at: number) => Math.max(ring[at]![0], ring[at + 1]![0]);
  const sides = Array.from({ length: count }, (_, at) => at).sort((a, b) => west(a) - west(b));
  for (const [place, first] of sides.entries()) {
    const end = east(first);
    for (let next = place + 1; next < count && west(sides[next]!) <= end; next++) {
      const second = sides[next]!;
      const apart = Math.abs(first - second);
      if (apart > 1 && apart !== count - 1 && sidesCross(ring, first, second)) return true;
    }
  }
  return false;
}

function sidesCross(ring: MetresRing, first: number, second: number): boolean {
  const [a, b, c, d] = [ring[first]!, ring[first + 1]!, ring[second]!, ring[second + 1]!];
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side(a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function failure(problem: PolygonProblem, pointer: string): Failure {
  return { ok: false, problem, pointer };
}
