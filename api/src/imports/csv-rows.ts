export type Delimiter = ';' | ',' | '\t' | '|';

export interface CsvForm {
  readonly delimiter: Delimiter;
  readonly lineEnd: '\n' | '\r';
  /** A first line `sep=;` that Excel writes for itself. */
  readonly separatorLine: boolean;
}

const delimiters: readonly Delimiter[] = [';', '\t', ',', '|'];
const sampledLines = 60;
/** A quote that is not closed within this many characters is a quote character and no quoting. */
const longestQuoted = 100_000;

/**
 * Finds the delimiter in the first lines, or null when no character divides them: the file is then no table. The one
 * that gives most lines the same number of fields wins; decimal commas do not, because they vary or lie inside `;`.
 */
export function detectForm(head: string): CsvForm | null {
  const lineEnd = head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
  const separator = /^sep=(.)\r?[\n\r]/i.exec(head);
  if (separator && delimiters.includes(separator[1] as Delimiter)) {
    return { delimiter: separator[1] as Delimiter, lineEnd, separatorLine: true };
  }
  const lines = head
    .split(lineEnd)
    .slice(0, sampledLines)
    .map((line) => line.replace(/\r$/, ''));
  const rows = lines.filter((line) => line.trim() !== '');
  let best: { delimiter: Delimiter; score: number } | null = null;
  for (const delimiter of delimiters) {
    const score = evenness(rows, delimiter);
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best ? { delimiter: best.delimiter, lineEnd, separatorLine: false } : null;
}

/** Share of lines with the most common number (at least one) of delimiters outside quotes, a little more for many. */
function evenness(rows: readonly string[], delimiter: Delimiter): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const fields = row.replace(/"(?:[^"]|"")*"/g, '').split(delimiter).length - 1;
    if (fields > 0) counts.set(fields, (counts.get(fields) ?? 0) + 1);
  }
  let best = 0;
  for (const [fields, lines] of counts) best = Math.max(best, lines / rows.length + Math.min(fields, 20) / 1000);
  return best;
}

/**
 * Splits text into records of fields as it arrives. Quotes count only at the start of a field (RFC 4180; a quote
 * inside a word is a quote), a quoted field may hold delimiters and line ends. Lines without quotes take the short way.
 */
export class CsvSplitter {
  private rest = '';

  constructor(private readonly form: CsvForm) {}

  /** The records that are complete with this piece of text. NUL, which no database can hold, is left out. */
  push(text: string): string[][] {
    return this.take(this.rest + (text.includes('\0') ? text.replaceAll('\0', '') : text), false);
  }

  /** The last record, when the file does not end with a line end. */
  end(): string[][] {
    return this.rest === '' ? [] : this.take(this.rest, true);
  }

  private take(buffer: string, last: boolean): string[][] {
    const records: string[][] = [];
    const { delimiter, lineEnd } = this.form;
    let at = 0;
    while (at < buffer.length) {
      const end = buffer.indexOf(lineEnd, at);
      if (end === -1 && !last) break;
      const line = trimReturn(buffer.slice(at, end === -1 ? buffer.length : end));
      if (!line.includes('"')) {
        records.push(line.split(delimiter));
        at = end === -1 ? buffer.length : end + 1;
        continue;
      }
      const record = this.quotedRecord(buffer, at, last);
      if (record === null) break;
      records.push(record.fields);
      at = record.end;
    }
    this.rest = buffer.slice(at);
    return records;
  }

  /** One record that has quotes in it; null when its end has not arrived yet. */
  private quotedRecord(buffer: string, start: number, last: boolean): { fields: string[]; end: number } | null {
    const { delimiter, lineEnd } = this.form;
    const fields: string[] = [];
    let at = start;
    for (;;) {
      const quoted = buffer[at] === '"' ? closedQuote(buffer, at, last) : null;
      if (quoted === 'wait') return null;
      let value = quoted?.value ?? '';
      at = quoted?.end ?? at;
      const from = at;
      while (at < buffer.length && buffer[at] !== delimiter && buffer[at] !== lineEnd) at += 1;
      if (at >= buffer.length && !last) return null;
      value += trimReturn(buffer.slice(from, at));
      fields.push(value);
      if (at >= buffer.length || buffer[at] === lineEnd) return { fields, end: at + 1 };
      at += 1;
    }
  }
}

function closedQuote(buffer: string, start: number, last: boolean): { value: string; end: number } | 'wait' | null {
  let at = start + 1;
  for (;;) {
    const quote = buffer.indexOf('"', at);
    if (quote === -1 || quote - start > longestQuoted) {
      return last || buffer.length - start > longestQuoted ? null : 'wait';
    }
    if (buffer[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    if (quote + 1 >= buffer.length && !last) return 'wait';
    return { value: buffer.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 };
  }
}

function trimReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
