import type { MapTheme } from '../map/base-map-style.js';

/** The categories of `ui/tokens.css` in hex, for the map, which cannot read CSS; the last is for the rest. */
const sets = {
  light: ['#198ee6', '#b44418', '#065643', '#750461', '#4c2702', '#3d4dc0', '#6e7879'],
  dark: ['#87aafc', '#febf88', '#aeffd7', '#ef4e7f', '#a19f37', '#f0d2fe', '#b6bdbd'],
} as const satisfies Record<MapTheme, readonly string[]>;

/** Number of the colour (1 to 7) that tells a category on the map: `var(--category-<n>)` in the page. */
export interface CategoryCount {
  /** `null`: the rest, together. */
  code: string | null;
  count: number;
  colour: number;
  /** One letter that tells it where colour does not. */
  mark: string;
}

/** Stands in the address for the rest together. */
export const restCode = 'ovriga';
/** The mark of the rest: no letter, so that it is never taken for a category. */
const restMark = '·';

/** A category as the municipality's list has it. */
export interface NamedCategory {
  code: string;
  name: string;
}

const slots = [1, 2, 3, 4, 5, 6];
const named = slots.length;
export const colourOfTheRest = 7;
/** Colours of the light theme so light that ink is read on them, and white is not. */
const lightOnes = [1];

/**
 * Which categories get a colour of their own: the six with most events, each as far as possible in the colour of its
 * place in the municipality's list, so that a filter does not repaint the map. The rest share one.
 *
 * @param counts events per category code
 * @param list all categories, in the municipality's order
 */
export function colourCategories(counts: ReadonlyMap<string, number>, list: readonly NamedCategory[]): CategoryCount[] {
  const order = list.map(({ code }) => code);
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
  const marks = letterMarks(list);
  const rest = ranked.slice(own.length).reduce((sum, [, count]) => sum + count, 0);
  return [
    ...own.map(([code, count]) => ({
      code,
      count,
      colour: colours.get(code) ?? colourOfTheRest,
      mark: marks.get(code) ?? code.slice(0, 1),
    })),
    ...(rest > 0 ? [{ code: null, count: rest, colour: colourOfTheRest, mark: restMark }] : []),
  ];
}

/**
 * A letter for each category of the list: the first of its name that none before it has, else a digit. All of the list have one, so
 * that neither a filter nor the number of events changes a letter.
 */
export function letterMarks(list: readonly NamedCategory[]): ReadonlyMap<string, string> {
  const digits = Array.from({ length: 9 }, (_, at) => String(at + 1));
  const taken = new Set<string>();
  const marks = new Map<string, string>();
  for (const { code, name } of list) {
    const letters = name.toLocaleUpperCase('sv').match(/\p{L}/gu) ?? [];
    const mark = [...letters, ...digits].find((each) => !taken.has(each)) ?? '';
    if (mark !== '') taken.add(mark);
    marks.set(code, mark);
  }
  return marks;
}

/** The category of the address that is singled out, when the map shows it in a colour of its own; else `null`. */
export function liftedOf(colours: readonly CategoryCount[], asked: string | undefined): string | null {
  return colours.some(({ code }) => (code ?? restCode) === asked) ? asked! : null;
}

/** White or ink, whichever is read on the colour of a number: 4.5:1 or more on each (tested). */
export function letterInk(colour: number, theme: MapTheme): string {
  return theme === 'light' && !lightOnes.includes(colour) ? '#ffffff' : '#12181a';
}

/** The colour of a number, as hex. */
export function hexOf(colour: number, theme: MapTheme): string {
  return sets[theme][colour - 1] ?? sets[theme][colourOfTheRest - 1]!;
}
