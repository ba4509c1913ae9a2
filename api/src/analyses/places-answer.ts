import { findClusters } from '../analysis/clusters.js';
import { eventsOf } from '../analysis/event-columns.js';
import { cleanEvents } from '../analysis/hygiene.js';
import type { Watching } from '../analysis/scan-statistic.js';
import { containment } from '../geo/polygon.js';
import { placeCounter } from '../hotspots/place-figures.js';
import type { FoundPlace, PlacesAnswer, Task } from './answer.js';
import { builtUpSquareMetres } from './task-events.js';

/** Where do events gather? The anhopningar with their figures and claims; single homes are counted and never handed on. */
export function placesAnswer(task: Task, watching: Watching): PlacesAnswer {
  const { period, historyFrom, expert } = task;
  const known = task.unfiltered ? cleanEvents(eventsOf(task.unfiltered), period).defaultCoordinates : [];
  const all = eventsOf(task.events);
  const events = task.within ? all.filter(containment(task.within)) : all;
  const result = findClusters(events, {
    ...watching,
    period,
    historyFrom,
    builtUpAreaSquareMetres: builtUpSquareMetres(task),
    mask: task.boundary,
    defaultCoordinates: known,
    baselines: task.baselines,
    seed: task.seed,
    ...(expert.permutations === undefined ? {} : { permutations: expert.permutations }),
    ...(expert.epsMetres === undefined ? {} : { epsMetres: expert.epsMetres }),
    ...(expert.minPoints === undefined ? {} : { minPoints: expert.minPoints }),
  });
  const excluded = new Set(result.defaultCoordinates.map(({ x, y }) => `${x} ${y}`));
  const counted = excluded.size === 0 ? events : events.filter(({ x, y }) => !excluded.has(`${x} ${y}`));
  const figuresOf = placeCounter({ events: counted, period, historyFrom, places: result.clusters.length });
  const places = result.clusters.flatMap((found): FoundPlace[] => {
    const { number, status, centre, polygon, diameterMetres, claims, count } = found;
    if (status === 'single-home') return [];
    const figures = figuresOf({ polygon, ownHistory: claims.ownHistory, people: claims.people });
    return [
      { number, status, centre, polygon, diameterMetres, claims, count, figures: { ...figures, total: result.total } },
    ];
  });
  const { status, total, clustered, leftOut, defaultCoordinates, parametersUsed } = result;
  return {
    result: { status, total, clustered, leftOut, defaultCoordinates, parametersUsed },
    singleHomes: result.clusters.length - places.length,
    places,
  };
}
