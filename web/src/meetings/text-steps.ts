/** One change of a text: at `at` in the old text, `removed` characters went and `inserted` came. */
export interface TextStep {
  at: number;
  removed: number;
  inserted: string;
}

/** Above this many pairs of words the middle is taken as one change: notes are short, and typing must not wait. */
const mostPairs = 250_000;

/**
 * What turns one text into another, word by word, in order and without overlap. Built on the longest common row of words
 * (Hunt & Szymanski 1976 call it LCS) of what lies between the common beginning and the common end.
 */
export function stepsBetween(from: string, to: string): TextStep[] {
  if (from === to) return [];
  const [old, next] = [words(from), words(to)];
  let head = 0;
  while (head < old.length && head < next.length && old[head] === next[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < next.length - head && old.at(-1 - tail) === next.at(-1 - tail)) tail += 1;
  const before = old.slice(0, head).join('').length;
  const [oldMiddle, newMiddle] = [old.slice(head, old.length - tail), next.slice(head, next.length - tail)];
  if (oldMiddle.length * newMiddle.length > mostPairs)
    return [{ at: before, removed: oldMiddle.join('').length, inserted: newMiddle.join('') }];
  return walk(oldMiddle, newMiddle, before);
}

/** Words, runs of space, and each other sign by itself. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
}

function walk(old: readonly string[], next: readonly string[], start: number): TextStep[] {
  const common = commonRows(old, next);
  const steps: TextStep[] = [];
  let [i, j, at] = [0, 0, start];
  let open: TextStep | null = null;
  const change = (): TextStep => {
    if (open === null) steps.push((open = { at, removed: 0, inserted: '' }));
    return open;
  };
  while (i < old.length || j < next.length) {
    const [left, right] = [old[i], next[j]];
    if (left !== undefined && left === right) {
      open = null;
      at += left.length;
      i += 1;
      j += 1;
    } else if (right !== undefined && (left === undefined || common(i, j + 1) >= common(i + 1, j))) {
      change().inserted += right;
      j += 1;
    } else {
      change().removed += left?.length ?? 0;
      at += left?.length ?? 0;
      i += 1;
    }
  }
  return steps;
}

/** Length of the longest common row of words from two places to the ends. */
function commonRows(old: readonly string[], next: readonly string[]): (i: number, j: number) => number {
  const width = next.length + 1;
  const table = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = next.length - 1; j >= 0; j--)
      table[i * width + j] = old[i] === next[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}

/** Where a caret of the old text stands in the new one: beside the same word; what comes in at the caret lies after it. */
export function carriedCaret(caret: number, steps: readonly TextStep[]): number {
  let moved = 0;
  for (const { at, removed, inserted } of steps) {
    if (at >= caret) break;
    if (at + removed > caret) return at + moved;
    moved += inserted.length - removed;
  }
  return caret + moved;
}

/**
 * What I have written since `from`, on top of what the others made of `from`; `null` when both changed the same words, so
 * that somebody has to choose. Additions at the same place both stay, theirs first.
 */
export function rebased(from: string, mine: string, theirs: string): string | null {
  const own = stepsBetween(from, mine);
  const other = stepsBetween(from, theirs);
  const all: TextStep[] = [];
  for (const step of own) {
    if (other.some((one) => overlap(step, one) && !same(step, one))) return null;
    if (!other.some((one) => same(step, one))) all.push(step);
  }
  const joined = [...other, ...all].toSorted((a, b) => a.at - b.at || a.removed - b.removed);
  let text = '';
  let done = 0;
  for (const { at, removed, inserted } of joined) {
    text += from.slice(done, at) + inserted;
    done = at + removed;
  }
  return text + from.slice(done);
}

function same(a: TextStep, b: TextStep): boolean {
  return a.at === b.at && a.removed === b.removed && a.inserted === b.inserted;
}

/** Whether two changes touch the same words; two additions at the same place do not. */
function overlap(a: TextStep, b: TextStep): boolean {
  return a.at < b.at + b.removed && b.at < a.at + a.removed;
}
