export const hotspotTabs = [
  'handelser',
  'problem',
  'orsaker',
  'plan',
  'samtal',
  'loften',
  'uppfoljning',
  'historik',
] as const;
export type HotspotTab = (typeof hotspotTabs)[number];

/** What stands in the address of a hot spot's page. */
export interface HotspotSearch {
  /** Left out: the first tab. */
  flik?: HotspotTab;
}

export function hotspotSearch(search: Record<string, unknown>): HotspotSearch {
  const flik = hotspotTabs.find((tab) => tab === search['flik']);
  return flik === undefined ? {} : { flik };
}
