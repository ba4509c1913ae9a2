/** Why a whole file cannot be read as a table. Each code has its sentence in `outcomes.ts`. */
export const tableProblemCodes = [
  'empty-file',
  'not-a-table',
  'image-file',
  'pdf-file',
  'web-page',
  'old-excel',
  'password-protected',
  'zip-not-excel',
  'file-damaged',
  'file-too-large',
  'too-many-rows',
  'no-rows',
  'no-layer',
  'shapefile-incomplete',
  'system-unknown',
  'sheet-too-large',
] as const;

export type TableProblemCode = (typeof tableProblemCodes)[number];

/** Thrown by the readers; holds a code and nothing from the file. */
export class TableProblem extends Error {
  constructor(readonly code: TableProblemCode) {
    super(code);
    this.name = 'TableProblem';
  }
}
