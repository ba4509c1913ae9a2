/** One row of a table as it came: every cell is text, whatever the file format was. */
export type Cells = readonly string[];

const emptyWords = new Set([
  '',
  '-',
  '–',
  '—',
  'na',
  'n/a',
  '#n/a',
  'null',
  'nan',
  'none',
  'saknas',
  'okänd',
  'okänt',
  '?',
]);

const longestEmptyWord = 6;
const anySpace = /[\s\u00a0\u200b]+/g;
const unevenSpace = /^\s|\s$|\s\s|[\t\r\n\v\f\u00a0\u200b\u202f]/;

/** Trimmed text of a cell. `NA`, `NULL`, `-` and their likes are empty. */
export function cellText(cells: Cells, column: number | undefined): string {
  if (column === undefined) return '';
  const cell = cells[column] ?? '';
  const text = unevenSpace.test(cell) ? cell.replace(anySpace, ' ').trim() : cell;
  return text.length <= longestEmptyWord && emptyWords.has(text.toLowerCase()) ? '' : text;
}

/**
 * Reads a number written the Swedish or the English way: 55,7 · 55.7 · 6 174 692,575 · 1,234,567.8. Null when it is not
 * one plain number. "1.234" is one point something: coordinates have decimals more often than thousands.
 */
export function readNumber(text: string): number | null {
  let plain = text.replace(/[\s\u00a0\u202f']/g, '').replace(/^[−–]/, '-');
  if (/^[-+]?\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(plain) || /^[-+]?\d{1,3}(,\d{3})+\.\d+$/.test(plain))
    plain = plain.replace(/,/g, '');
  else if (/^[-+]?\d{1,3}(\.\d{3})+,\d+$/.test(plain)) plain = plain.replace(/\./g, '');
  plain = plain.replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

/** Lower case without accents on letters, punctuation as spaces: what headers and street names are compared by. */
export function plainWords(text: string): string {
  return text
    .replace(/([a-zåäö])([A-ZÅÄÖ])/g, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
