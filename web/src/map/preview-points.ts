import type { FeatureCollection } from 'geojson';
import type { LayerGroup } from './layer-group.js';

/** The points of a preview on the map: small, and one colour, because nothing is judged yet. */
export function previewLayer(points: readonly (readonly number[])[], theme: 'light' | 'dark'): LayerGroup {
  const data: FeatureCollection = {
    type: 'FeatureCollection',
    features: points.map((coordinates) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...coordinates] },
      properties: {},
    })),
  };
  const [fill, line] = theme === 'light' ? ['#0c5f6b', '#ffffff'] : ['#6fc6cf', '#12181a'];
  return {
    id: 'preview',
    data,
    layers: [
      {
        id: 'points',
        type: 'circle',
        paint: {
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 2.5, 14, 5],
          'circle-color': fill!,
          'circle-opacity': 0.75,
          'circle-stroke-color': line!,
          'circle-stroke-width': 0.75,
        },
      },
    ],
  };
}

/** The box that holds nearly all points, so that a few far away do not make the rest a dot: west, south, east, north. */
export function frameOf(points: readonly (readonly number[])[]): readonly [number, number, number, number] | null {
  if (points.length === 0) return null;
  const cut = (axis: 0 | 1): readonly [number, number] => {
    const sorted = points.map((point) => point[axis]!).sort((a, b) => a - b);
    const skipped = Math.floor(sorted.length * 0.02);
    return [sorted[skipped]!, sorted.at(-1 - skipped)!];
  };
  const [[west, east], [south, north]] = [cut(0), cut(1)];
  const [padX, padY] = [(east - west) * 0.08 + 0.002, (north - south) * 0.08 + 0.001];
  return [west - padX, south - padY, east + padX, north + padY];
}
