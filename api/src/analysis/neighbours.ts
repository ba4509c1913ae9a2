/** For each place the numbers of its neighbours, itself included: `others[start[i]]` up to `others[start[i + 1]]`. */
export interface Neighbours {
  readonly start: Uint32Array;
  readonly others: Uint32Array;
}

/**
 * Which cells lie in the square window round each cell, the cell itself included? Told by whole columns and rows, never
 * by distance: `cell * sqrt 2` as a limit puts the corners on a floating-point edge. Cells that are not in the list (outside
 * the mask) are nobody's neighbours. `reach` 1 is the window of 3 x 3.
 */
export function windowNeighbours(columns: ArrayLike<number>, rows: ArrayLike<number>, reach = 1): Neighbours {
  const width = spanOf(columns) + 2 * reach + 1;
  const keyOf = (column: number, row: number): number => row * width + column;
  const places = new Map<number, number>();
  for (let index = 0; index < columns.length; index++) places.set(keyOf(columns[index]!, rows[index]!), index);
  return gather(columns.length, (index, found) => {
    for (let up = -reach; up <= reach; up++) {
      for (let right = -reach; right <= reach; right++) {
        const other = places.get(keyOf(columns[index]! + right, rows[index]! + up));
        if (other !== undefined) found.push(other);
      }
    }
  });
}

function spanOf(values: ArrayLike<number>): number {
  let least = Infinity;
  let greatest = -Infinity;
  for (let index = 0; index < values.length; index++) {
    least = Math.min(least, values[index]!);
    greatest = Math.max(greatest, values[index]!);
  }
  return greatest >= least ? greatest - least + 1 : 1;
}

/**
 * Which places lie at most `distanceMetres` from each place (inclusive), itself included? For places that are no grid. A
 * place without finite coordinates has no neighbour but itself; a distance that is not positive leaves every place alone.
 */
export function neighboursWithin(x: ArrayLike<number>, y: ArrayLike<number>, distanceMetres: number): Neighbours {
  const limit = distanceMetres * distanceMetres;
  const buckets = new Map<string, number[]>();
  const bucketOf = (value: number): number => Math.floor(value / distanceMetres);
  if (distanceMetres > 0) {
    for (let index = 0; index < x.length; index++) {
      const key = `${bucketOf(x[index]!)} ${bucketOf(y[index]!)}`;
      const bucket = buckets.get(key);
      if (bucket) bucket.push(index);
      else buckets.set(key, [index]);
    }
  }
  return gather(x.length, (index, found) => {
    const [column, row] = [bucketOf(x[index]!), bucketOf(y[index]!)];
    for (let up = -1; up <= 1; up++) {
      for (let right = -1; right <= 1; right++) {
        for (const other of buckets.get(`${column + right} ${row + up}`) ?? []) {
          if ((x[other]! - x[index]!) ** 2 + (y[other]! - y[index]!) ** 2 <= limit) found.push(other);
        }
      }
    }
    if (!found.includes(index)) found.push(index);
  });
}

function gather(count: number, find: (index: number, found: number[]) => void): Neighbours {
  const start = new Uint32Array(count + 1);
  const others: number[] = [];
  for (let index = 0; index < count; index++) {
    const found: number[] = [];
    find(index, found);
    for (const other of found.sort((a, b) => a - b)) others.push(other);
    start[index + 1] = others.length;
  }
  return { start, others: Uint32Array.from(others) };
}
