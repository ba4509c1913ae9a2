/**
 * Which points have room for a mark of their own: those with no earlier point nearer than `spacing` (Matérn's second thinning:
 * Spatial Variation, 2nd ed., Springer 1986, § 5.2). Whether one has follows from its surroundings alone, so two tiles that both
 * know the neighbours of a point say the same of it.
 *
 * @param points in the order of their right to a mark
 * @returns 1 for each that has, else 0
 */
export function roomForMarks(points: readonly (readonly [x: number, y: number])[], spacing: number): Uint8Array {
  const cells = new Map<string, number[]>();
  const room = new Uint8Array(points.length);
  for (const [at, [x, y]] of points.entries()) {
    const [column, row] = [Math.floor(x / spacing), Math.floor(y / spacing)];
    const own = `${column} ${row}`;
    room[at] = 1;
    look: for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const other of cells.get(`${column + dx} ${row + dy}`) ?? []) {
          const [otherX, otherY] = points[other]!;
          if ((otherX - x) ** 2 + (otherY - y) ** 2 >= spacing ** 2) continue;
          room[at] = 0;
          break look;
        }
      }
    }
    const cell = cells.get(own);
    if (cell === undefined) cells.set(own, [at]);
    else cell.push(at);
  }
  return room;
}
