import { expect, test } from '@jest/globals';
import { cpuUsage } from 'node:process';
import { check } from '../../api/src/privacy/check.js';

const units = ['a', 'A', 'a@', '811228-', '8', '8 ', '1.', 'a:', '::', 'Anna ', 'ABC ', 'ABC1', 'Aa Bb ', 'Stor', 'lgh ', 'gatan 1', 'hej du ', ' ', '(at) ', 'a.', 'somalisk ', 'Anna, ', '👮', 'hemma hos a', '\0', 'Tuva och ', 'Aa, ', 'Aa + ', 'heter a ', 'Aa & ', 'bl.a. Aa ', 'Aa. ', 'kom Aas ']; // prettier-ignore
test.each(units)('four times as many %j take no more than about four times as long', (unit) => {
  const cost = (length: number): number => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    // Time of this process: what else runs on the machine does not count.
    const start = cpuUsage();
    check(text);
    return cpuUsage(start).user / 1000;
  };
  cost(20_000);
  const once = Math.max(cost(40_000), cost(40_000), 20);
  const four = Math.min(cost(160_000), cost(160_000));
  expect(four).toBeLessThan(16 * once);
});
