import type { ReferenceSystem } from '../geo/projection.js';
import type { RawGeometry } from '../geo/wkb.js';

/** One object of a spatial file or one row of a table: what it says of itself, and where it is, in metres. */
export interface FileFeature {
  /** Its number as a person sees it: the row in Excel, or its place among the objects from 1. */
  readonly number: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** In SWEREF 99 TM; null when the row has no place of its own. */
  readonly geometry: RawGeometry | null;
}

export interface FeatureFile {
  readonly format: 'csv' | 'xlsx' | 'geojson' | 'geopackage' | 'shapefile';
  readonly encoding: string | null;
  /** The layer or the sheet that was read. */
  readonly layer: string | null;
  readonly columns: readonly string[];
  /** The system that the coordinates were in; null when there are none. */
  readonly system: ReferenceSystem | null;
  readonly features: readonly FileFeature[];
}

/** A property as text: trimmed, empty for null. */
export function propertyText(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('\0', '').trim();
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}
