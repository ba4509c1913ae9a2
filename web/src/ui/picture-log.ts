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

/** Writes down that something is copied, as any export; throws when it could not be. */
export async function writeDownCopy(what: 'map' | 'chart'): Promise<PictureSource> {
  if (writer === null) throw new Error('Nobody writes down copies.');
  return writer(what);
}
