import { DomainError } from '../app/domain-error.js';
import { inSweden, readPolygon } from '../geo/geojson.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import { type Metres, type Position, toMetres } from '../geo/projection.js';

const hoursPerWeek = 168;
/** Sunday 02:00, the hour that does not exist on the night when the clocks go forward. */
const skippedHour = 146;
const corners = { fewest: 3, most: 100 };
const radius = { least: 1, most: 20_000 };

interface HoursWanted {
  readonly weekday?: readonly number[] | undefined;
  readonly hour?: readonly number[] | undefined;
}

interface Located {
  readonly near?: string | undefined;
  readonly drawn?: string | undefined;
}

/** Which hours of the week a filter on weekdays and hours lets through: two weeks of `0` and `1`, from Monday at 00. */
export function hourMask({ weekday, hour }: HoursWanted): string {
  const isWanted = (list: readonly number[] | undefined, value: number) => !list?.length || list.includes(value);
  const week = Array.from({ length: hoursPerWeek }, (_, at) =>
    isWanted(weekday, Math.floor(at / 24) + 1) && isWanted(hour, at % 24) ? '1' : '0',
  ).join('');
  return week + week;
}

/** The same mask for a span over the night when the clocks go forward: it does not touch the hour that was skipped. */
export function springMask(mask: string): string {
  const week = `${mask.slice(0, skippedHour)}0${mask.slice(skippedHour + 1, hoursPerWeek)}`;
  return week + week;
}

/** A text of the form that the schema lets through, as a circle in metres. */
export function circleOf(near: string): Metres & { readonly metres: number } {
  const [longitude, latitude, metres] = near.split(',').map(Number) as [number, number, number];
  return { ...toMetres([longitude, latitude]), metres };
}

/** What is wrong with a circle, as a code, or null. */
export function nearFault(near: string): string | null {
  const [longitude, latitude, metres] = near.split(',').map(Number) as [number, number, number];
  if (!(metres >= radius.least && metres <= radius.most)) return 'radius-out-of-range';
  return positionFault([longitude, latitude]);
}

/** The corners of a drawn area as they were written; the first is not repeated last. */
export function cornersOf(drawn: string): Position[] {
  const positions = drawn
    .split(',')
    .filter((part) => part !== '')
    .map((part) => part.split(' ').map(Number) as [number, number]);
  const [first, last] = [positions[0], positions.at(-1)];
  const isClosed = positions.length > 1 && first![0] === last![0] && first![1] === last![1];
  return isClosed ? positions.slice(0, -1) : positions;
}

/** What is wrong with the corners one by one, as a code, or null. */
export function cornerFault(positions: readonly Position[]): string | null {
  if (positions.length < corners.fewest || positions.length > corners.most) return 'drawn-corners';
  for (const position of positions) {
    const fault = positionFault(position);
    if (fault) return fault;
  }
  return null;
}

/** The drawn area in metres; throws `drawn-area-crosses` or `drawn-area-empty` when it is none. */
export function drawnArea(drawn: string): MetresMultiPolygon {
  const positions = cornersOf(drawn);
  const reading = readPolygon({ type: 'Polygon', coordinates: [[...positions, positions[0]]] });
  if (reading.ok) return reading.metres;
  throw new DomainError(reading.problem === 'crossing-ring' ? 'drawn-area-crosses' : 'drawn-area-empty');
}

/** The filter as the audit keeps it: never a position, only that one was asked about. */
export function auditedFilter({ near, drawn, ...rest }: Located): object {
  return {
    ...rest,
    ...(near ? { nearMetres: circleOf(near).metres } : {}),
    ...(drawn ? { drawnCorners: cornersOf(drawn).length } : {}),
  };
}

function positionFault([longitude, latitude]: Position): string | null {
  if (inSweden(longitude, latitude)) return null;
  return inSweden(latitude, longitude) ? 'swapped-position' : 'outside-sweden';
}
