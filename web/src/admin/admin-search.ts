export const sections = ['konton', 'aktorer', 'omraden', 'platser', 'kategorier', 'logg'] as const;
export type Section = (typeof sections)[number];

/** Which part of the administration the address shows. */
export function adminSearch(search: Record<string, unknown>): { del?: Section } {
  const section = sections.find((one) => one === search['del']);
  return section === undefined || section === 'konton' ? {} : { del: section };
}
