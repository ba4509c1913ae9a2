import type { Bilingual } from '../analysis/bilingual.js';
import { toPosition, type Position } from '../geo/projection.js';
import { UsageError } from './usage-error.js';

export type Field = string | number | boolean | null;

/** What a method gives: a table, the parameters that were really used, and words about it. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Field[])[];
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly sentence: Bilingual | null;
  /** What the person should know, one sentence each; they go to standard error and into the parameters. */
  readonly notes: readonly string[];
  /** The columns that hold coordinates, and whether those are degrees; null when the answer is not on a map. */
  readonly map: { readonly x: string; readonly y: string; readonly degrees: boolean } | null;
}

export type OutputForm = 'csv' | 'json' | 'geojson';

/** The form that the name of the file asks for. Throws a UsageError for any other. */
export function formOf(output: string): OutputForm {
  const ending = /\.(csv|json|geojson)$/i.exec(output)?.[1]?.toLowerCase();
  if (ending === undefined) throw new UsageError(`--output must end in .csv, .json or .geojson, not "${output}".`);
  return ending as OutputForm;
}

export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

/** The files to write: the answer itself, and of a CSV the parameters beside it. Infinity becomes empty (null). */
export function filesOf(
  answer: Answer,
  { method, output }: { readonly method: string; readonly output: string },
): WrittenFile[] {
  const about = { method, parameters: answer.parameters, sentence: answer.sentence, notes: answer.notes };
  const form = formOf(output);
  if (form === 'csv') {
    return [
      { path: output, text: csvOf(answer) },
      { path: `${output}.parameters.json`, text: jsonOf(about) },
    ];
  }
  if (form === 'json')
    return [{ path: output, text: jsonOf({ ...about, rows: answer.rows.map((row) => recordOf(answer, row)) }) }];
  return [{ path: output, text: jsonOf({ type: 'FeatureCollection', ...about, features: featuresOf(answer) }) }];
}

function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

function recordOf({ columns }: Answer, row: readonly Field[]): Record<string, Field> {
  return Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null]));
}

function csvOf({ columns, rows }: Answer): string {
  const line = (fields: readonly Field[]): string => fields.map(csvField).join(',');
  return `${[columns, ...rows].map(line).join('\n')}\n`;
}

function csvField(field: Field): string {
  if (field === null || (typeof field === 'number' && !Number.isFinite(field))) return '';
  const text = String(field);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** No features for an answer that is not on a map; such a method is refused before it runs. */
function featuresOf(answer: Answer): unknown[] {
  const { map, columns } = answer;
  if (map === null) return [];
  const [x, y] = [columns.indexOf(map.x), columns.indexOf(map.y)];
  return answer.rows.map((row) => ({
    type: 'Feature',
    geometry: geometryOf(Number(row[x] ?? NaN), Number(row[y] ?? NaN), map.degrees),
    properties: recordOf(answer, row),
  }));
}

function geometryOf(x: number, y: number, degrees: boolean): { type: 'Point'; coordinates: Position } | null {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  if (degrees) return { type: 'Point', coordinates: [x, y] };
  if (x < 200_000 || x > 1_000_000 || y < 6_000_000 || y > 7_800_000) {
    throw new UsageError(
      'GeoJSON holds degrees, and these metres are not SWEREF 99 TM; write to .csv or .json, or name --reference-system.',
    );
  }
  return { type: 'Point', coordinates: toPosition({ x, y }) };
}
