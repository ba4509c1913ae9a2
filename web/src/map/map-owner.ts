import type { FeatureCollection } from 'geojson';
import {
  Map as MapLibreMap,
  setWorkerUrl,
  type GeoJSONSource,
  type LayerSpecification,
  type VectorTileSource,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Bounds } from './base-map.js';
import { hatches } from './hatch.js';
import { marks } from './marks.js';
import { layersOf, type LayerGroup, type TileData } from './layer-group.js';
import { planLayers, type LayerStep } from './layer-plan.js';

setWorkerUrl(workerUrl);

/** The middle of the map in degrees, and how near. */
export interface MapPosition {
  longitude: number;
  latitude: number;
  zoom: number;
}

export interface MapSettings {
  container: HTMLElement;
  /** The name that screen readers say. */
  label: string;
  bounds: Bounds;
  /** Where to begin instead of with the whole of `bounds`. */
  position?: MapPosition | undefined;
}

/** Whether this browser can draw the map. */
export function canDrawMaps(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

/** Makes the one map, with rotation and tilt off: north is up, so that a screenshot explains itself. */
export function makeMap({ container, label, bounds, position }: MapSettings): MapLibreMap {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = new MapLibreMap({
    container,
    style: { version: 8, sources: {}, layers: [] },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    minZoom: 4,
    maxZoom: 19,
    fadeDuration: still ? 0 : 150,
    locale: { 'Map.Title': label },
    ...(position === undefined
      ? { bounds: [...bounds], fitBoundsOptions: { padding: 24 } }
      : { center: [position.longitude, position.latitude], zoom: position.zoom }),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  return map;
}

/** Brings a loaded map to what the page's state says, by create-or-update; it remembers what it has put there. */
export class MapOwner {
  private data = new Map<string, FeatureCollection | TileData>();
  private layers: readonly LayerSpecification[] = [];
  private selected = new Map<string, string>();

  constructor(private readonly map: MapLibreMap) {
    for (const { name, ...drawing } of [...hatches, ...marks]) map.addImage(name, drawing, { pixelRatio: 2 });
  }

  /**
   * @param ground sources of the base map by their id
   * @param groundLayers how they are drawn, below everything else
   */
  show(
    ground: Readonly<Record<string, FeatureCollection>>,
    groundLayers: readonly LayerSpecification[],
    groups: readonly LayerGroup[],
  ): void {
    const sources = new Map<string, FeatureCollection | TileData>(Object.entries(ground));
    for (const group of groups) sources.set(group.id, group.tiles ?? group.data);
    const layers = [...groundLayers, ...groups.flatMap(layersOf)];

    this.putSources(sources);
    for (const step of planLayers(this.layers, layers)) this.carryOut(step);
    this.layers = layers;
    for (const id of [...this.data.keys()].filter((known) => !sources.has(known))) {
      this.map.removeSource(id);
      this.data.delete(id);
      this.selected.delete(id);
    }
    for (const group of groups) this.select(group.id, group.selected ?? null);
  }

  private putSources(sources: ReadonlyMap<string, FeatureCollection | TileData>): void {
    for (const [id, data] of sources) {
      const shown = this.data.get(id);
      if (shown === data) continue;
      if ('tiles' in data) this.putTiles(id, data, shown === undefined);
      else if (shown === undefined) this.map.addSource(id, { type: 'geojson', data, promoteId: 'id' });
      else void this.map.getSource<GeoJSONSource>(id)?.setData(data);
      this.data.set(id, data);
    }
  }

  private putTiles(id: string, { tiles, maxzoom }: TileData, isNew: boolean): void {
    if (isNew) this.map.addSource(id, { type: 'vector', tiles: [tiles], maxzoom });
    else this.map.getSource<VectorTileSource>(id)?.setTiles([tiles]);
  }

  private carryOut(step: LayerStep): void {
    const { map } = this;
    if (step.do === 'remove') map.removeLayer(step.id);
    else if (step.do === 'add') map.addLayer(step.layer, step.before);
    else if (step.do === 'move') map.moveLayer(step.id, step.before);
    else if (step.do === 'paint') map.setPaintProperty(step.id, step.name as 'fill-color', step.value as string);
    else if (step.do === 'layout') map.setLayoutProperty(step.id, step.name as 'visibility', step.value as 'visible');
    else if (step.do === 'filter') map.setFilter(step.id, (step.value ?? null) as null);
    else map.setLayerZoomRange(step.id, step.from, step.to);
  }

  private select(source: string, id: string | null): void {
    const before = this.selected.get(source);
    if (before === (id ?? undefined)) return;
    if (before !== undefined) this.map.setFeatureState({ source, id: before }, { selected: false });
    if (id === null) this.selected.delete(source);
    else {
      this.map.setFeatureState({ source, id }, { selected: true });
      this.selected.set(source, id);
    }
  }
}
