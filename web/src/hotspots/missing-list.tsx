import { useTexts } from '../ui/language.js';
import { Button } from '../ui/button.js';
import type { HotspotTab } from './hotspot-search.js';
import { placeOfNeed } from './stage.js';
import { useGoToTab } from './use-tab.js';
import { useTabNames } from './tab-names.js';
import type { WorkMove } from './work-api.js';
import { workTexts } from './work-texts.js';

interface MissingListProps {
  missing: WorkMove['missing'];
  /** Closes what stands over the page before going there. */
  onGo?: () => void;
}

/** Each missing thing in a sentence, with the way to where it is filled in. */
export function MissingList({ missing, onGo }: MissingListProps) {
  const t = useTexts(workTexts);
  const names = useTabNames();
  const go = useGoToTab();
  const there = (tab: HotspotTab) => {
    onGo?.();
    go(tab, true);
  };
  return (
    <ul className="plain-list hotspot-missing">
      {missing.map(({ need, text }) => {
        const tab = placeOfNeed[need];
        return (
          <li key={need}>
            <span>{text}</span>
            {tab !== undefined && (
              <Button look="quiet" icon="arrow" onClick={() => there(tab)}>
                {t('goThere', { place: names[tab] })}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
