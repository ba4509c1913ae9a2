import { describe, expect, test } from '@jest/globals';
import { setTimeout as after } from 'node:timers/promises';
import { bothOf } from './both-of.js';

describe('two lines of questions', () => {
  test('are answered with both', async () => {
    expect(await bothOf(after(5, 'one'), after(1, 2))).toEqual(['one', 2]);
  });

  test.each([
    ['first', 0],
    ['second', 1],
  ])('end when both have ended, also when the %s fails', async (_, failing) => {
    let ended = 0;
    const line = async (fails: boolean) => {
      await after(fails ? 1 : 20);
      ended++;
      if (fails) throw new Error('refused');
    };
    await expect(bothOf(line(failing === 0), line(failing === 1))).rejects.toThrow('refused');
    expect(ended).toBe(2);
  });

  test('that both fail tell of the failure that came first', async () => {
    const failure = async (milliseconds: number, message: string) => {
      await after(milliseconds);
      throw new Error(message);
    };
    await expect(bothOf(failure(20, 'its consequence'), failure(1, 'the reason'))).rejects.toThrow('the reason');
  });
});
