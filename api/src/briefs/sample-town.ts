import type { Feature, FeatureCollection, Geometry, Polygon, Position as GeoJsonPosition } from 'geojson';

import { toPosition } from '../geo/projection.js';

/** A small drawn town for the specs of maps and documents. */

const origin = { x: 560_000, y: 6_580_000 };

export function spot(x: number, y: number): GeoJsonPosition {
  return [...toPosition({ x: origin.x + x, y: origin.y + y })];
}

export function feature(geometry: Geometry, properties: Record<string, string> = {}): Feature {
  return { type: 'Feature', properties, geometry };
}

export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

function polygon(...corners: [number, number][]): Polygon {
  const ring = corners.map(([x, y]) => spot(x, y));
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}

export function box(x: number, y: number, width: number, height: number): Polygon {
  return polygon([x, y], [x + width, y], [x + width, y + height], [x, y + height]);
}

function road(name: string, kind: string, ...through: [number, number][]): Feature {
  return feature({ type: 'LineString', coordinates: through.map(([x, y]) => spot(x, y)) }, { name, class: kind });
}

/** A round shape with a little life in its edge. */
export function blob(x: number, y: number, radius: number, corners = 28): Polygon {
  return polygon(
    ...Array.from({ length: corners }, (_, index): [number, number] => {
      const angle = (index / corners) * 2 * Math.PI;
      const reach = radius * (1 + 0.14 * Math.sin(3 * angle) + 0.08 * Math.cos(5 * angle));
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    }),
  );
}

const streets = ['Storgatan', 'Skolgatan', 'Badhusgatan', 'Kyrkogatan', 'Lindvägen', 'Ekvägen', 'Björkvägen'];
const crossings = ['Järnvägsgatan', 'Torggatan', 'Nygatan', 'Hamngatan', 'Ängsgatan'];

/** Layers as the base map of a municipality has them. */
export const sampleBaseMap: Record<string, FeatureCollection> = {
  boundary: collection([feature(blob(300, 200, 3600, 40))]),
  water: collection([feature(blob(-1500, -900, 820))]),
  river: collection([road('', 'river', [-800, -500], [-300, -420], [100, -700], [900, -760], [2400, -1500])]),
  forest: collection([feature(blob(1900, 1500, 900)), feature(blob(-1900, 1700, 800))]),
  park: collection([feature(box(420, 130, 150, 110)), feature(blob(-420, -300, 110))]),
  landuse: collection([
    feature(box(-600, -350, 1400, 1050), { class: 'residential' }),
    feature(box(800, -350, 500, 500), { class: 'industrial' }),
    feature(box(-120, -60, 380, 320), { class: 'centre' }),
  ]),
  building: collection(
    Array.from({ length: 14 * 11 }, (_, index) => {
      const [column, row] = [index % 14, Math.floor(index / 14)];
      const [x, y] = [-570 + column * 98 + (row % 2) * 8, -330 + row * 94 + (column % 3) * 5];
      return feature(box(x, y, 24 + ((index * 7) % 30), 16 + ((index * 5) % 18)));
    }),
  ),
  road: collection([
    ...streets.map((name, row) =>
      road(name, row === 1 ? 'main' : 'street', [-650, -360 + row * 188], [820, -352 + row * 188]),
    ),
    ...crossings.map((name, column) =>
      road(name, 'residential', [-500 + column * 294, -380], [-496 + column * 294, 800]),
    ),
    road('Länsvägen', 'main', [820, -164], [1800, 120], [3500, 800]),
    road('', 'path', [430, 140], [500, 190], [560, 236]),
  ]),
  railway: collection([road('', 'railway', [-3200, 500], [-600, 60], [300, -30], [3600, -900])]),
  place: collection([
    feature({ type: 'Point', coordinates: spot(-1500, -900) }, { name: 'Alsjön', class: 'water' }),
    feature({ type: 'Point', coordinates: spot(70, 60) }, { name: 'Stortorget', class: 'square' }),
    feature({ type: 'Point', coordinates: spot(495, 185) }, { name: 'Parken', class: 'park' }),
  ]),
};
