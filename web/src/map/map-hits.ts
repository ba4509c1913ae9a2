import type { Point } from 'geojson';
import type { Map as MapLibreMap, MapGeoJSONFeature, PointLike } from 'maplibre-gl';
import { layerId, type LayerGroup } from './layer-group.js';
import { metresPerPixel } from './scale.js';

/** A place in degrees, longitude first as in GeoJSON, six decimals. */
export type PickedPosition = readonly [longitude: number, latitude: number];

type Properties = Readonly<Record<string, unknown>>;

/** The feature that was pressed. */
export interface MapHit {
  group: string;
  id: string;
  properties: Properties;
}

/** What is counted where somebody pressed: points on top of each other, the nearest first, or one square. */
export interface CountHit {
  group: string;
  /** `id` is the feature's own where its source gives one. */
  counted: readonly { id: number | null; properties: Properties }[];
  /** The middle of the points; `null` for a square. */
  position: PickedPosition | null;
  /** How far from it the points lie at most, in whole metres. */
  metres: number;
}

/** A finger is not a pixel: what lies within this many pixels counts as pressed. */
const reach = 10;

/** Points so near each other, in pixels, cannot be told apart; inside an area only such a press is meant for a point. */
const onTop = 4;

const positionOf = ({ geometry }: MapGeoJSONFeature) => (geometry as Point).coordinates as [number, number];

/**
 * What a press is meant for: a mark on the map, else a point under the finger, else the area, the point nearby or the square.
 *
 * @param opens whether points and squares can be opened here
 */
export function hitAt(map: MapLibreMap, { x, y }: { x: number; y: number }, groups: readonly LayerGroup[], opens: boolean): MapHit | CountHit | null {
  const pressable = new Map(groups.filter((group) => group.selectable === true || (opens && group.opens === true)).map((group) => [group.id, group]));
  const layers = [...pressable.values()].flatMap((group) => group.layers.map(({ id }) => layerId(group.id, id))).filter((id) => map.getLayer(id) !== undefined);
  if (layers.length === 0) return null;
  const isCounted = ({ source }: MapGeoJSONFeature) => pressable.get(source)?.selectable !== true;
  const chosen = (feature: MapGeoJSONFeature) => !isCounted(feature) && feature.properties['id'] !== undefined;
  const told = (found: MapGeoJSONFeature): MapHit | CountHit =>
    isCounted(found)
      ? { group: found.source, counted: [plain(found)], position: null, metres: 0 }
      : { group: found.source, id: String(found.properties['id']), properties: found.properties };

  const exact = map.queryRenderedFeatures([x, y], { layers });
  const mark = exact.find((feature) => isCounted(feature) ? feature.layer.type === 'symbol' && feature.geometry.type !== 'Point' : chosen(feature) && /symbol|circle/.test(feature.layer.type));
  if (mark !== undefined) return told(mark);
  const box: [PointLike, PointLike] = [[x - reach, y - reach], [x + reach, y + reach]];
  const near = map.queryRenderedFeatures(box, { layers });
  const points = byDistance(map, near.filter((feature) => isCounted(feature) && feature.geometry.type === 'Point'), { x, y });
  const area = exact.find(chosen);
  if (points[0] !== undefined && (area === undefined || points[0].pixels <= onTop)) return pileOf(map, points[0].feature, points.map(({ feature }) => feature));
  const found = area ?? exact.find(isCounted) ?? near.find(chosen);
  return found === undefined ? null : told(found);
} // prettier-ignore

const plain = ({ id, properties }: MapGeoJSONFeature) => ({ id: typeof id === 'number' ? id : null, properties });

function byDistance(map: MapLibreMap, features: readonly MapGeoJSONFeature[], { x, y }: { x: number; y: number }) {
  return features
    .map((feature) => {
      const at = map.project(positionOf(feature));
      return { feature, pixels: Math.hypot(at.x - x, at.y - y) };
    })
    .toSorted((a, b) => a.pixels - b.pixels);
}

/** The points that cannot be told from the first. A tile repeats those on its edge: each is there once. */
function pileOf(map: MapLibreMap, first: MapGeoJSONFeature, points: readonly MapGeoJSONFeature[]): CountHit {
  const position = positionOf(first);
  const pile = byDistance(map, points, map.project(position)).filter(({ pixels }) => pixels <= onTop);
  const once = new Map(pile.map(({ feature }) => [feature.id ?? feature.properties['eventKey'], plain(feature)]));
  const [longitude, latitude] = position.map((degrees) => Number(degrees.toFixed(6))) as [number, number];
  const widest = Math.max(...pile.map(({ pixels }) => pixels)) * metresPerPixel(latitude, map.getZoom());
  return { group: first.source, counted: [...once.values()], position: [longitude, latitude], metres: Math.ceil(widest) + 1 };
} // prettier-ignore
