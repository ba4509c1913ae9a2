import type { FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';

type Without<Spec, Keys extends PropertyKey> = Spec extends unknown ? Omit<Spec, Keys> : never;

/** A MapLibre layer without its source, which is the group's own data; `id` is unique within the group. */
export type GroupLayer = Without<LayerSpecification, 'source' | 'source-layer'> & {
  /** Of tiles: which of their layers is drawn. */
  tileLayer?: string;
};

/** Data that come in vector tiles instead of all at once. */
export interface TileData {
  /** Absolute address with `{z}`, `{x}` and `{y}`. */
  tiles: string;
  /** The deepest zoom that is asked for; closer, its tiles are enlarged. */
  maxzoom: number;
}

/** What a feature of the product puts on the map: its data and how they are drawn, made by a pure `<feature>-layers.ts`. */
export interface LayerGroup {
  /** Unique on the map: `points`, `hotspots`. Later groups are drawn over earlier ones. */
  id: string;
  /** Each feature that can be selected carries `properties.id`. Give the same object while nothing has changed. */
  data: FeatureCollection;
  /** Given instead of data that are too many: `data` is then empty. */
  tiles?: TileData;
  layers: readonly GroupLayer[];
  /** Whether a press selects its features. */
  selectable?: boolean;
  /** Whether a press tells what its features count: points, or squares. */
  opens?: boolean;
  /** The `properties.id` of the feature that is drawn with the state `selected`: `['feature-state', 'selected']`. */
  selected?: string | null;
}

/** The id that a group's layer has on the map. */
export function layerId(group: string, layer: string): string {
  return `${group}/${layer}`;
}

/** The group's layers as MapLibre wants them. */
export function layersOf(group: Pick<LayerGroup, 'id' | 'layers'>): LayerSpecification[] {
  return group.layers.map(
    ({ tileLayer, ...layer }) =>
      ({
        ...layer,
        id: layerId(group.id, layer.id),
        source: group.id,
        ...(tileLayer === undefined ? {} : { 'source-layer': tileLayer }),
      }) as LayerSpecification,
  );
}
