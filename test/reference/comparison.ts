/** One line of the report: what was compared, our figure, theirs, and whether they agree. */
export interface Comparison {
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
  readonly agrees: boolean;
}

/** Two numbers that may differ by at most `tolerance`. */
export function near(what: string, ours: number, theirs: number, tolerance: number): Comparison {
  return {
    what,
    ours: String(ours),
    theirs: `${theirs} (within ${tolerance})`,
    agrees: Math.abs(ours - theirs) <= tolerance,
  };
}

/** Two values that must be equal. */
export function same(what: string, ours: string | number, theirs: string | number): Comparison {
  return { what, ours: String(ours), theirs: String(theirs), agrees: ours === theirs };
}

/** Two long lists, told by how many there are and the largest difference. */
export function allNear(
  what: string,
  { ours, theirs, tolerance }: { ours: ArrayLike<number>; theirs: ArrayLike<number>; tolerance: number },
): Comparison {
  let largest = ours.length === theirs.length && ours.length > 0 ? 0 : Infinity;
  for (let index = 0; index < ours.length; index++) {
    const difference = Math.abs(ours[index]! - theirs[index]!);
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Infinity : difference;
  }
  return {
    what,
    ours: `${ours.length} values, largest difference ${largest.toExponential(1)}`,
    theirs: `${theirs.length} values (within ${tolerance})`,
    agrees: largest <= tolerance,
  };
}

/** The lines that do not agree, for a test that shows them when it fails. */
export function disagreements(lines: readonly Comparison[]): readonly Comparison[] {
  return lines.filter(({ agrees }) => !agrees);
}
