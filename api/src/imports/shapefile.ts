import { parseDbf, parseShp } from 'shpjs';
import { coordinatesInMetres, systemOfNumbers, systemOfWkt } from '../geo/reference-system.js';
import type { ReferenceSystem } from '../geo/projection.js';
import type { FeatureFile, FileFeature } from './file-feature.js';
import { TableProblem } from './table-problem.js';
import { unpackEntry, type ZipEntry, zipEntries } from './zip-entries.js';

const unpackedBytes = 400 * 1024 * 1024;

/** Does this zip hold a shapefile? */
export function holdsShapefile(file: Buffer): boolean {
  return zipEntries(file).some((entry) => isPart(entry, 'shp'));
}

/**
 * Reads the largest shapefile in a zip (ESRI 1998, dBASE III): the letters by .cpg, else by the table's own language
 * mark, else by whether they are UTF-8; the system by .prj, else by the numbers.
 */
export function readShapefile(file: Buffer): FeatureFile {
  const entries = zipEntries(file);
  const shape = entries.filter((entry) => isPart(entry, 'shp')).sort((a, b) => b.unpacked - a.unpacked)[0];
  if (!shape) throw new TableProblem('no-layer');
  const reading = new Unpacking(file, entries, shape.name.slice(0, -3));
  const bytes = reading.part('shp');
  const table = reading.part('dbf');
  if (!bytes || !table) throw new TableProblem('shapefile-incomplete');
  const encoding = encodingOf(table, reading.part('cpg')?.toString('latin1') ?? '');
  const { shapes, rows } = parsed(bytes, table, encoding);
  const system = systemOf(reading.part('prj')?.toString('utf8') ?? '', shapes);
  const features = rows.map((properties, index): FileFeature => {
    const raw = shapes[index] ?? null;
    const geometry = raw && { type: raw.type, coordinates: coordinatesInMetres(raw.coordinates, system) };
    return { number: index + 1, properties, geometry };
  });
  if (features.length === 0) throw new TableProblem('no-rows');
  const layer = (shape.name.split('/').at(-1) ?? '').slice(0, -4);
  return { format: 'shapefile', encoding, layer, columns: Object.keys(rows[0] ?? {}), system, features };
}

function isPart(entry: ZipEntry, ending: string): boolean {
  return entry.name.toLowerCase().endsWith(`.${ending}`) && !entry.name.includes('__MACOSX');
}

/** Unpacks the parts of one shapefile against one common limit. */
class Unpacking {
  private left = unpackedBytes;

  constructor(
    private readonly file: Buffer,
    private readonly entries: readonly ZipEntry[],
    private readonly stem: string,
  ) {}

  part(ending: string): Buffer | null {
    const name = `${this.stem}${ending}`.toLowerCase();
    const entry = this.entries.find((each) => each.name.toLowerCase() === name);
    if (!entry) return null;
    if (entry.encrypted) throw new TableProblem('password-protected');
    const bytes = unpackEntry(this.file, entry, this.left);
    this.left -= bytes.length;
    return bytes;
  }
}

function parsed(bytes: Buffer, table: Buffer, encoding: string) {
  // The library believes the counts in the header; a table that promises more rows than it has would never end.
  if (table.length < 33 || table.readUInt32LE(4) * table.readUInt16LE(10) > table.length)
    throw new TableProblem('file-damaged');
  try {
    return { shapes: parseShp(bytes), rows: parseDbf(table, encoding) };
  } catch {
    throw new TableProblem('file-damaged');
  }
}

/** dBASE's language marks for the alphabets that Swedish tables come in (byte 29 of the header). */
const languageMarks: Readonly<Record<number, string>> = {
  0x03: 'windows-1252',
  0x57: 'windows-1252',
  0x58: 'windows-1252',
};

function encodingOf(table: Buffer, codePage: string): string {
  const named = codePage.trim().toLowerCase();
  if (/^(?:utf-?8|65001)$/.test(named)) return 'utf-8';
  if (/1252|8859-?_?1\b|latin-?1|^ansi$/.test(named)) return 'windows-1252';
  if (isUtf8(table)) return 'utf-8';
  return languageMarks[table[29]!] ?? 'windows-1252';
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(bytes.readUInt16LE(8)));
    return true;
  } catch {
    return false;
  }
}

function systemOf(definition: string, shapes: ReturnType<typeof parseShp>): ReferenceSystem {
  const named = definition === '' ? null : systemOfWkt(definition);
  const first = firstNumbers(shapes.find((shape) => shape !== null)?.coordinates);
  const guessed = definition === '' && first ? systemOfNumbers(first[0], first[1]) : null;
  const system = named ?? guessed;
  if (!system) throw new TableProblem('system-unknown');
  return system;
}

function firstNumbers(coordinates: unknown): readonly [number, number] | null {
  if (!Array.isArray(coordinates)) return null;
  const [x, y] = coordinates as unknown[];
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : firstNumbers(x);
}
