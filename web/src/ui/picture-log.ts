/** What a picture says of where it comes from. */
export interface PictureSource {
  /** Its name. */
  municipality: string;
  demo: boolean;
  at: string;
}

type WriteDown = (what: 'map' | 'chart') => Promise<PictureSource>;

let writer: WriteDown | null = null;

/** Told once by whoever knows the server: where a copy is written down. */
export function setPictureLog(write: WriteDown): void {
  writer = write;
}

/**
 * Logs the copy of a map or a chart as an export, before it is drawn; answers what the picture says of its source.
 *
 * @throws Error before {@link setPictureLog}; then what that throws: ProblemError when the server refuses or does not answer
 */
export async function writeDownCopy(what: 'map' | 'chart'): Promise<PictureSource> {
  if (writer === null) throw new Error('Nobody writes down copies.');
  return writer(what);
}
