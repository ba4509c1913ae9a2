import sqlite from 'node-sqlite3-wasm';
import { coordinatesInMetres, systemOfEpsg, systemOfWkt } from '../geo/reference-system.js';
import { readGeoPackageGeometry } from '../geo/wkb.js';
import type { FeatureFile, FileFeature } from './file-feature.js';
import { layers, numberOfRows, rowsOf } from './geopackage.queries.js';
import { TableProblem } from './table-problem.js';

interface Layer {
  readonly table: string;
  readonly geometryColumn: string;
  readonly organisation: string;
  readonly number: number;
  readonly definition: string;
}

/** More than any register of a Swedish municipality has. */
export const mostFeatures = 500_000;

/**
 * Reads the layer of a GeoPackage on disk (OGC 12-128) that has most objects. Only real tables are read: a view could
 * be a query without an end. Throws `TableProblem` for a file that is none, is damaged, or is in an unknown system.
 */
export function readGeoPackage(path: string): FeatureFile {
  const database = openReadOnly(path);
  try {
    const layer = largestLayer(database);
    const system =
      (/^epsg$/i.test(layer.organisation) ? systemOfEpsg(layer.number) : null) ?? systemOfWkt(layer.definition);
    if (!system) throw new TableProblem('system-unknown');
    const features: FileFeature[] = [];
    const columns = new Set<string>();
    const statement = database.prepare(rowsOf(layer.table, mostFeatures + 1));
    for (const row of statement.iterate() as Iterable<Record<string, unknown>>) {
      const { [layer.geometryColumn]: blob, ...properties } = row;
      for (const name of Object.keys(properties)) columns.add(name);
      const raw = blob instanceof Uint8Array ? readGeoPackageGeometry(blob) : null;
      const geometry = raw && { ...raw, coordinates: coordinatesInMetres(raw.coordinates, system) };
      features.push({ number: features.length + 1, properties, geometry });
    }
    statement.finalize();
    if (features.length > mostFeatures) throw new TableProblem('too-many-rows');
    if (features.length === 0) throw new TableProblem('no-rows');
    return { format: 'geopackage', encoding: 'utf-8', layer: layer.table, columns: [...columns], system, features };
  } catch (error) {
    throw error instanceof TableProblem ? error : new TableProblem('file-damaged');
  } finally {
    database.close();
  }
}

function openReadOnly(path: string): InstanceType<typeof sqlite.Database> {
  try {
    return new sqlite.Database(path, { fileMustExist: true, readOnly: true });
  } catch {
    throw new TableProblem('file-damaged');
  }
}

function largestLayer(database: InstanceType<typeof sqlite.Database>): Layer {
  const rows = database.all(layers) as unknown as Layer[];
  let best: { layer: Layer; count: number } | null = null;
  for (const row of rows) {
    const counted = database.get(numberOfRows(String(row.table))) as { n: number } | null;
    const count = Number(counted?.n ?? 0);
    const layer = {
      table: String(row.table),
      geometryColumn: String(row.geometryColumn),
      organisation: String(row.organisation ?? ''),
      number: Number(row.number),
      definition: String(row.definition ?? ''),
    };
    if (count > (best?.count ?? -1)) best = { layer, count };
  }
  if (!best) throw new TableProblem('no-layer');
  return best.layer;
}
