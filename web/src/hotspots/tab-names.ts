import { useTexts } from '../ui/language.js';
import type { HotspotTab } from './hotspot-search.js';
import { hotspotTexts } from './texts.js';
import { workTexts } from './work-texts.js';

/** What each tab is called. */
export function useTabNames(): Readonly<Record<HotspotTab, string>> {
  const t = useTexts(hotspotTexts);
  const w = useTexts(workTexts);
  return {
    handelser: t('incidents'),
    problem: w('problemTab'),
    orsaker: w('causesTab'),
    plan: w('planTab'),
    samtal: w('contactsTab'),
    loften: t('promises'),
    uppfoljning: t('effect'),
    historik: t('history'),
  };
}
