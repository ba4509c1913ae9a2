/** How many of the 32 bits are set (Warren, Hacker's Delight, 2nd ed., figure 5-2). */
export function onesIn(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The place of the lowest bit that is set, 0 to 31; at least one is. */
export function lowestBitOf(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** Turns 32 rows of 32 bits into its columns, in place (Warren, Hacker's Delight, 2nd ed., figure 7-6, from the lowest bit on). */
export function transpose(rows: Int32Array): void {
  let mask = 0x0000ffff;
  for (let step = 16; step !== 0; step >>= 1, mask ^= mask << step) {
    for (let row = 0; row < 32; row = (row + step + 1) & ~step) {
      const swapped = ((rows[row]! >>> step) ^ rows[row + step]!) & mask;
      rows[row + step]! ^= swapped;
      rows[row]! ^= swapped << step;
    }
  }
}
