import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { toMetres, type Metres, type Position } from '../../../api/src/geo/projection.js';
import type { BaseMap } from '../map/base-map.js';
import type { LayerGroup } from '../map/layer-group.js';
import { outlineData, outlineLayers } from '../map/place-outline.js';
import { useTheme } from '../ui/theme.js';
import { heatLayers, nothing, pointLayers, tiledLayers } from './event-layers.js';
import { liftedOf } from './category-colours.js';
import { pointData } from './point-data.js';
import { sharedStrength } from './heat.js';
import { squaresQuery } from './map-api.js';
import { layersOf, type MapSearch } from './map-search.js';
import { countSquares, squareData, squareLayers, squareSteps, type Square } from './squares.js';
import { windowAt } from './time-window.js';
import type { MapData } from './use-map-data.js';
import type { EventFeature } from './use-shown-events.js';
import { useWorkLayers, type WorkData } from './use-work-layers.js';

/** What of a period is drawn. */
export interface Drawn {
  data: MapData;
  /** The events of the moment, all or those of the time slider. */
  events: readonly EventFeature[];
}

interface Shown extends Drawn {
  /** The map beside this one: a colour means the same number on both. */
  beside?: Drawn | undefined;
  work: WorkData;
  search: MapSearch;
  baseMap: BaseMap | undefined;
}

/** Side of the squares that are shown, in metres; `null` for none. */
export function squareSide(search: MapSearch): number | null {
  const on = layersOf(search);
  return on.includes('rutor') ? 250 : on.includes('rutor100') ? 100 : null;
}

/** A coordinate that stands for "somewhere" would be the hottest place in town. */
function withoutHeaps(events: readonly EventFeature[], run: MapData['run']): readonly EventFeature[] {
  const heaps = new Set(run?.defaultCoordinates.map(({ position }) => position.join()));
  return heaps.size === 0 ? events : events.filter(({ geometry }) => !heaps.has(geometry.coordinates.join()));
}

/** The squares of the moment, the fullest first; none of a map that is not there. */
export function useSquares(drawn: Drawn | undefined, search: MapSearch): readonly Square[] {
  const { code = '' } = useParams({ strict: false });
  const side = squareSide(search);
  const { tiles, filter } = drawn?.data ?? { tiles: null, filter: {} };
  const events = drawn?.events;
  const asked = useQuery({ ...squaresQuery(code, filter, side ?? 250), enabled: side !== null && tiles !== null }).data;
  return useMemo(() => {
    if (side === null || events === undefined) return [];
    if (tiles === null) return countSquares(events.map(({ geometry }) => geometry.coordinates), side);
    const found = (asked?.features ?? []).map(({ id, properties }) => ({ ...cornerOf(id), side, count: properties.count }));
    return found.toSorted((a, b) => b.count - a.count);
  }, [events, side, tiles, asked]);
} // prettier-ignore

function metresOf(events: readonly EventFeature[]): readonly Metres[] {
  return events.map(({ geometry }) => toMetres(geometry.coordinates as unknown as Position));
}

/** The corner in the name of a square of SCB's grid: six digits of easting, seven of northing. */
export function cornerOf(id: string): Pick<Square, 'east' | 'north'> {
  return { east: Number(id.slice(0, 6)), north: Number(id.slice(6)) };
}

/** Where MapLibre fetches the tiles of a view; its worker knows no page, so the address is whole. */
function tileAddress(code: string, view: string): string {
  return `${location.origin}/api/v1/municipalities/${code}/tiles/events/{z}/{x}/{y}?view=${view}`;
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** The days of the time slider's window, counted from 1970; `null` when all are shown. */
function shownDays(stund: string | undefined, steg: MapSearch['steg']): readonly [number, number] | null {
  if (stund === undefined) return null;
  const { from, to } = windowAt(stund, steg ?? 'vecka');
  return [dayNumber(from), dayNumber(to)];
}

/** The groups of the map, lowest first; each is the same object while what it shows is unchanged. */
export function useMapLayers({ data, events, beside, work, search, baseMap }: Shown): readonly LayerGroup[] {
  const { code = '' } = useParams({ strict: false });
  const theme = useTheme();
  const { stund, steg, lyft } = search;
  const on = layersOf(search);
  const [showHeat, showPoints, showPlaces] = (['varme', 'punkter', 'platser'] as const).map((name) => on.includes(name)); // prettier-ignore
  const { run, tiles, colours, areaShapes, places } = data;

  const heat = useMemo((): LayerGroup | null => {
    if (showHeat !== true) return null;
    const felt = withoutHeaps(events, run);
    const strength = sharedStrength([felt, withoutHeaps(beside?.events ?? [], run)].map(metresOf));
    const latitude = baseMap === undefined ? 60 : (baseMap.bounds[1] + baseMap.bounds[3]) / 2;
    const shown = { type: 'FeatureCollection', features: felt } as unknown as FeatureCollection;
    return { id: 'heat', data: shown, layers: heatLayers(strength, latitude, theme) };
  }, [showHeat, events, beside?.events, run, baseMap, theme]);
  const side = squareSide(search);
  const drawn = useMemo(() => ({ data, events }), [data, events]);
  const counted = useSquares(drawn, search);
  const others = useSquares(beside, search);
  const squares = useMemo((): LayerGroup | null => (side === null ? null : { id: 'squares', data: squareData(counted), layers: squareLayers(squareSteps([...counted, ...others]), side, theme), opens: true }), [side, counted, others, theme]); // prettier-ignore
  const dots = useMemo((): LayerGroup | null => {
    if (showPoints !== true) return null;
    const look = { colours, lifted: liftedOf(colours, lyft), theme };
    if (tiles !== null) return { id: 'tiles', data: nothing, tiles: { tiles: tileAddress(code, tiles.view), maxzoom: 18 }, layers: tiledLayers(look, shownDays(stund, steg)), opens: true }; // prettier-ignore
    return { id: 'points', data: pointData(events), layers: pointLayers(look), opens: true };
  }, [showPoints, events, tiles, code, colours, lyft, theme, stund, steg]);
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
  const own = useWorkLayers(work, search, areaShapes);

  return useMemo(() => {
    const ground = [squares, own.areas, heat, dots, own.places].filter((group) => group !== null);
    const numbered = outlines.map((group) => ({ ...group, selected: search.valt ?? null }));
    return [...ground, ...numbered, ...(own.actions === null ? [] : [own.actions])];
  }, [squares, heat, dots, outlines, own.areas, own.places, own.actions, search.valt]);
}
