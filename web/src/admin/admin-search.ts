export const sections = ['konton', 'aktorer', 'omraden', 'platser', 'kategorier', 'brottskoder', 'granser', 'felanmalan', 'logg'] as const; // prettier-ignore
export type Section = (typeof sections)[number];

/** Which part of the administration the address shows; the first that one may see when it names none. */
export function adminSearch(search: Record<string, unknown>): { del?: Section } {
  const section = sections.find((one) => one === search['del']);
  return section === undefined ? {} : { del: section };
}
