import { fromSystem, type Metres, type ReferenceSystem } from '../geo/projection.js';
import { readAngle } from './angle.js';
import { readNumber } from './cell.js';

/** The municipality as the import needs it: its bounds and a test for being inside, in SWEREF 99 TM metres. */
export interface Territory {
  readonly bounds: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  contains(x: number, y: number): boolean;
}

/** How a file's coordinate columns are to be read. */
export interface CoordinateForm {
  readonly system: ReferenceSystem;
  /** The column called north holds east and the other way round, in the whole file. */
  readonly swapped: boolean;
}

export interface CoordinateGuess extends CoordinateForm {
  /** Share of the sample that lands inside the municipality. */
  readonly inside: number;
}

export type CoordinateProblem =
  'coordinates-incomplete' | 'coordinates-not-a-number' | 'coordinates-swapped' | 'coordinates-outside-sweden';

const systems: readonly ReferenceSystem[] = [
  'EPSG:4326', 'EPSG:3006', 'EPSG:3021', 'EPSG:3007', 'EPSG:3008', 'EPSG:3009', 'EPSG:3010', 'EPSG:3011', 'EPSG:3012',
  'EPSG:3013', 'EPSG:3014', 'EPSG:3015', 'EPSG:3016', 'EPSG:3017', 'EPSG:3018',
]; // prettier-ignore

/** Sweden with its sea, in SWEREF 99 TM. */
const sweden = { minX: 180_000, minY: 6_080_000, maxX: 1_000_000, maxY: 7_720_000 };

/** Can these numbers be north and east in this system at all? */
function plausible(system: ReferenceSystem, north: number, east: number): boolean {
  if (system === 'EPSG:4326') return north > 54 && north < 70 && east > 9 && east < 26;
  if (north < 6_050_000 || north > 7_750_000) return false;
  if (system === 'EPSG:3006') return east > 180_000 && east < 1_000_000;
  if (system === 'EPSG:3021') return east > 1_150_000 && east < 1_950_000;
  return east > 0 && east < 500_000;
}

/**
 * Recognises the reference system of a file from its numbers: the system, straight or swapped, in which most of the
 * sample lands inside the municipality. Local SWEREF zones look alike and are told apart by nothing else. When no
 * reading lands inside, the one that the size of the numbers speaks for, in the order degrees, 3006, RT 90; null when
 * the numbers fit no system (a local zone of another part of the country, a local grid).
 */
export function recogniseCoordinates(
  pairs: readonly { readonly north: string; readonly east: string }[],
  territory: Territory,
): CoordinateGuess | null {
  const numbers = pairs
    .map((pair) => [readCoordinate(pair.north), readCoordinate(pair.east)] as const)
    .filter(
      (pair): pair is readonly [number, number] => pair[0] !== null && pair[1] !== null && pair[0] * pair[1] !== 0,
    );
  if (numbers.length === 0) return null;
  let best: (CoordinateGuess & { score: number }) | null = null;
  for (const system of systems) {
    for (const swapped of [false, true]) {
      const guess = judge(numbers, { system, swapped }, territory);
      if (guess && guess.score > (best?.score ?? 0)) best = guess;
    }
  }
  return best && { system: best.system, swapped: best.swapped, inside: best.inside };
}

type Judged = CoordinateGuess & { readonly score: number };

function judge(
  numbers: readonly (readonly [number, number])[],
  form: CoordinateForm,
  territory: Territory,
): Judged | null {
  let fitting = 0;
  let inside = 0;
  for (const [first, second] of numbers) {
    const [north, east] = form.swapped ? [second, first] : [first, second];
    if (!plausible(form.system, north, east)) continue;
    fitting += 1;
    const point = fromSystem(form.system, east, north);
    if (within(point, territory.bounds) && territory.contains(point.x, point.y)) inside += 1;
  }
  const local = !['EPSG:4326', 'EPSG:3006', 'EPSG:3021'].includes(form.system);
  if (fitting * 2 < numbers.length || (local && inside === 0)) return null;
  const score = inside / numbers.length + fitting / numbers.length / 100 - (form.swapped ? 0.001 : 0);
  return { ...form, inside: inside / numbers.length, score };
}

/** Reads one row's coordinates. Null when both are missing; 0/0 is how some systems write "missing". */
export function readPoint(north: string, east: string, form: CoordinateForm): Metres | CoordinateProblem | null {
  if (north === '' && east === '') return null;
  if (north === '' || east === '') return 'coordinates-incomplete';
  const [first, second] = [readCoordinate(north), readCoordinate(east)];
  if (first === null || second === null) return 'coordinates-not-a-number';
  if (first === 0 && second === 0) return null;
  const [n, e] = form.swapped ? [second, first] : [first, second];
  if (!plausible(form.system, n, e))
    return plausible(form.system, e, n) ? 'coordinates-swapped' : 'coordinates-outside-sweden';
  const point = fromSystem(form.system, e, n);
  return within(point, sweden) ? point : 'coordinates-outside-sweden';
}

/** A coordinate as it is written: a number, or degrees with minutes and seconds. */
export function readCoordinate(text: string): number | null {
  return readAngle(text) ?? readNumber(text);
}

/** A row's point, and whether north and east had to change places in this row alone. */
export interface MendedPoint {
  readonly point: Metres;
  readonly mended: boolean;
}

/**
 * Like `readPoint`, but a row whose north and east have changed places is mended when there is no doubt: its numbers can
 * be nothing else, and turned round they land inside the municipality. Otherwise it stays `coordinates-swapped`.
 */
export function readPointMending(
  north: string,
  east: string,
  form: CoordinateForm,
  territory: Territory,
): MendedPoint | CoordinateProblem | null {
  const read = readPoint(north, east, form);
  if (read === null) return null;
  if (typeof read !== 'string') return { point: read, mended: false };
  if (read !== 'coordinates-swapped') return read;
  const turned = readPoint(north, east, { ...form, swapped: !form.swapped });
  const sure = turned !== null && typeof turned !== 'string' && within(turned, territory.bounds);
  return sure && territory.contains(turned.x, turned.y) ? { point: turned, mended: true } : read;
}

function within(point: Metres, box: Territory['bounds']): boolean {
  return point.x >= box.minX && point.x <= box.maxX && point.y >= box.minY && point.y <= box.maxY;
}
