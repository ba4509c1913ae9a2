import type { MapTheme } from '../map/base-map-style.js';

/** The categories of `ui/tokens.css` in hex, for the map, which cannot read CSS; the last is for the rest. */
const sets = {
  light: ['#0072b2', '#c24e00', '#00805c', '#a8477f', '#8a6d00', '#2f83b5', '#6b4fa0', '#4d5659'],
  dark: ['#56b4e9', '#f08a4b', '#3cc39a', '#dd8fbd', '#d9bb4a', '#8cc5e8', '#b39ddb', '#a6b0b3'],
} as const satisfies Record<MapTheme, readonly string[]>;

/** Number of the colour (1 to 8) that tells a category on the map: `var(--category-<n>)` in the page. */
export interface CategoryCount {
  /** `null`: the rest, together. */
  code: string | null;
  count: number;
  colour: number;
}

/** The colours given to categories; the sixth is too near the first for small points. */
const slots = [1, 2, 3, 4, 5, 7];
const named = slots.length;
export const colourOfTheRest = 8;

/**
 * Which categories get a colour of their own: the six with most events, each as far as possible in the colour of its
 * place in the municipality's list, so that a filter does not repaint the map. The rest share one.
 *
 * @param counts events per category code
 * @param order all codes, in the municipality's order
 */
export function colourCategories(counts: ReadonlyMap<string, number>, order: readonly string[]): CategoryCount[] {
  const ranked = [...counts].filter(([, count]) => count > 0).toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const own = ranked.slice(0, ranked.length === named + 1 ? named + 1 : named);
  const free = new Set(slots);
  const colours = new Map<string, number>();
  const place = (code: string) => (order.includes(code) ? slots[order.indexOf(code) % named]! : 0);
  for (const [code] of own.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))) {
    if (!free.delete(place(code))) continue;
    colours.set(code, place(code));
  }
  for (const [code] of own) {
    if (colours.has(code)) continue;
    const [next = colourOfTheRest] = free;
    free.delete(next);
    colours.set(code, next);
  }
  const rest = ranked.slice(own.length).reduce((sum, [, count]) => sum + count, 0);
  return [
    ...own.map(([code, count]) => ({ code, count, colour: colours.get(code) ?? colourOfTheRest })),
    ...(rest > 0 ? [{ code: null, count: rest, colour: colourOfTheRest }] : []),
  ];
}

/** The colour of a number, as hex. */
export function hexOf(colour: number, theme: MapTheme): string {
  return sets[theme][colour - 1] ?? sets[theme][7];
}
