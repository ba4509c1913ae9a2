import type { FeatureCollection } from 'geojson';
import type { LayerGroup } from '../map/layer-group.js';

const inks = { light: '#0c5f6b', dark: '#6fc6cf' } as const;

interface Surface {
  readonly features: readonly {
    readonly geometry: { readonly coordinates: readonly (readonly (readonly number[])[])[] };
    readonly properties: { readonly id: string; readonly level: number };
  }[];
}

/** Squares of 100 m, the darker the more people; steps by the root, so that homes show beside a busy square. */
export function surfaceLayer(surface: Surface, theme: 'light' | 'dark'): LayerGroup {
  const data: FeatureCollection = {
    type: 'FeatureCollection',
    features: surface.features.map(({ geometry, properties }) => ({
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map((at) => [...at])) },
      properties: { ...properties },
    })),
  };
  return {
    id: 'baseline',
    data,
    layers: [
      {
        id: 'squares',
        type: 'fill',
        paint: {
          'fill-color': inks[theme],
          'fill-opacity': ['interpolate', ['linear'], ['sqrt', ['get', 'level']], 0, 0.06, 1, 0.8],
          'fill-antialias': false,
        },
      },
    ],
  };
}

/** The box that holds 19 of 20 people, so that lonely roads do not make the town a dot: west, south, east, north. */
export function frameOf({ features }: Surface): readonly [number, number, number, number] | null {
  if (features.length === 0) return null;
  const all = features.reduce((sum, { properties }) => sum + properties.level, 0);
  const cut = (axis: 0 | 1): readonly [number, number] => {
    const sorted = features
      .map(({ geometry, properties }) => ({ at: geometry.coordinates[0]![0]![axis]!, level: properties.level }))
      .sort((a, b) => a.at - b.at);
    let passed = 0;
    const held = sorted.filter(({ level }) => {
      passed += level;
      return passed > 0.025 * all && passed - level < 0.975 * all;
    });
    return [held[0]!.at, held.at(-1)!.at];
  };
  const [[west, east], [south, north]] = [cut(0), cut(1)];
  return [west - 0.004, south - 0.002, east + 0.006, north + 0.003];
}
