import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CountingTable } from './counting-table.js';

test('counts like a map, also when numbers collide and the table grows', () => {
  const number = fc.oneof(fc.maxSafeNat(), fc.nat(50).map((n) => n * 1024)); // prettier-ignore
  fc.assert(
    fc.property(fc.array(number, { maxLength: 3000 }), (numbers) => {
      const table = new CountingTable();
      const map = new Map<number, number>();
      for (const each of numbers) {
        const before = map.get(each) ?? 0;
        expect(table.has(each)).toBe(before > 0);
        expect(table.add(each)).toBe(before);
        map.set(each, before + 1);
      }
    }),
    { numRuns: 30 },
  );
});
