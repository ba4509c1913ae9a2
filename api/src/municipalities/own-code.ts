/**
 * A code for a row that the municipality adds itself: the name in small letters without accents, never one that is taken
 * (`cykelgarage`, `cykelgarage-2`). It stays when the name is changed.
 */
export function ownCode(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 30)
    .replace(/-$/, '');
  const base = plain === '' ? 'egen' : plain;
  let code = base;
  for (let number = 2; taken.has(code); number++) code = `${base}-${number}`;
  return code;
}

/** Whether these are exactly the codes that there are, each once: an order that leaves out none and adds none. */
export function sameCodes(wanted: readonly string[], there: readonly string[]): boolean {
  const known = new Set(there);
  return (
    wanted.length === there.length && new Set(wanted).size === wanted.length && wanted.every((one) => known.has(one))
  );
}
