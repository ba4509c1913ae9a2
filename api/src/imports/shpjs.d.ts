/** The part of shpjs 6 that is used; the package brings no types. */
declare module 'shpjs' {
  interface ShapeGeometry {
    readonly type: 'Point' | 'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon';
    readonly coordinates: unknown;
  }

  /** One geometry for each record, in the file's own system; null for an empty shape. */
  export function parseShp(bytes: Uint8Array): readonly (ShapeGeometry | null)[];

  /** One object for each record; `encoding` as in a .cpg file. */
  export function parseDbf(bytes: Uint8Array, encoding: string): readonly Record<string, unknown>[];
}
