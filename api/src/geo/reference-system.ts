import { fromSystem, type Metres, type ReferenceSystem, referenceSystems } from './projection.js';

/** What the systems are called in Sweden, for pages and documents. */
export const systemNames: Readonly<Record<ReferenceSystem, string>> = {
  'EPSG:4326': 'WGS 84',
  'EPSG:3006': 'SWEREF 99 TM',
  'EPSG:3007': 'SWEREF 99 12 00',
  'EPSG:3008': 'SWEREF 99 13 30',
  'EPSG:3009': 'SWEREF 99 15 00',
  'EPSG:3010': 'SWEREF 99 16 30',
  'EPSG:3011': 'SWEREF 99 18 00',
  'EPSG:3012': 'SWEREF 99 14 15',
  'EPSG:3013': 'SWEREF 99 15 45',
  'EPSG:3014': 'SWEREF 99 17 15',
  'EPSG:3015': 'SWEREF 99 18 45',
  'EPSG:3016': 'SWEREF 99 20 15',
  'EPSG:3017': 'SWEREF 99 21 45',
  'EPSG:3018': 'SWEREF 99 23 15',
  'EPSG:3021': 'RT 90 2,5 gon V',
  'EPSG:3857': 'Web Mercator',
};

/** Degrees by other names: SWEREF 99 and ETRS89 differ from WGS 84 by less than a metre. */
const degreesByNumber = new Set([4326, 4619, 4258, 4979, 4269]);

/** The system with this EPSG number; null when it is none that Swedish files come in. */
export function systemOfEpsg(number: number): ReferenceSystem | null {
  if (degreesByNumber.has(number)) return 'EPSG:4326';
  if (number === 25833 || number === 32633) return 'EPSG:3006';
  if (number === 2400) return 'EPSG:3021';
  return referenceSystems.find((system) => system === `EPSG:${number}`) ?? null;
}

/** The system of GeoJSON's old `crs` member (2008, section 3): EPSG:3006, urn:ogc:def:crs:EPSG::3006, OGC:CRS84. */
export function systemOfCrsName(name: string): ReferenceSystem | null {
  if (/CRS84$/i.test(name)) return 'EPSG:4326';
  const number = /EPSG\D.*?(\d{4,5})$/i.exec(name)?.[1];
  return number === undefined ? null : systemOfEpsg(Number(number));
}

/** The system of a shapefile's .prj or a GeoPackage's definition (OGC WKT 1 or Esri's); null when it is not known. */
export function systemOfWkt(text: string): ReferenceSystem | null {
  const authority = /AUTHORITY\["EPSG","?(\d{4,5})"?\]\]\s*$/i.exec(text.trim())?.[1];
  const named = authority === undefined ? null : systemOfEpsg(Number(authority));
  if (named) return named;
  if (!/PROJC[SR]/i.test(text)) return /GEOGC[SR]/i.test(text) ? 'EPSG:4326' : null;
  if (/RT ?_?90/i.test(text)) return /2[.,_]?5.?gon.?V|15\.80[68]|RT90_25_gon/i.test(text) ? 'EPSG:3021' : null;
  if (/SWEREF_?\s?99_?\s?TM/i.test(text)) return 'EPSG:3006';
  if (/Mercator_Auxiliary|Pseudo.Mercator/i.test(text)) return 'EPSG:3857';
  const meridian = Number(/"(?:central_meridian|longitude of natural origin)",\s*([\d.]+)/i.exec(text)?.[1]);
  const easting = Number(/"(?:false_easting|false easting)",\s*([\d.]+)/i.exec(text)?.[1]);
  if (meridian === 15 && easting === 500_000) return 'EPSG:3006';
  const zones: readonly ReferenceSystem[] = referenceSystems.filter((system) =>
    /^EPSG:30(?:0[7-9]|1[0-8])$/.test(system),
  );
  return easting === 150_000 ? (zones.find((system) => meridianOf(system) === meridian) ?? null) : null;
}

/** "SWEREF 99 13 30" lies round 13 degrees and 30 minutes. */
function meridianOf(system: ReferenceSystem): number {
  const [degrees, minutes] = systemNames[system].split(' ').slice(-2).map(Number);
  return degrees! + minutes! / 60;
}

/**
 * Which system can these numbers be in when the file does not say? Degrees, SWEREF 99 TM and RT 90 by their size; a
 * local zone cannot be told from its neighbours and is never guessed here.
 */
export function systemOfNumbers(x: number, y: number): ReferenceSystem | null {
  if (Math.abs(x) <= 180 && Math.abs(y) <= 180) return 'EPSG:4326';
  if (y < 6_050_000 || y > 7_750_000) return null;
  if (x > 180_000 && x < 1_000_000) return 'EPSG:3006';
  return x > 1_150_000 && x < 1_950_000 ? 'EPSG:3021' : null;
}

/** Projects every position of a geometry's coordinates, however deep they lie, to metres in SWEREF 99 TM. */
export function coordinatesInMetres(coordinates: unknown, system: ReferenceSystem): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  const [x, y] = coordinates as unknown[];
  if (typeof x === 'number' && typeof y === 'number') {
    const point: Metres = Number.isFinite(x) && Number.isFinite(y) ? fromSystem(system, x, y) : { x, y };
    return [point.x, point.y];
  }
  return coordinates.map((part) => coordinatesInMetres(part, system));
}
