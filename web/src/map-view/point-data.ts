import type { FeatureCollection } from 'geojson';
import { roomForMarks } from '../../../api/src/geo/mark-room.js';
import { worldOf } from '../../../api/src/geo/projection.js';
import { markZoom } from './event-layers.js';

interface Point {
  type: 'Feature';
  geometry: { type: 'Point'; coordinates: readonly number[] };
  properties: object;
}

/** Pixels from one letter to the next, as the tiles have them; and the zoom where those lie apart that ever will. */
const spacing = 16;
const deepest = 18;
/** A zoom that no map reaches. */
const never = 99;
/** Pixels along the world at zoom 0. */
const world = 512;

/**
 * Events as the map takes them: each with `room`, the zoom from which its letter has room. What lies on one spot shows one letter,
 * the first one's.
 */
export function pointData(events: readonly Point[]): FeatureCollection {
  const places = events.map(({ geometry: { coordinates } }) => worldOf([coordinates[0]!, coordinates[1]!]));
  const room = events.map(() => never);
  for (let zoom = deepest; zoom >= markZoom; zoom--) {
    const scale = world * 2 ** zoom;
    const has = roomForMarks(places.map(({ x, y }) => [x * scale, y * scale] as const), spacing); // prettier-ignore
    for (const [at, is] of has.entries()) if (is > 0) room[at] = zoom;
  }
  const features = events.map((event, at) => ({ ...event, properties: { ...event.properties, room: room[at] } }));
  return { type: 'FeatureCollection', features } as unknown as FeatureCollection;
}
