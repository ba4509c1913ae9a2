import type { Bilingual } from '../analysis/bilingual.js';
import { sameWeeksOfEarlierYears } from '../analysis/calendar.js';
import { type ColumnEvent, eventsOf } from '../analysis/event-columns.js';
import { cellsInArea, cellsNear } from '../analysis/grid-test.js';
import { type CleanEvents, cleanEvents, type DefaultCoordinate } from '../analysis/hygiene.js';
import { areaOf, containment, toGeoJson } from '../geo/polygon.js';
import { type Metres, toPosition } from '../geo/projection.js';
import type { Cell } from '../geo/grid.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import { derivedBuiltUpArea } from '../hotspots/hotspot.js';
import { type AnswerFeature, both, type InputCounts, type Task } from './answer.js';

export interface TaskEvents {
  readonly events: readonly ColumnEvent[];
  readonly clean: CleanEvents;
  readonly defaultCoordinates: readonly DefaultCoordinate[];
  readonly input: InputCounts;
}

/** The events that a task is about, sorted by fate. A default coordinate is known by its mixture, which a filter hides. */
export function taskEvents(task: Task): TaskEvents {
  const known = task.unfiltered ? cleanEvents(eventsOf(task.unfiltered), task.period).defaultCoordinates : [];
  const all = eventsOf(task.events);
  const isInside = task.within ? containment(task.within) : null;
  const events = isInside ? all.filter(isInside) : all;
  const clean = cleanEvents(events, task.period, known);
  const { total, usable, leftOut, defaultCoordinates } = clean;
  return {
    events,
    clean,
    defaultCoordinates,
    input: { total, used: usable.length, leftOut: { ...leftOut }, defaultCoordinates },
  };
}

/** Events of the same weeks of earlier years, and how many such years reports cover. */
export function earlierEvents({ clean }: TaskEvents, task: Task): { events: CleanEvents['earlier']; years: number } {
  const spans = sameWeeksOfEarlierYears(task.period, task.historyFrom);
  const isIn = (instant: number) => spans.some((span) => instant >= span.from && instant < span.to);
  return { events: clean.earlier.filter(({ from }) => isIn(from)), years: spans.length };
}

/** The squares that count as built up, and in words where they come from. */
export interface Mask {
  readonly cells: readonly Cell[];
  readonly choice: Bilingual;
}

/** Built-up area when one is loaded, else squares near an address or place of the register; never a hull of events. */
export function maskOf({ builtUp, register, within }: Task, cellMetres: number): Mask {
  const whole = builtUp ? cellsInArea(builtUp, cellMetres) : cellsNear(register.x, register.y, { cellMetres });
  const isInside = within ? containment(within) : null;
  const middle = (cell: Cell) => ({ x: (cell.column + 0.5) * cellMetres, y: (cell.row + 0.5) * cellMetres });
  return {
    cells: isInside ? whole.filter((cell) => isInside(middle(cell))) : whole,
    choice: builtUp
      ? both(
          'Ytan som jämförs är den inlästa tätorten.',
          'The area compared with is the built-up area that was loaded.',
        )
      : both(
          'Ingen tätortsyta är inläst. I stället räknas rutor inom 200 meter från en adress eller plats i registret.',
          'No built-up area is loaded. Squares within 200 metres of an address or place of the register stand in for it.',
        ),
  };
}

/** Square metres of built-up area, or of what stands in for it. */
export function builtUpSquareMetres({ builtUp, register }: Task): number {
  if (builtUp) return areaOf(builtUp);
  return derivedBuiltUpArea(Array.from(register.x, (x, at) => ({ x, y: register.y[at]! })));
}

type Properties = AnswerFeature['properties'];

export function polygonFeature(polygon: MetresMultiPolygon, properties: Properties): AnswerFeature {
  return { type: 'Feature', geometry: toGeoJson(polygon), properties };
}

/** A circle of 48 corners; at least 50 m, so that a cluster at one place can be seen. */
export function circleFeature(centre: Metres, radiusMetres: number, properties: Properties): AnswerFeature {
  const radius = Math.max(50, radiusMetres);
  const corners = Array.from({ length: 49 }, (_, step) => {
    const angle = ((step % 48) * 2 * Math.PI) / 48;
    return toPosition({ x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) });
  });
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [corners] }, properties };
}

export function cellFeature({ column, row }: Cell, cellMetres: number, properties: Properties): AnswerFeature {
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ].map(([right, up]) => toPosition({ x: (column + right!) * cellMetres, y: (row + up!) * cellMetres }));
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [corners] }, properties };
}

export function rounded(value: number, decimals = 1): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
