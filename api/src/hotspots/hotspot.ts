/** The stages of a hot spot, in order; hotspot-stage.ts says how one follows another. */

export const stages = ['mapping', 'analysis', 'action', 'follow-up', 'closed'] as const;
export type Stage = (typeof stages)[number];

/** Squares of 200 m that hold an address or a place, and their eight neighbours: what counts as built up when no such area is loaded. */
export function derivedBuiltUpArea(points: readonly { readonly x: number; readonly y: number }[]): number {
  const side = 200;
  const cells = new Set<string>();
  for (const { x, y } of points) {
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1]) cells.add(`${Math.floor(x / side) + dx} ${Math.floor(y / side) + dy}`);
  }
  return cells.size * side * side;
}
