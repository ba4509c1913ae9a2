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
  | { readonly type: 'picture'; readonly svg: string; readonly alt: string; readonly caption: string };

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
