import { mustBeRefused } from '../privacy/personal-data.js';
import type { Position } from '../geo/projection.js';
import { toPosition } from '../geo/projection.js';
import { cellText, type Cells } from './cell.js';
import type { ImportField } from './column-fields.js';
import type { ColumnMapping } from './columns.js';
import { noPlaced, placedAs, type PlacedCounts } from './placed.js';
import type { ImportedIncident, RejectionCode, RowNote, RowOutcome } from './row.js';

/** What would become of a row that can be read: new, there already, there in another version, twice in the file. */
export type Fate = 'new' | 'stored' | 'changed' | 'repeated';

export interface EvaluatedRow {
  readonly number: number;
  readonly cells: Cells;
  readonly outcome: RowOutcome;
  /** Null when the row is rejected. */
  readonly fate: Fate | null;
}

export interface RejectionTally {
  readonly field: ImportField;
  readonly code: RejectionCode;
  count: number;
  readonly rows: number[];
}

export interface SampleRow {
  readonly number: number;
  readonly incident: ImportedIncident;
}

const exampleRows = 5;
const exampleCells = 3;
const exampleLength = 40;
const sampleRows = 20;
const mostPoints = 2000;
const mostUnknown = 30;

/** What a whole file would become, as plain data. */
export interface TalliedRows {
  readonly rowCount: number;
  readonly crimes: number;
  readonly sensitive: number;
  readonly outside: number;
  readonly withoutPlace: number;
  readonly rejected: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly placed: PlacedCounts;
  readonly fates: Record<Fate, number>;
  readonly rejections: readonly RejectionTally[];
  readonly notes: ReadonlyMap<RowNote, number>;
  readonly unknown: ReadonlyMap<string, number>;
  readonly sample: readonly SampleRow[];
  readonly points: readonly Position[];
  readonly examples: readonly (readonly string[])[];
}

/** Counts what a whole file would become, a row at a time. Holds nothing of a sensitive row but its stripped form. */
export class PreviewTally {
  rowCount = 0;
  crimes = 0;
  sensitive = 0;
  outside = 0;
  withoutPlace = 0;
  firstAt: number | null = null;
  lastAt: number | null = null;
  readonly placed = noPlaced();
  readonly fates: Record<Fate, number> = { new: 0, stored: 0, changed: 0, repeated: 0 };
  readonly rejections = new Map<string, RejectionTally>();
  readonly notes = new Map<RowNote, number>();
  readonly unknown = new Map<string, number>();
  readonly sample: SampleRow[] = [];
  readonly points: Position[] = [];
  readonly examples: string[][];

  constructor(
    private readonly mapping: ColumnMapping,
    width: number,
  ) {
    this.examples = Array.from({ length: width }, () => []);
  }

  add(row: EvaluatedRow): void {
    this.rowCount += 1;
    if (row.outcome.outcome === 'rejected') this.reject(row.number, row.outcome);
    else this.accept(row, row.outcome.incident, row.outcome.notes);
    const sensitive = row.outcome.outcome === 'rejected' ? row.outcome.sensitive : row.outcome.incident.sensitive;
    if (!sensitive) this.show(row.cells);
  }

  get rejected(): number {
    return [...this.rejections.values()].reduce((sum, each) => sum + each.count, 0);
  }

  /** Everything that was counted, fit to cross between threads. */
  result(): TalliedRows {
    const { rowCount, crimes, sensitive, outside, withoutPlace, rejected, firstAt, lastAt } = this;
    const { placed, fates, notes, unknown, sample, points, examples } = this;
    const rejections = [...this.rejections.values()];
    return {
      rowCount, crimes, sensitive, outside, withoutPlace, rejected, firstAt, lastAt,
      placed, fates, rejections, notes, unknown, sample, points, examples,
    }; // prettier-ignore
  }

  private reject(number: number, outcome: Extract<RowOutcome, { outcome: 'rejected' }>): void {
    const key = `${outcome.field} ${outcome.code}`;
    const tally = this.rejections.get(key) ?? { field: outcome.field, code: outcome.code, count: 0, rows: [] };
    tally.count += 1;
    if (tally.rows.length < exampleRows) tally.rows.push(number);
    this.rejections.set(key, tally);
  }

  private accept(row: EvaluatedRow, incident: ImportedIncident, notes: readonly RowNote[]): void {
    if (row.fate) this.fates[row.fate] += 1;
    this.placed[placedAs(incident)] += 1;
    this.crimes += incident.crimeCount;
    if (incident.sensitive) this.sensitive += 1;
    if (incident.outside) this.outside += 1;
    if (incident.point === null && !incident.sensitive) this.withoutPlace += 1;
    this.firstAt = Math.min(this.firstAt ?? Infinity, incident.from);
    this.lastAt = Math.max(this.lastAt ?? -Infinity, incident.from);
    for (const note of notes) this.notes.set(note, (this.notes.get(note) ?? 0) + 1);
    if (notes.includes('code-unknown')) this.nameUnknown(row.cells, incident);
    if (this.sample.length < sampleRows) this.sample.push({ number: row.number, incident });
    if (incident.point && this.points.length < mostPoints) this.points.push(toPosition(incident.point));
  }

  private nameUnknown(cells: Cells, incident: ImportedIncident): void {
    const name = incident.crimeCode ?? cellText(cells, this.mapping.category ?? this.mapping.crimeCode);
    const shown = name === '' || mustBeRefused(name) ? '' : name.slice(0, exampleLength);
    if (this.unknown.has(shown) || this.unknown.size < mostUnknown)
      this.unknown.set(shown, (this.unknown.get(shown) ?? 0) + 1);
  }

  private show(cells: Cells): void {
    for (const [column, examples] of this.examples.entries()) {
      if (examples.length >= exampleCells) continue;
      const text = cellText(cells, column).slice(0, exampleLength);
      if (text !== '' && !examples.includes(text) && !mustBeRefused(text)) examples.push(text);
    }
  }
}
