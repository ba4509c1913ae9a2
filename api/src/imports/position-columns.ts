import type { Metres } from '../geo/projection.js';
import { cellText, type Cells, plainWords } from './cell.js';
import {
  type CoordinateGuess,
  type CoordinateProblem,
  readPoint,
  recogniseCoordinates,
  type Territory,
} from './coordinates.js';

/** Headers that say north and east, in the order of how sure they are; compared as plain words. */
const northHeaders =
  /^(?:n|nord|norr|north|northing|lat|latitud|latitude|y|y ?koord.*|n ?koord.*|nordkoord.*|sweref.* n|wgs.* n|wgs.* lat.*|coord.* y|pos.* n)$/;
const eastHeaders =
  /^(?:e|o|ost|east|easting|lon|long|lng|longitud|longitude|x|x ?koord.*|e ?koord.*|ostkoord.*|sweref.* e|wgs.* e|wgs.* lon.*|coord.* x|pos.* e)$/;

/** Which columns of a register hold its positions, and in which system; null when it has none. */
export interface PositionColumns {
  readonly north: number;
  readonly east: number;
  readonly form: CoordinateGuess;
}

/**
 * Finds the position columns of a register (addresses, places, homes) by header and numbers. X and Y are read either
 * way: what lands inside the municipality decides.
 */
export function findPositionColumns(
  header: readonly string[],
  sample: readonly Cells[],
  territory: Territory,
): PositionColumns | null {
  const words = header.map(plainWords);
  const north = words.findIndex((word) => northHeaders.test(word));
  const east = words.findIndex((word) => eastHeaders.test(word));
  if (north < 0 || east < 0) return null;
  const pairs = sample.map((cells) => ({ north: cellText(cells, north), east: cellText(cells, east) }));
  const form = recogniseCoordinates(pairs, territory);
  return form && { north, east, form };
}

/** The position of one row in metres, null when it has none, or what is wrong with it. */
export function readPosition(cells: Cells, columns: PositionColumns): Metres | CoordinateProblem | null {
  return readPoint(cellText(cells, columns.north), cellText(cells, columns.east), columns.form);
}
