import type { AnalysisRun } from './findings-api.js';

export interface ComparedCounts {
  readonly id: 'here' | 'around' | 'controls';
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** Before and after of the place, of what lies around it, and of all places compared with together, out of an answer to "Hjälpte insatsen?". */
export function comparedCounts({ geometry, table }: Pick<AnalysisRun, 'geometry' | 'table'>): ComparedCounts[] {
  const rowsOf = (layer: string) =>
    geometry.features.filter(({ properties }) => properties['layer'] === layer).map(({ properties }) => Number(properties['row'])); // prettier-ignore
  const sum = (rows: readonly number[], id: ComparedCounts['id']): ComparedCounts[] => {
    const found = table.rows.filter((_, at) => rows.includes(at));
    if (found.length === 0) return [];
    const total = (key: 'before' | 'after') => found.reduce((all, row) => all + Number(row[key] ?? 0), 0);
    return [{ id, name: String(found[0]?.['place'] ?? ''), before: total('before'), after: total('after') }];
  };
  const here = rowsOf('treated');
  return [
    ...sum(here, 'here'),
    ...(here.length === 0 ? [] : sum([1], 'around')),
    ...sum(rowsOf('control'), 'controls'),
  ];
}
