import { Injectable } from '@nestjs/common';
import { TableProblem } from './table-problem.js';
import { openTable, type TableRow } from './table-reader.js';
import { fromBytes } from './table-source.js';

export interface WholeTable {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** The text was saved with the wrong alphabet before it came here: å, ä and ö may be lost. */
  readonly garbled: boolean;
}

/** Reads small tables whole, for the features whose files are read in memory and never kept. */
@Injectable()
export class TablesService {
  /** The rows of a CSV or Excel file. Throws `TableProblem` when it is no table or has more than `most` rows. */
  async read(bytes: Uint8Array, most: number): Promise<WholeTable> {
    const table = await openTable(fromBytes(bytes));
    const rows: TableRow[] = [];
    for await (const batch of table.batches()) {
      rows.push(...batch);
      if (rows.length > most) throw new TableProblem('too-many-rows');
    }
    return { header: table.header, rows, garbled: table.garbled };
  }
}
