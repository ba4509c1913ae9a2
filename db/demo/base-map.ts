import { type Feature, type FeatureCollection, type Geometry } from 'geojson';
import { toPosition } from '../../api/src/geo/projection.js';
import { type Area } from './areas.js';
import { type Building } from './buildings.js';
import { type BuildingKind } from './lots.js';
import { builtUp, municipality } from './boundary.js';
import { fields, forests, groves, lakes, riverArea } from './land.js';
import { areaOf, centreOf, type Line, type Point, type Polygon, type Ring } from './plane.js';
import { drawn, ground } from './site.js';
import { grounds, piers } from './grounds.js';
import { railway, streams, walkingPaths } from './skeleton.js';
import { bridges, type Street } from './streets.js';

export const layerNames = [
  'outside',
  'fields',
  'forest',
  'landuse',
  'water',
  'streams',
  'piers',
  'buildings',
  'roads',
  'bridges',
  'railway',
  'boundary',
  'labels',
] as const;
export type LayerName = (typeof layerNames)[number];

interface Drawing {
  readonly areas: readonly Area[];
  readonly streets: readonly Street[];
  readonly buildings: readonly Building[];
}

/** The base map as GeoJSON in WGS 84, one collection per layer; `kind` and `name` are the only properties. */
export function drawBaseMap({ areas, streets, buildings }: Drawing): Record<LayerName, FeatureCollection> {
  return {
    outside: collection([
      polygonFeature(
        [
          [
            [5, 54],
            [30, 54],
            [30, 70],
            [5, 70],
          ].map(([x, y]) => [x!, y!] as const),
          degrees(municipality),
        ],
        {},
      ),
    ]),
    fields: collection(fields.map((polygon) => area(polygon, { kind: 'field' }))),
    forest: collection([
      ...forests.map((polygon) => area(polygon, { kind: 'forest' })),
      ...groves.map((polygon) => area(polygon, { kind: 'grove' })),
    ]),
    landuse: collection(landuse()),
    water: collection([
      ...lakes.map((polygon) => area(polygon, { kind: 'lake' })),
      area([riverArea], { kind: 'river' }),
    ]),
    streams: collection(streams.map((stream) => way(stream, { kind: 'stream' }))),
    piers: collection(piers.map((pier) => area([pier], { kind: 'pier' }))),
    buildings: collection(buildingFeatures(buildings)),
    roads: collection([
      ...streets.map(({ name, class: kind, line }) => way(line, { kind, name })),
      ...walkingPaths.map((path) => way(path, { kind: 'path' })),
    ]),
    bridges: collection(
      bridges(streets.filter(({ class: kind }) => kind !== 'path')).map(({ name, line }) =>
        way(line, { kind: 'bridge', name }),
      ),
    ),
    railway: collection(railway.map((line, i) => way(line, { kind: i === 0 ? 'line' : 'siding' }))),
    boundary: collection([area([municipality], { kind: 'municipality', name: 'Älvhamn' })]),
    labels: collection([
      ...labels(),
      ...areas.filter(({ code }) => !['granby', 'sandvik', 'vasterbygden'].includes(code)).map(areaLabel),
    ]),
  };
}

const kinds: Readonly<Record<keyof typeof grounds, string>> = {
  square: 'square', churchyard: 'cemetery', park: 'park', stationYard: 'railway', schoolBjork: 'school', schoolKvarn: 'school',
  sports: 'sports', allotments: 'allotments', grove: 'park', beachPark: 'beach', quay: 'harbour', shopsBjork: 'square', cemetery: 'cemetery', hospital: 'health',
}; // prettier-ignore

function landuse(): Feature[] {
  const towns = builtUp.map(({ outline }) => area([outline], { kind: 'residential' }));
  const industry = drawn([[740, 1120], [740, 520], [1380, 640], [1640, 500], [1830, 760], [2430, 1060], [2540, 1660], [1700, 1970], [970, 1710], [740, 1120]], 60); // prettier-ignore
  const centre = drawn(
    [
      [-440, 330],
      [520, 330],
      [535, 40],
      [520, -315],
      [-440, -315],
      [-440, 330],
    ],
    1_000,
  );
  const open = Object.entries(grounds).map(([name, ring]) =>
    area([ring], { kind: kinds[name as keyof typeof grounds] }),
  );
  const pitches = [pitch([215, 770], 0.06), pitch([340, 770], 0.06)];
  return [
    ...towns,
    area([industry.slice(0, -1)], { kind: 'industrial' }),
    area([centre.slice(0, -1)], { kind: 'centre' }),
    ...open,
    ...pitches,
  ];
}

