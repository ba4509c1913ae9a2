import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { GeoJsonMultiPolygon } from '../../../api/src/geo/polygon.js';
import type { BaseMap } from '../map/base-map.js';
import type { GroupLayer } from '../map/layer-group.js';
import { MapView } from '../map/map-view.js';
import { boundsOfAreas } from './geojson-file.js';

export interface ShownArea {
  readonly name: string;
  readonly geometry: GeoJsonMultiPolygon;
}

const layers: readonly GroupLayer[] = [
  { id: 'fill', type: 'fill', paint: { 'fill-color': '#0c5f6b', 'fill-opacity': 0.14 } },
  { id: 'line', type: 'line', paint: { 'line-color': '#0c5f6b', 'line-width': 2 } },
];
const sweden = [10.5, 55.2, 24.2, 69.1] as const;

/** Areas on a map that shows just them: over the municipality's own ground when there is one. */
export function AreaMap({ label, areas, ground }: { label: string; areas: readonly ShownArea[]; ground?: BaseMap }) {
  const data = useMemo<FeatureCollection>(
    () => ({
      type: 'FeatureCollection',
      features: areas.map(({ name, geometry }) => ({
        type: 'Feature',
        properties: { id: name, name },
        geometry: {
          type: 'MultiPolygon',
          coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map((at) => [...at]))),
        },
      })),
    }),
    [areas],
  );
  const bounds = useMemo(() => boundsOfAreas(areas.map(({ geometry }) => geometry)) ?? sweden, [areas]);
  const baseMap = useMemo<BaseMap>(() => ground ?? { layers: {}, attribution: '', bounds }, [ground, bounds]);
  const groups = useMemo(() => [{ id: 'areas', data, layers }], [data]);
  return (
    <div className="admin-map">
      <MapView label={label} baseMap={baseMap} layers={groups} show={bounds} />
    </div>
  );
}
