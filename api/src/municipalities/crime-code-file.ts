/** A row of the municipality's own crime-code table. */
export interface CrimeCodeLine {
  readonly code: string;
  readonly category: string;
  readonly subcategory: string | null;
  readonly sensitive: boolean;
}

export type LineFault = 'code' | 'category' | 'subcategory' | 'sensitive' | 'twice';

export interface FaultyLine {
  /** As the person counts: the first line of the file is 1. */
  readonly line: number;
  readonly fault: LineFault;
  readonly cell: string;
}

/** Categories by what they may be called in a file, in small letters: code and names. */
export interface KnownCategories {
  readonly category: (text: string) => string | null;
  readonly subcategory: (category: string, text: string) => string | null;
}

export const mostFaults = 20;

/**
 * Reads a table of crime codes: code, category, sub-category (may be empty), sensitive (ja/nej, may be empty), parted by
 * semicolon, comma or tab, with or without a heading. Categories by code or name. All of it, or the faults by line.
 */
export function readCrimeCodes(text: string, known: KnownCategories): { lines: CrimeCodeLine[]; faults: FaultyLine[] } {
  const lines: CrimeCodeLine[] = [];
  const faults: FaultyLine[] = [];
  const seen = new Set<string>();
  const parted = partedBy(text);
  for (const [index, row] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (row.trim() === '' || (index === 0 && !/\d/.test(row))) continue;
    const cells = row.split(parted).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
    const read = readLine(cells, known);
    if (typeof read === 'string') faults.push({ line: index + 1, fault: read, cell: cellOf(cells, read) });
    else if (seen.has(read.code)) faults.push({ line: index + 1, fault: 'twice', cell: read.code });
    else {
      seen.add(read.code);
      lines.push(read);
    }
  }
  return { lines, faults: faults.slice(0, mostFaults) };
}

function readLine(cells: readonly string[], known: KnownCategories): CrimeCodeLine | LineFault {
  const [codeCell = '', categoryCell = '', subCell = '', sensitiveCell = ''] = cells;
  // A spreadsheet turns 0825 into 825.
  if (!/^\d{3,4}$/.test(codeCell)) return 'code';
  const category = known.category(categoryCell.toLowerCase());
  if (category === null) return 'category';
  const subcategory = subCell === '' ? null : known.subcategory(category, subCell.toLowerCase());
  if (subCell !== '' && subcategory === null) return 'subcategory';
  const sensitive = yesOrNo(sensitiveCell);
  if (sensitive === null) return 'sensitive';
  return { code: codeCell.padStart(4, '0'), category, subcategory, sensitive };
}

function cellOf(cells: readonly string[], fault: LineFault): string {
  const at = { code: 0, category: 1, subcategory: 2, sensitive: 3, twice: 0 }[fault];
  return (cells[at] ?? '').slice(0, 40);
}

function yesOrNo(cell: string): boolean | null {
  if (/^(?:|nej|no|0|falskt?|false)$/i.test(cell)) return false;
  return /^(?:ja|yes|1|x|sant?|true)$/i.test(cell) ? true : null;
}

function partedBy(text: string): string {
  const first = text.slice(0, 2000);
  const count = (sign: string) => first.split(sign).length;
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
