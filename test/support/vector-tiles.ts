import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { Response } from 'supertest';
import type { Api, Member } from './api.js';

export interface TileFeature {
  readonly id: number | undefined;
  readonly properties: Readonly<Record<string, number | string | boolean>>;
  /** Points of all rings, in units of the tile. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** What a tile holds, as a map library reads it: features by layer. */
export function layersOf(bytes: Uint8Array): Record<string, TileFeature[]> {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, at) => {
        const feature = layer.feature(at);
        const points = feature.loadGeometry().flatMap((ring) => ring.map(({ x, y }) => ({ x, y })));
        return { id: feature.id, properties: { ...feature.properties }, points };
      }),
    ]),
  );
}

/** Fetches a tile whole. */
export async function tileAt(api: Api, as: Member, address: string): Promise<Response> {
  return api.as(as).get(address).responseType('blob');
}
