import { fromSystem, type ReferenceSystem, referenceSystems, toPosition } from './projection.js';

/** GeoJSON in degrees, and the system it came in when that was another one. */
export interface InDegrees {
  readonly json: unknown;
  /** `null`: the numbers were degrees already, or of no system that we know; nothing is changed then. */
  readonly from: ReferenceSystem | null;
}

/** Where numbers of SWEREF 99 TM lie in Sweden, in metres. */
const easting = { least: 200_000, most: 1_000_000 };
const northing = { least: 6_000_000, most: 7_800_000 };

/**
 * GeoJSON whose coordinates are metres, turned into the degrees that RFC 7946 asks for. The system is the one named by
 * the old `crs` member (GeoJSON 2008, section 3), else SWEREF 99 TM when the numbers can be nothing else. Metres with
 * northing first come out with latitude first, so that {@link readPolygon} says that they are swapped.
 */
export function inDegrees(json: unknown): InDegrees {
  const first = firstPosition(json);
  if (first === undefined || (Math.abs(first[0]) <= 180 && Math.abs(first[1]) <= 180)) return { json, from: null };
  const named = namedSystem(json);
  const swapped = isNorthing(first[0]) && !isNorthing(first[1]);
  const system = named ?? (isSwerefTm(swapped ? [first[1], first[0]] : first) ? 'EPSG:3006' : null);
  if (system === null) return { json, from: null };
  return { json: reprojected(json, (position) => toDegrees(position, system, swapped)), from: system };
}

function isNorthing(value: number): boolean {
  return value >= northing.least && value <= northing.most;
}

function isSwerefTm([x, y]: readonly [number, number]): boolean {
  return x >= easting.least && x <= easting.most && isNorthing(y);
}

/** `urn:ogc:def:crs:EPSG::3006`, `EPSG:3006` and `http://www.opengis.net/def/crs/EPSG/0/3006` name the same. */
function namedSystem(json: unknown): ReferenceSystem | null {
  if (!isRecord(json) || !isRecord(json['crs']) || !isRecord(json['crs']['properties'])) return null;
  const number = /EPSG\D.*?(\d{4,5})$/i.exec(String(json['crs']['properties']['name']))?.[1];
  return referenceSystems.find((system) => system === `EPSG:${number}` && system !== 'EPSG:4326') ?? null;
}

function toDegrees(position: readonly unknown[], system: ReferenceSystem, swapped: boolean): unknown {
  const [x, y] = swapped ? [position[1], position[0]] : [position[0], position[1]];
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return position;
  const [longitude, latitude] = toPosition(fromSystem(system, x, y));
  return swapped ? [latitude, longitude] : [longitude, latitude];
}

/** The members of GeoJSON in which coordinates are found. */
const holders = ['features', 'geometries', 'geometry', 'coordinates'];

function firstPosition(value: unknown): readonly [number, number] | undefined {
  if (Array.isArray(value)) {
    const [x, y] = value as unknown[];
    if (typeof x === 'number' && typeof y === 'number') return [x, y];
    for (const member of value) {
      const found = firstPosition(member);
      if (found) return found;
    }
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  return holders.map((name) => firstPosition(value[name])).find((found) => found !== undefined);
}

function reprojected(value: unknown, project: (position: readonly unknown[]) => unknown): unknown {
  if (Array.isArray(value)) {
    if (value.length > 0 && !value.some((member) => typeof member === 'object')) return project(value);
    return value.map((member) => reprojected(member, project));
  }
  if (!isRecord(value)) return value;
  const { crs: _, ...kept } = value;
  return Object.fromEntries(
    Object.entries(kept).map(([name, member]) => [
      name,
      holders.includes(name) ? reprojected(member, project) : member,
    ]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
