import { byRank, findClusters } from '../analysis/clusters.js';
import type { Share } from '../analysis/delineate.js';
import { eventsOf } from '../analysis/event-columns.js';
import { cleanEvents } from '../analysis/hygiene.js';
import type { Watching } from '../analysis/scan-statistic.js';
import { containment } from '../geo/polygon.js';
import { placeCounter } from '../hotspots/place-figures.js';
import type { FoundPlace, PlacesAnswer, Task } from './answer.js';
import { builtUpSquareMetres } from './task-events.js';

/**
 * Where do events gather? The anhopningar with their figures and claims; single homes are counted and never handed on.
 * With a share, those of that share of the dense areas; `joinedPlaces` makes one answer of all shares.
 */
export function placesAnswer(task: Task, watching: Watching, share?: Share): PlacesAnswer {
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
    ...(share ? { share } : {}),
  });
  const excluded = new Set(result.defaultCoordinates.map(({ x, y }) => `${x} ${y}`));
  const counted = excluded.size === 0 ? events : events.filter(({ x, y }) => !excluded.has(`${x} ${y}`));
  const figuresOf = placeCounter({ events: counted, period, historyFrom });
  const places = result.clusters.flatMap((found): FoundPlace[] => {
    const { number, status, centre, polygon, diameterMetres, claims, count, members } = found;
    if (status === 'single-home') return [];
    const figures = figuresOf({ polygon, ownHistory: claims.ownHistory, people: claims.people });
    const place = { number, status, centre, polygon, diameterMetres, claims, count, members: members.slice(0, 1) };
    return [{ ...place, figures: { ...figures, total: result.total } }];
  });
  const { status, total, clustered, leftOut, defaultCoordinates, parametersUsed } = result;
  return {
    result: { status, total, clustered, leftOut, defaultCoordinates, parametersUsed },
    singleHomes: result.clusters.length - places.length,
    places,
  };
}

/** One answer of the answers to all shares, numbered anew: the same as of the whole at once. */
export function joinedPlaces(shares: readonly PlacesAnswer[]): PlacesAnswer {
  const [{ result }] = shares as readonly [PlacesAnswer];
  const sum = (of: (share: PlacesAnswer) => number) => shares.reduce((all, share) => all + of(share), 0);
  const leftOut = {
    ...result.leftOut,
    thinPlaces: sum((share) => share.result.leftOut.thinPlaces),
    areasWithoutPlace: sum((share) => share.result.leftOut.areasWithoutPlace),
  };
  const places = shares.flatMap((share) => share.places).toSorted(byRank);
  return {
    result: { ...result, leftOut },
    singleHomes: sum((share) => share.singleHomes),
    places: places.map((place, at) => ({ ...place, number: at + 1 })),
  };
}
