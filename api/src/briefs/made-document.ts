import type { Format } from './document.schema.js';

/** A file made for one reader. */
export interface MadeDocument {
  readonly bytes: Uint8Array;
  readonly format: Format;
  /** Names the kind and the day alone: a file's name travels further than the file. */
  readonly fileName: string;
}