function pitch([west, south]: Point, lean: number): Feature {
  const corners: Line = [[west, south], [west + 68, south + 68 * lean], [west + 62, south + 105], [west - 6, south + 101]]; // prettier-ignore
  return area([corners.map(ground)], { kind: 'pitch' });
}

function buildingFeatures(buildings: readonly Building[]): Feature[] {
  const byKind = new Map<BuildingKind, Ring[]>();
  for (const { kind, outline } of buildings) byKind.set(kind, [...(byKind.get(kind) ?? []), outline]);
  return [...byKind].map(([kind, rings]) => ({
    type: 'Feature',
    properties: { kind },
    geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [closed(degrees(wound(ring, 1)))]) },
  }));
}

const waterNames: readonly [name: string, design: Point][] = [
  ['Almaren', [1_300, -1_900]],
  ['Långtjärnen', [3_500, 6_400]],
  ['Kvarnsjön', [-4_800, 6_900]],
  ['Svartgölen', [5_100, 1_150]],
  ['Abborrtjärn', [-5_300, 2_700]],
  ['Hamnviken', [120, -620]],
];

const landNames: readonly [name: string, kind: string, design: Point][] = [
  ['Älvhamn', 'town', [0, 0]],
  ['Granby', 'village', [-700, 5_250]],
  ['Sandvik', 'village', [5_250, -640]],
  ['Kvarnby', 'hamlet', [-3_700, 3_900]],
  ['Bruket', 'hamlet', [3_500, 2_600]],
  ['Tallnäs', 'hamlet', [-4_600, 250]],
  ['Stora torget', 'square', [-20, -12]],
  ['Stadsparken', 'park', [450, 175]],
  ['Idrottsplatsen', 'park', [320, 830]],
  ['Näverparken', 'park', [-480, 730]],
  ['Strandbadet', 'park', [1_900, -615]],
  ['Älvhamns station', 'station', [-25, 332]],
  ['Björkskolan', 'building', [-760, 905]],
  ['Kvarnbackens skola', 'building', [-75, 675]],
  ['Älvhamns kyrka', 'building', [-336, 134]],
  ['Gästhamnen', 'building', [20, -420]],
];

function labels(): Feature[] {
  return [
    ...waterNames.map(([name, design]) => label(ground(design), { kind: 'water', name })),
    ...landNames.map(([name, kind, design]) => label(ground(design), { kind, name })),
  ];
}

function areaLabel({ name, polygons }: Area): Feature {
  const biggest = polygons.map(([outer]) => outer!).toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0]!;
  return label(centreOf(biggest), { kind: 'area', name });
}

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
const feature = (geometry: Geometry, properties: Record<string, string>): Feature => ({
  type: 'Feature',
  properties,
  geometry,
});
const degrees = (points: Line): Point[] => points.map(([x, y]) => toPosition({ x, y }));
const closed = (ring: Ring): number[][] => [...ring, ring[0]!].map(([x, y]) => [x, y]);
const wound = (ring: Ring, sign: 1 | -1): Ring => (Math.sign(areaOf(ring)) === sign ? ring : ring.toReversed());

/** Outer rings anticlockwise and holes clockwise (RFC 7946). */
function polygonFeature(rings: Polygon, properties: Record<string, string>): Feature {
  const coordinates = rings.map((ring, i) => closed(wound(ring, i === 0 ? 1 : -1)));
  return feature({ type: 'Polygon', coordinates }, properties);
}

const area = (polygon: Polygon, properties: Record<string, string>): Feature =>
  polygonFeature(polygon.map(degrees), properties);
const way = (line: Line, properties: Record<string, string>): Feature =>
  feature({ type: 'LineString', coordinates: degrees(line).map(([x, y]) => [x, y]) }, properties);
const label = (point: Point, properties: Record<string, string>): Feature =>
  feature({ type: 'Point', coordinates: [...degrees([point])[0]!] }, properties);
