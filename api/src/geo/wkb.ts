/** A geometry as GeoJSON names it, in whatever system it was stored in. */
export interface RawGeometry {
  readonly type:
    'Point' | 'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon' | 'GeometryCollection';
  readonly coordinates: unknown;
}

const names = [
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
] as const;

/** Bytes of the envelope by its kind (OGC GeoPackage 1.3, 2.1.3.1.1). */
const envelopeBytes = [0, 32, 48, 48, 64];

/** Reads a GeoPackage's geometry (its header, then WKB). Null for an empty or a faulty one. */
export function readGeoPackageGeometry(bytes: Uint8Array): RawGeometry | null {
  if (bytes.length < 8 || bytes[0] !== 0x47 || bytes[1] !== 0x50) return null;
  const flags = bytes[3]!;
  const envelope = envelopeBytes[(flags >> 1) & 7];
  if (envelope === undefined || (flags & 0x10) !== 0) return null;
  return readWkb(bytes.subarray(8 + envelope));
}

/** Reads well-known binary (ISO 13249-3 with or without Z and M; PostGIS' flags too). Null for an empty or a faulty one. */
export function readWkb(bytes: Uint8Array): RawGeometry | null {
  try {
    return new WkbReader(bytes).geometry();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

class WkbReader {
  private readonly view: DataView;
  private at = 0;
  private little = true;
  private dimensions = 2;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Throws `RangeError` at the end of the bytes, like `DataView` itself. */
  geometry(): RawGeometry {
    this.little = this.view.getUint8(this.at) === 1;
    this.at += 1;
    let kind = this.integer();
    this.dimensions = 2 + ((kind & 0x80000000) !== 0 ? 1 : 0) + ((kind & 0x40000000) !== 0 ? 1 : 0);
    if ((kind & 0x20000000) !== 0) this.at += 4;
    kind &= 0x0fffffff;
    const form = Math.floor(kind / 1000);
    this.dimensions += form === 3 ? 2 : form > 0 ? 1 : 0;
    const type = names[(kind % 1000) - 1];
    if (!type) throw new RangeError('no geometry that is known');
    return { type, coordinates: this.coordinates(type) };
  }

  private coordinates(type: (typeof names)[number]): unknown {
    if (type === 'Point') return this.position();
    if (type === 'LineString') return this.positions();
    if (type === 'Polygon') return this.list(() => this.positions());
    return this.list(() => this.geometry().coordinates);
  }

  private positions(): number[][] {
    return this.list(() => this.position());
  }

  private position(): number[] {
    const values: number[] = [];
    for (let axis = 0; axis < this.dimensions; axis += 1) values.push(this.float());
    return values.slice(0, 2);
  }

  private list<Item>(read: () => Item): Item[] {
    const count = this.integer();
    if (count > this.view.byteLength) throw new RangeError('more parts than bytes');
    return Array.from({ length: count }, read);
  }

  private integer(): number {
    const value = this.view.getUint32(this.at, this.little);
    this.at += 4;
    return value;
  }

  private float(): number {
    const value = this.view.getFloat64(this.at, this.little);
    this.at += 8;
    return value;
  }
}
