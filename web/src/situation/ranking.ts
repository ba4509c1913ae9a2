import type { components } from '../api/openapi.js';

export type Ranking = components['schemas']['AreaRanking'];
export type RankedArea = Ranking['areas'][number];
export type Grade = NonNullable<RankedArea['need']>;

export const mostChosen = 3;
export const grades = [1, 2, 3] as const;

interface Rating {
  readonly need: Grade | null;
  readonly influence: Grade | null;
}

/** What is written on the page and not saved yet. */
export interface Draft {
  readonly ratings: Readonly<Record<string, Rating>>;
  readonly chosen: readonly { readonly areaId: string; readonly reason: string }[];
}

export function draftOf({ areas, chosen }: Pick<Ranking, 'areas' | 'chosen'>): Draft {
  return {
    ratings: Object.fromEntries(areas.map(({ areaId, need, influence }) => [areaId, { need, influence }])),
    chosen: chosen.map(({ areaId, reason }) => ({ areaId, reason })),
  };
}

export function ratingOf({ ratings }: Draft, areaId: string): Rating {
  return ratings[areaId] ?? { need: null, influence: null };
}

/** Need times influence; null until both are set. */
export function productOf({ need, influence }: Rating): number | null {
  return need === null || influence === null ? null : need * influence;
}

/** The ids of the areas: the greatest product first, then those that the figures suggest most of, then most events. */
export function inOrder(areas: readonly RankedArea[], draft: Draft): string[] {
  const keys = ({ areaId, suggestion, count }: RankedArea) => [
    productOf(ratingOf(draft, areaId)) ?? 0,
    suggestion.need ?? 0,
    count,
  ];
  return [...areas]
    .sort((a, b) => {
      const [x, y] = [keys(a), keys(b)];
      const at = x.findIndex((value, index) => value !== y[index]);
      return at < 0 ? a.name.localeCompare(b.name, 'sv') : y[at]! - x[at]!;
    })
    .map(({ areaId }) => areaId);
}

export function rated(draft: Draft, areaId: string, change: Partial<Rating>): Draft {
  return { ...draft, ratings: { ...draft.ratings, [areaId]: { ...ratingOf(draft, areaId), ...change } } };
}

/** Chosen becomes not chosen, and the other way while there is room. */
export function toggled(draft: Draft, areaId: string): Draft {
  const left = draft.chosen.filter((each) => each.areaId !== areaId);
  if (left.length < draft.chosen.length) return { ...draft, chosen: left };
  return left.length < mostChosen ? { ...draft, chosen: [...left, { areaId, reason: '' }] } : draft;
}

export function reasoned(draft: Draft, areaId: string, reason: string): Draft {
  return { ...draft, chosen: draft.chosen.map((each) => (each.areaId === areaId ? { ...each, reason } : each)) };
}

export function movedUp(draft: Draft, areaId: string): Draft {
  const at = draft.chosen.findIndex((each) => each.areaId === areaId);
  const one = draft.chosen[at];
  if (one === undefined || at === 0) return draft;
  const rest = draft.chosen.filter((each) => each.areaId !== areaId);
  return { ...draft, chosen: [...rest.slice(0, at - 1), one, ...rest.slice(at - 1)] };
}

/** What is sent: areas of which nothing is set are left out. */
export function bodyOf({ ratings, chosen }: Draft) {
  return {
    areas: chosen.map(({ areaId, reason }) => ({ areaId, reason: reason.trim() })),
    ratings: Object.entries(ratings).flatMap(([areaId, { need, influence }]) =>
      need === null && influence === null ? [] : [{ areaId, need, influence }],
    ),
    meetingId: null,
  };
}

export function isSame(one: Draft, other: Draft): boolean {
  return JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other));
}
