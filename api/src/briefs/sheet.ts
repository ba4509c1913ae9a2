import type { HeadPage } from './document-head.js';

/** A part of a document that flows over pages. */
export type SheetBlock =
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly type: 'text'; readonly text: string; readonly muted: boolean }
  | { readonly type: 'list'; readonly rows: readonly string[] }
  | {
      readonly type: 'table';
      readonly columns: readonly string[];
      /** How wide the columns are to each other. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly type: 'picture'; readonly svg: string; readonly alt: string; readonly caption: string }
  | { readonly type: 'levels'; readonly columns: readonly string[]; readonly rows: readonly LevelRow[] }
  | { readonly type: 'signatures'; readonly rows: readonly SignatureRow[] };

/** The colour of an area, with its word: never the colour alone. */
export interface LevelRow {
  readonly name: string;
  readonly level: 'normal' | 'raised' | 'serious';
  readonly word: string;
  readonly sentence: string;
}

/** Who signs, and what stands under each of the lines to write on. */
export interface SignatureRow {
  readonly who: string;
  readonly lines: readonly string[];
}

/** A document as a title and blocks: laid out as PDF/UA by sheet.typ, written as DOCX by sheet-docx. */
export interface Sheet {
  readonly head: HeadPage;
  /** What kind of document it is, beside the municipality's name. */
  readonly kind: string;
  readonly title: string;
  readonly documentTitle: string;
  readonly period: string;
  readonly lead: string;
  readonly blocks: readonly SheetBlock[];
  /** What a working copy says of itself, on every page; left out where the document is finished. */
  readonly draft?: string;
  /** Lying, for tables of many columns. */
  readonly landscape?: boolean;
}

export function heading(text: string, level: 2 | 3 = 2): SheetBlock {
  return { type: 'heading', level, text };
}

/** A text as paragraphs, one for each of its lines. */
export function paragraphs(text: string, muted = false): SheetBlock[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'text', text: line, muted }));
}

/** A list, or nothing where it would be empty. */
export function list(rows: readonly string[]): SheetBlock[] {
  return rows.length === 0 ? [] : [{ type: 'list', rows }];
}

/** Paragraphs, and a list where lines begin with a dash: how the texts of the lägesbild are written. */
export function written(text: string): SheetBlock[] {
  const blocks: SheetBlock[] = [];
  let rows: string[] = [];
  const close = () => {
    blocks.push(...list(rows));
    rows = [];
  };
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    if (/^[–•*-] /.test(line)) rows.push(line.slice(2).trim());
    else {
      close();
      blocks.push(...paragraphs(line));
    }
  }
  close();
  return blocks;
}
