import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { toMetres, type Position } from '../../../api/src/geo/projection.js';
import type { BaseMap } from '../map/base-map.js';
import type { LayerGroup } from '../map/layer-group.js';
import { outlineData, outlineLayers } from '../map/place-outline.js';
import { useTheme } from '../ui/theme.js';
import { areaData, areaLayers, heatLayers, nothing, pointLayers } from './event-layers.js';
import { heatStrength } from './heat.js';
import { layersOf, type MapSearch } from './map-search.js';
import type { MapData } from './use-map-data.js';

interface Shown {
  data: MapData;
  search: MapSearch;
  baseMap: BaseMap | undefined;
}

/** The groups of the map, lowest first; each is the same object while what it shows is unchanged. */
export function useMapLayers({ data, search, baseMap }: Shown): readonly LayerGroup[] {
  const theme = useTheme();
  const on = layersOf(search);
  const [showHeat, showAreas, showPoints, showPlaces] = (['varme', 'omraden', 'punkter', 'platser'] as const).map(
    (name) => on.includes(name),
  );
  const { events, run, colours, areaShapes, places } = data;
  const points = (events as FeatureCollection | undefined) ?? nothing;

  const heat = useMemo((): LayerGroup | null => {
    if (showHeat !== true) return null;
    // A coordinate that stands for "somewhere" would be the hottest place in town.
    const heaps = new Set(run?.defaultCoordinates.map(({ position }) => position.join()));
    const felt = (events?.features ?? []).filter(({ geometry }) => !heaps.has(geometry.coordinates.join()));
    const strength = heatStrength(felt.map(({ geometry }) => toMetres(geometry.coordinates as unknown as Position)));
    const latitude = baseMap === undefined ? 60 : (baseMap.bounds[1] + baseMap.bounds[3]) / 2;
    const data = { type: 'FeatureCollection', features: felt } as FeatureCollection;
    return { id: 'heat', data, layers: heatLayers(strength, latitude, theme) };
  }, [showHeat, events, run, baseMap, theme]);
  const areas = useMemo(
    (): LayerGroup | null =>
      showAreas === true && areaShapes !== undefined
        ? { id: 'areas', data: areaData(areaShapes as FeatureCollection), layers: areaLayers(theme) }
        : null,
    [showAreas, areaShapes, theme],
  );
  const dots = useMemo(
    (): LayerGroup | null =>
      showPoints === true ? { id: 'points', data: points, layers: pointLayers(colours, theme) } : null,
    [showPoints, points, colours, theme],
  );
  const outlines = useMemo(() => {
    if (showPlaces !== true) return [];
    // The first in the list is drawn last, so that its number is never hidden by a lower one.
    const found = places.filter(({ cluster }) => cluster !== null).toReversed();
    const decided = places.filter(({ hotspot }) => hotspot !== null).toReversed();
    return [
      { id: 'clusters', data: outlineData(found), layers: outlineLayers('found', theme), selectable: true },
      { id: 'hotspots', data: outlineData(decided), layers: outlineLayers('decided', theme), selectable: true },
    ];
  }, [showPlaces, places, theme]);

  return useMemo(() => {
    const ground = [areas, heat, dots].filter((group) => group !== null);
    return [...ground, ...outlines.map((group) => ({ ...group, selected: search.valt ?? null }))];
  }, [areas, heat, dots, outlines, search.valt]);
}
