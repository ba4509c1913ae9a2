/** Where boxes and lines of the drawings of causes stand, in units of the drawing. Nothing here knows of React. */

export interface Drawn {
  readonly id: string;
  readonly text: string;
  readonly parentId: string | null;
  readonly depth: number;
}

/** Words in lines of at most so many characters; a longer word is cut; what does not fit ends in an ellipsis. */
export function wrapped(text: string, columns: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const whole of text.split(/\s+/)) {
    const word = whole.length > columns ? `${whole.slice(0, columns - 1)}…` : whole;
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines[most - 1]!;
  return [...lines.slice(0, most - 1), `${last.slice(0, columns - 1)}…`];
}

export interface Twig {
  readonly id: string;
  readonly lines: readonly string[];
  /** From the left end to where it meets the bone. */
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

export interface Bone {
  readonly name: string;
  readonly label: { readonly x: number; readonly y: number };
  readonly tip: { readonly x: number; readonly y: number };
  readonly foot: { readonly x: number; readonly y: number };
  readonly twigs: readonly Twig[];
}

export interface Fishbone {
  readonly width: number;
  readonly height: number;
  readonly spine: number;
  readonly bones: readonly Bone[];
  readonly head: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

const twigHeight = 62;
const fishWidth = 1000;
const columnsOfTwig = 34;

/** Three bones on a spine: the first two above it, the third below. Grows with what is written. */
export function fishboneOf(
  bones: readonly { readonly name: string; readonly causes: readonly Pick<Drawn, 'id' | 'text'>[] }[],
): Fishbone {
  const feet = [370, 740, 555];
  const lengthOf = (index: number) => Math.max(2, bones[index]?.causes.length ?? 0) * twigHeight + 26;
  const above = Math.max(lengthOf(0), lengthOf(1));
  const spine = above + 40;
  const below = lengthOf(2);
  const drawn = bones.slice(0, 3).map(({ name, causes }, index): Bone => {
    const up = index < 2;
    const length = up ? above : below;
    const slant = Math.min(130, length * 0.4);
    const foot = { x: feet[index]!, y: spine };
    const tip = { x: foot.x - slant, y: up ? spine - length : spine + length };
    const twigs = causes.map(({ id, text }, row): Twig => {
      const share = (row + 0.6) / (Math.max(2, causes.length) + 0.75);
      const y = tip.y + (foot.y - tip.y) * share;
      const to = tip.x + (foot.x - tip.x) * share;
      return { id, lines: wrapped(text, columnsOfTwig, 2), from: to - 235, to, y };
    });
    return { name, label: { x: tip.x, y: up ? tip.y - 12 : tip.y + 24 }, tip, foot, twigs };
  });
  const head = { x: 800, y: spine - 62, width: 190, height: 124 };
  return { width: fishWidth, height: spine + below + 40, spine, bones: drawn, head };
}

export interface Box {
  readonly id: string;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly parentId: string | null;
}

export interface Boxes {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
}

export const boxSize = { width: 210, height: 84 } as const;
const gap = { x: 46, y: 18 } as const;

/** A tree from left to right: each cause stands in the middle of those below it. */
export function treeOf(causes: readonly Drawn[]): Boxes {
  const rows = new Map<string, number>();
  let next = 0;
  const place = (cause: Drawn): number => {
    const below = causes.filter(({ parentId }) => parentId === cause.id).map(place);
    const row = below.length === 0 ? next++ : (below[0]! + below.at(-1)!) / 2;
    rows.set(cause.id, row);
    return row;
  };
  causes.filter(({ parentId }) => parentId === null).forEach(place);
  const boxes = causes.map(({ id, text, parentId, depth }) => ({
    id,
    parentId,
    lines: wrapped(text, 28, 3),
    x: depth * (boxSize.width + gap.x),
    y: (rows.get(id) ?? 0) * (boxSize.height + gap.y),
  }));
  const deepest = Math.max(0, ...causes.map(({ depth }) => depth));
  const width = (deepest + 1) * (boxSize.width + gap.x) - gap.x;
  return { width, height: Math.max(1, next) * (boxSize.height + gap.y) - gap.y, boxes };
}

/** A chain in rows, read as text is read. */
export function chainOf(causes: readonly Drawn[], perRow: number): Boxes {
  const boxes = causes.map(({ id, text }, index) => ({
    id,
    parentId: causes[index - 1]?.id ?? null,
    lines: wrapped(text, 24, 3),
    x: (index % perRow) * (boxSize.width + gap.x),
    y: Math.floor(index / perRow) * (boxSize.height + 40),
  }));
  const columns = Math.min(perRow, Math.max(1, causes.length));
  const height = Math.max(1, Math.ceil(causes.length / perRow)) * (boxSize.height + 40) - 40;
  return { width: columns * (boxSize.width + gap.x) - gap.x, height, boxes };
}
