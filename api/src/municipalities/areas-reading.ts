import { DomainError } from '../app/domain-error.js';
import { type PolygonProblem, readPolygon } from '../geo/geojson.js';
import { inDegrees } from '../geo/geojson-degrees.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';

export interface NamedArea {
  readonly name: string;
  readonly population: number | null;
  readonly geometry: MetresMultiPolygon;
}

/** What `readAreas` takes a name from, in this order; the last ones are what SCB and municipalities write. */
const nameProperties = ['name', 'namn', 'NAMN', 'Namn', 'omrade', 'område', 'regso', 'deso', 'delområde'];

/**
 * The boundary that somebody brings, in metres; a file in metres is reprojected. Throws `boundary-unusable` with a field
 * that says what is wrong (`boundary-<problem>`) and points at where it is.
 */
export function readBoundary(json: unknown, pointer: string): MetresMultiPolygon {
  return polygonOf(inDegrees(json).json, pointer);
}

/** Named areas from a FeatureCollection; residents stand in `population` or `befolkning`. All or none: the first fault throws. */
export function readAreas(json: unknown, pointer: string): NamedArea[] {
  const features = (inDegrees(json).json as { features?: unknown } | null)?.features;
  if (!Array.isArray(features)) throw unusable('not-a-collection', pointer);
  if (features.length === 0) throw unusable('empty', `${pointer}/features`);
  const areas = features.map((feature: unknown, index) => readArea(feature, `${pointer}/features/${index}`, index));
  const seen = new Set<string>();
  for (const [index, { name }] of areas.entries()) {
    if (seen.has(name)) throw nameFault('area-name-twice', index, pointer, name);
    seen.add(name);
  }
  return areas;
}

function readArea(feature: unknown, pointer: string, index: number): NamedArea {
  const properties = (feature as { properties?: Record<string, unknown> | null } | null)?.properties ?? {};
  const name = nameProperties
    .map((property) => properties[property])
    .find((value): value is string => typeof value === 'string' && value.trim() !== '');
  if (name === undefined) throw nameFault('area-name-missing', index, pointer);
  const residents = Number(properties['population'] ?? properties['befolkning'] ?? Number.NaN);
  return {
    name: name.trim().slice(0, 120),
    population: Number.isInteger(residents) && residents >= 0 ? residents : null,
    geometry: polygonOf(feature, pointer),
  };
}

function polygonOf(json: unknown, pointer: string): MetresMultiPolygon {
  const reading = readPolygon(json);
  if (reading.ok) return reading.metres;
  throw unusable(reading.problem, `${pointer}${reading.pointer}`);
}

function unusable(problem: PolygonProblem | 'not-a-collection', pointer: string): DomainError {
  return new DomainError('boundary-unusable', {}, [{ pointer, code: `boundary-${problem}` }]);
}

function nameFault(code: string, index: number, pointer: string, name = ''): DomainError {
  const facts = { number: index + 1, name };
  return new DomainError(code, facts, [{ pointer, code, facts }]);
}
