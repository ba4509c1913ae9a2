import proj4 from 'proj4';

/** A position at the door: [longitude, latitude] in degrees, WGS 84 (RFC 7946 order). */
export type Position = readonly [longitude: number, latitude: number];

/** A point inside the house: easting `x` and northing `y` in metres, SWEREF 99 TM (EPSG:3006). */
export interface Metres {
  readonly x: number;
  readonly y: number;
}

/**
 * The reference systems that Swedish files come in. Local SWEREF 99 zones share their form and differ in the central
 * meridian; RT 90 2.5 gon V uses Lantmäteriet's direct projection from SWEREF 99 (better than 0.1 m in Sweden, no
 * seven-parameter shift). Source: Lantmäteriet, "RT 90 projections directly from GRS 80" and the SWEREF 99 definitions.
 */
const definitions = {
  'EPSG:4326': '+proj=longlat +ellps=GRS80 +no_defs',
  'EPSG:3006': '+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs',
  'EPSG:3007': local(12),
  'EPSG:3008': local(13.5),
  'EPSG:3009': local(15),
  'EPSG:3010': local(16.5),
  'EPSG:3011': local(18),
  'EPSG:3012': local(14.25),
  'EPSG:3013': local(15.75),
  'EPSG:3014': local(17.25),
  'EPSG:3015': local(18.75),
  'EPSG:3016': local(20.25),
  'EPSG:3017': local(21.75),
  'EPSG:3018': local(23.25),
  'EPSG:3021':
    '+proj=tmerc +lat_0=0 +lon_0=15.806284529444 +k=1.00000561024 +x_0=1500064.274 +y_0=-667.711 +ellps=GRS80 +units=m +no_defs',
  'EPSG:3857':
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
} as const;

export type ReferenceSystem = keyof typeof definitions;

export const referenceSystems = Object.keys(definitions) as ReferenceSystem[];

function local(centralMeridian: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=150000 +y_0=0 +ellps=GRS80 +units=m +no_defs`;
}

const converters = new Map<ReferenceSystem, proj4.Converter>();

function converter(system: ReferenceSystem): proj4.Converter {
  let found = converters.get(system);
  if (!found) {
    found = proj4(definitions[system], definitions['EPSG:3006']);
    converters.set(system, found);
  }
  return found;
}

/** Projects a WGS 84 position to metres in SWEREF 99 TM. Agrees with PostGIS' ST_Transform to a centimetre. */
export function toMetres(position: Position): Metres {
  const [x, y] = converter('EPSG:4326').forward([position[0], position[1]]);
  return { x: x!, y: y! };
}

/** The WGS 84 position of a point in metres, rounded to six decimals (about 0.1 m), as it goes on the wire. */
export function toPosition(point: Metres): Position {
  const [longitude, latitude] = converter('EPSG:4326').inverse([point.x, point.y]);
  return [roundDegrees(longitude!), roundDegrees(latitude!)];
}

/** The same in nine decimals (a tenth of a millimetre), for corners that must come back as they went. */
export function toExactPosition(point: Metres): Position {
  const [longitude, latitude] = converter('EPSG:4326').inverse([point.x, point.y]);
  return [Number(longitude!.toFixed(9)), Number(latitude!.toFixed(9))];
}

/** Reprojects easting and northing in metres (or longitude and latitude in degrees) of any known system to SWEREF 99 TM. */
export function fromSystem(system: ReferenceSystem, easting: number, northing: number): Metres {
  if (system === 'EPSG:3006') return { x: easting, y: northing };
  const [x, y] = converter(system).forward([easting, northing]);
  return { x: x!, y: y! };
}

/**
 * The place of a point on the square map of the world that web maps are cut from: 0 to 1 from west to east and from north
 * to south (EPSG:3857 scaled to its extent).
 */
export function toWorld(point: Metres): Metres {
  const [longitude, latitude] = converter('EPSG:4326').inverse([point.x, point.y]);
  return worldOf([longitude!, latitude!]);
}

/** The same for a position in degrees. */
export function worldOf([longitude, latitude]: Position): Metres {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

function roundDegrees(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
