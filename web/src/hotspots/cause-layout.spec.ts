import { expect, test } from '@jest/globals';
import { boxSize, chainOf, fishboneOf, treeOf, wrapped } from './cause-layout.js';

const drawn = (id: string, parentId: string | null = null, depth = 0) => ({ id, text: `Orsak ${id}`, parentId, depth });

test('words are wrapped at spaces, and what does not fit ends in an ellipsis', () => {
  expect(wrapped('Mörkt vid cykelparkeringen bakom huset', 20, 3)).toEqual([
    'Mörkt vid',
    'cykelparkeringen',
    'bakom huset',
  ]);
  expect(wrapped('ett två tre fyra fem sex', 8, 2)).toEqual(['ett två', 'tre fyr…']);
  expect(wrapped('', 8, 2)).toEqual([]);
});

test('every twig meets its bone and stays within the drawing, however many there are', () => {
  for (const count of [0, 1, 3, 12]) {
    const causes = Array.from({ length: count }, (_, index) => drawn(String(index)));
    const fish = fishboneOf(['a', 'b', 'c'].map((name) => ({ name, causes })));
    for (const { twigs, tip, foot } of fish.bones)
      for (const { from, to, y } of twigs) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect((to - tip.x) / (foot.x - tip.x)).toBeCloseTo((y - tip.y) / (foot.y - tip.y), 6);
        expect(y).toBeLessThan(fish.height);
      }
  }
});

test('two twigs of a bone never stand on each other', () => {
  const causes = Array.from({ length: 9 }, (_, index) => drawn(String(index)));
  const [bone] = fishboneOf([{ name: 'a', causes }]).bones;
  const ys = bone!.twigs.map(({ y }) => y).sort((a, b) => a - b);
  ys.slice(1).forEach((y, index) => expect(y - ys[index]!).toBeGreaterThan(40));
});

test('a parent stands in the middle of its children, and no two boxes overlap', () => {
  const tree = treeOf([drawn('a'), drawn('a1', 'a', 1), drawn('a2', 'a', 1), drawn('b')]);
  const at = (id: string) => tree.boxes.find((box) => box.id === id)!;
  expect(at('a').y).toBe((at('a1').y + at('a2').y) / 2);
  for (const one of tree.boxes)
    for (const other of tree.boxes)
      if (one !== other)
        expect(Math.abs(one.x - other.x) >= boxSize.width || Math.abs(one.y - other.y) >= boxSize.height).toBe(true);
});

test('a chain goes on in a new row', () => {
  const { boxes, height } = chainOf(['a', 'b', 'c'].map((id) => drawn(id)), 2);
  expect(boxes.map(({ x, y }) => [x > 0, y > 0])).toEqual([[false, false], [true, false], [false, true]]);
  expect(height).toBeGreaterThan(boxes[2]!.y);
}); // prettier-ignore
