import { categoryFromText } from './category-words.js';
import type { CountTable } from './count-table.js';
import type { ImportRegister } from './import-register.js';
import type { OutcomeCode } from './outcomes.js';

/** One number as it will be stored. Epoch milliseconds, the end exclusive. */
export interface CountCell {
  readonly row: number;
  readonly areaId: string;
  readonly area: string;
  readonly category: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface RejectedCell {
  readonly row: number;
  readonly field: 'area' | 'category' | 'period' | 'count';
  readonly code: OutcomeCode;
  readonly area: string | null;
  readonly category: string | null;
}

const fieldOfCode: Partial<Record<OutcomeCode, RejectedCell['field']>> = {
  'area-missing': 'area',
  'category-missing': 'category',
  'period-not-readable': 'period',
};

/**
 * The numbers of a count table with the municipality's areas and categories. Two headings that mean one category
 * (klotter and glaskross are both SKAD) are added up; what is unknown is rejected with its reason.
 */
export function resolveCounts(
  table: CountTable,
  register: Pick<ImportRegister, 'areaId' | 'categoryNamed'>,
): { cells: CountCell[]; rejected: RejectedCell[] } {
  const cells = new Map<string, CountCell>();
  const rejected: RejectedCell[] = table.problems.map(({ row, code }) => ({
    row,
    field: fieldOfCode[code] ?? 'count',
    code,
    area: null,
    category: null,
  }));
  for (const line of table.rows) {
    const areaId = register.areaId(line.area);
    const named = register.categoryNamed(line.category) ?? categoryFromText(line.category)?.category ?? null;
    if (areaId === null || named === null) {
      const missing = areaId === null ? 'area' : 'category';
      rejected.push({ row: line.row, field: missing, code: `${missing}-unknown`, area: line.area, category: line.category });
      continue;
    } // prettier-ignore
    const key = [areaId, named, line.from, line.to].join(' ');
    const { area, from, to, row } = line;
    cells.set(key, { row, areaId, area, category: named, from, to, count: line.count + (cells.get(key)?.count ?? 0) });
  }
  return { cells: [...cells.values()], rejected };
}
