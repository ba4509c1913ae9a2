import { DomainError } from '../app/domain-error.js';
import { readPolygon } from '../geo/geojson.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';

export interface NamedArea {
  readonly name: string;
  readonly population: number | null;
  readonly geometry: MetresMultiPolygon;
}

/** The boundary that somebody brings, in metres. Throws `boundary-unusable` with the reason and where it is. */
export function readBoundary(json: unknown, pointer: string): MetresMultiPolygon {
  const reading = readPolygon(json);
  if (reading.ok) return reading.metres;
  throw new DomainError('boundary-unusable', { reason: reading.problem }, [
    { pointer: `${pointer}${reading.pointer}`, code: 'boundary-unusable', facts: { reason: reading.problem } },
  ]);
}

/** Named areas from a FeatureCollection; the name stands in `name`, `namn` or `NAMN`, residents in `population` or `befolkning`. */
export function readAreas(json: unknown, pointer: string): NamedArea[] {
  const features = (json as { features?: unknown } | null)?.features;
  if (!Array.isArray(features) || features.length === 0)
    throw new DomainError('boundary-unusable', { reason: 'empty' });
  return features.map((feature: { properties?: Record<string, unknown> } | null, index) => {
    const properties = feature?.properties ?? {};
    const name = [properties['name'], properties['namn'], properties['NAMN']].find(
      (value) => typeof value === 'string' && value.trim() !== '',
    );
    if (typeof name !== 'string') throw new DomainError('area-name-missing', { number: index + 1 });
    const residents = Number(properties['population'] ?? properties['befolkning']);
    return {
      name: name.trim().slice(0, 120),
      population: Number.isInteger(residents) && residents >= 0 ? residents : null,
      geometry: readBoundary(feature, `${pointer}/features/${index}`),
    };
  });
}
