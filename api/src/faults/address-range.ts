/**
 * Whether an IP address is one that everybody on the Internet may reach. Loopback, private, link-local, carrier-grade,
 * documentation, multicast and reserved ranges are not; neither is what hides one of them in IPv6.
 * Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and updates).
 */
export function isPublicAddress(address: string): boolean {
  const four = fourParts(address);
  if (four !== null) return isPublicFour(four);
  const groups = sixGroups(address);
  return groups !== null && isPublicSix(groups);
}

function fourParts(address: string): readonly number[] | null {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part))) return null;
  const numbers = parts.map(Number);
  return numbers.every((number) => number <= 255) ? numbers : null;
}

const closedFour: readonly (readonly [base: readonly number[], bits: number])[] = [
  [[0, 0, 0, 0], 8],
  [[10, 0, 0, 0], 8],
  [[100, 64, 0, 0], 10],
  [[127, 0, 0, 0], 8],
  [[169, 254, 0, 0], 16],
  [[172, 16, 0, 0], 12],
  [[192, 0, 0, 0], 24],
  [[192, 0, 2, 0], 24],
  [[192, 88, 99, 0], 24],
  [[192, 168, 0, 0], 16],
  [[198, 18, 0, 0], 15],
  [[198, 51, 100, 0], 24],
  [[203, 0, 113, 0], 24],
  [[224, 0, 0, 0], 3],
];

function isPublicFour(parts: readonly number[]): boolean {
  const whole = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum * 256 + number, 0);
  const value = whole(parts);
  return !closedFour.some(([base, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(value / size) === Math.floor(whole(base) / size);
  });
}

/** The eight groups of an IPv6 address; a tail in IPv4's form becomes two of them. */
function sixGroups(address: string): readonly number[] | null {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  if (tail) {
    const four = fourParts(tail[2]!);
    if (four === null) return null;
    const [a, b, c, d] = four as [number, number, number, number];
    return sixGroups(`${tail[1]!}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`);
  }
  const halves = address.split('::');
  if (halves.length > 2) return null;
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - rest.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const all = [...head, ...Array<string>(halves.length === 2 ? missing : 0).fill('0'), ...rest];
  return all.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) ? all.map((group) => Number.parseInt(group, 16)) : null;
}

function isPublicSix(groups: readonly number[]): boolean {
  const [first = 0, second = 0] = groups;
  const inner = [groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255];
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped || (first === 0x64 && second === 0xff9b)) return isPublicFour(inner);
  // Global unicast is 2000::/3; in it Teredo and others (2001::/23), documentation and 6to4 lead elsewhere.
  if (first >> 13 !== 1) return false;
  if (first === 0x2001 && (second < 0x200 || second === 0xdb8)) return false;
  return first !== 0x2002 && !(first === 0x3fff && second < 0x1000);
}
