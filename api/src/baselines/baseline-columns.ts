import { cellText, type Cells, plainWords, readNumber } from '../imports/cell.js';
import { type ColumnMapping, guessMapping } from '../imports/columns.js';
import type { BaselineKind } from './baseline.js';

export interface NumberedRow {
  /** As Excel shows it. */
  readonly number: number;
  readonly cells: Cells;
}

export interface CountColumn {
  readonly column: number;
  /** Null when a column of kinds says it, row by row. */
  readonly kind: BaselineKind | null;
}

/** Which columns count people, which one says what kind they are, and which say where. */
export interface Columns {
  readonly counts: readonly CountColumn[];
  readonly kind: number | undefined;
  readonly place: ColumnMapping;
}

const kindWords: readonly (readonly [BaselineKind, RegExp])[] = [
  ['workplaces', /arbet|anstalld|sysselsatt|dagbef|jobb|kontor|employees|workplace|workers|jobs/],
  ['residents', /boende|invanare|befolkning|folkbokford|nattbef|residents|inhabitants|population/],
  ['school', /elev|skol|barn|pupil|school|student/],
  ['shops', /butik|handel|kund|affar|shop|customer|retail/],
  ['station', /station|resenar|pastigande|hallplats|tag\b|buss|passenger|travel/],
  ['visited', /besok|torg|park|bad|visit/],
  ['other', /^ovrig|^annan|^annat|^other/],
];
const countHeader = /^(?:antal\b.*|count|personer|people|persons|summa|varde|value)$/;
const kindHeader = /^(?:typ|slag|sort|kind|type|kategori|category|anvandning|verksamhet|vad)$/;
const doorHeader = /^(?:(?:gatu|hus|adress) ?)?(?:nummer|nr)$|^(?:house |street )?(?:number|no)$/;
/** What a file is judged by; more rows do not make it surer. */
export const sampleRows = 500;

/** The kind that a word of a table names ("Invånare", "elever", "shops"); null when none is meant. */
export function kindNamed(text: string): BaselineKind | null {
  const plain = plainWords(text);
  return kindWords.find(([, words]) => words.test(plain))?.[0] ?? null;
}

/** Finds the columns from the header and the first rows; no counts when none of them holds any. */
export function columnsOf(header: readonly string[], rows: readonly NumberedRow[]): Columns {
  const sample = rows.slice(0, sampleRows).map(({ cells }) => cells);
  // A column of "NaN" or "saknas" under a heading of counts is one of counts that cannot be read, not of something else.
  const isNumeric = (column: number): boolean => {
    const filled = sample.map((cells) => cellText(cells, column)).filter((text) => text !== '');
    if (filled.length === 0) return sample.some((cells) => (cells[column] ?? '').trim() !== '');
    return 2 * filled.filter((text) => readNumber(text) !== null).length >= filled.length;
  };
  const names = header.map(plainWords);
  const kindAt = names.findIndex((name, column) => kindHeader.test(name) && !isNumeric(column));
  const counts = names.flatMap((name, column): CountColumn[] => {
    if (column === kindAt || !isNumeric(column)) return [];
    const named = kindNamed(name);
    if (named !== null) return [{ column, kind: kindAt === -1 ? named : null }];
    return countHeader.test(name) ? [{ column, kind: null }] : [];
  });
  // With a column of kinds there is one count per row: the first column that is called one.
  const used = kindAt === -1 ? counts : counts.slice(0, 1);
  const taken = new Set([kindAt, ...used.map(({ column }) => column)]);
  const rest = (cells: Cells): string[] => header.map((_, column) => (taken.has(column) ? '' : (cells[column] ?? '')));
  const { mapping } = guessMapping(rest(header), sample.map(rest));
  const numberAt = names.findIndex((name, column) => doorHeader.test(name) && !taken.has(column));
  // A column of door numbers looks like a column of identities, which a table of people has no use for.
  const place = numberAt === -1 ? mapping : { ...mapping, streetNumber: numberAt };
  return { counts: used, kind: kindAt === -1 ? undefined : kindAt, place };
}
