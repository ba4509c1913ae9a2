import { expect, test } from '@jest/globals';
import type { InParts } from '../analysis/parts.js';
import { inTurns } from './turns.js';
import { Underway } from './underway.js';

function* busy(parts: number, milliseconds: number): InParts<string> {
  for (let part = 0; part < parts; part++) {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    yield;
  }
  return 'done';
}

test('whoever waits gets a turn between the parts of long work', async () => {
  let turns = 0;
  let isOver = false;
  const waiting = () => {
    turns++;
    if (!isOver) setImmediate(waiting);
  };
  setImmediate(waiting);
  expect(await inTurns(busy(10, 8))).toBe('done');
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(3);
});

test('short work is done in one go, and a fault in a part reaches who asked', async () => {
  expect(await inTurns(busy(0, 0))).toBe('done');
  const failing = function* (): InParts<void> {
    yield;
    throw new Error('no such row');
  };
  await expect(inTurns(failing())).rejects.toThrow('no such row');
});

test('what is asked for twice at the same time is made once; afterwards, or after a failure, anew', async () => {
  const underway = new Underway<number>();
  let made = 0;
  const make = async () => {
    made++;
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (made === 2) throw new Error('not this time');
    return made;
  };
  expect(await Promise.all([underway.of('a', make), underway.of('a', make)])).toEqual([1, 1]);
  const failing = [underway.of('a', make), underway.of('a', make)];
  expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await underway.of('a', make)).toBe(3);
});
