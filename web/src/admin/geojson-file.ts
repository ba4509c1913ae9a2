import { readPolygon, type PolygonProblem } from '../../../api/src/geo/geojson.js';
import { inDegrees } from '../../../api/src/geo/geojson-degrees.js';
import type { GeoJsonMultiPolygon } from '../../../api/src/geo/polygon.js';
import type { ReferenceSystem } from '../../../api/src/geo/projection.js';

/** A GeoJSON file as it is after reading: in degrees, with what can be chosen in it. */
export interface GeoJsonFile {
  readonly json: unknown;
  /** The system it came in when it was in metres. */
  readonly from: ReferenceSystem | null;
  readonly features: readonly GeoJsonFeature[];
}

export interface GeoJsonFeature {
  /** What its properties call it; `null` when they do not. */
  readonly name: string | null;
  /** A municipality code among its properties. */
  readonly code: string | null;
  readonly json: unknown;
}

/** What the API takes, less some air. */
export const largestFile = 11_000_000;

const nameProperties = ['name', 'namn', 'NAMN', 'Namn', 'kommunnamn', 'KOMMUNNAMN', 'KnNamn', 'kom_namn'];
const codeProperties = ['kommunkod', 'KOMMUNKOD', 'KnKod', 'kom_kod', 'code', 'kod'];

/** Reads the text of a file; `null` when it is no JSON. */
export function readGeoJsonFile(text: string): GeoJsonFile | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  const { json, from } = inDegrees(parsed);
  const members = isRecord(json) && Array.isArray(json['features']) ? (json['features'] as unknown[]) : [json];
  return { json, from, features: members.map(describe) };
}

function describe(json: unknown): GeoJsonFeature {
  const properties = isRecord(json) && isRecord(json['properties']) ? json['properties'] : {};
  const code = textOf(properties, codeProperties);
  return {
    name: textOf(properties, nameProperties),
    code: code !== null && /^\d{3,4}$/.test(code) ? code.padStart(4, '0') : null,
    json,
  };
}

function textOf(properties: Record<string, unknown>, names: readonly string[]): string | null {
  const value = names.map((name) => properties[name]).find((one) => typeof one === 'string' || typeof one === 'number');
  const text = String(value ?? '').trim();
  return text === '' ? null : text;
}

/** The area of one feature, or the code of what is wrong with it. */
export function areaOfFeature(
  feature: GeoJsonFeature,
): { readonly geometry: GeoJsonMultiPolygon; readonly squareMetres: number } | PolygonProblem {
  const reading = readPolygon(feature.json);
  if (!reading.ok) return reading.problem;
  return { geometry: reading.geometry, squareMetres: reading.areaSquareMetres };
}

type Box = [west: number, south: number, east: number, north: number];

/** West, south, east and north of areas; `null` when there are none. */
export function boundsOfAreas(areas: readonly GeoJsonMultiPolygon[]): Box | null {
  let bounds: Box | null = null;
  for (const [longitude, latitude] of areas.flatMap(({ coordinates }) => coordinates.flat(2)) as [number, number][]) {
    const [west, south, east, north]: Box = bounds ?? [longitude, latitude, longitude, latitude];
    bounds = [
      Math.min(west, longitude),
      Math.min(south, latitude),
      Math.max(east, longitude),
      Math.max(north, latitude),
    ];
  }
  return bounds;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
