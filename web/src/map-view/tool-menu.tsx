import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import type { MapSearch } from './map-search.js';
import { Popover } from './popover.js';
import { toolTexts } from './tool-texts.js';
import type { ChangeSearch } from './use-map-search.js';

interface ToolMenuProps {
  search: MapSearch;
  change: ChangeSearch;
  onViews: () => void;
  onPresent: () => void;
  onCopy: () => void;
  onKeys: () => void;
}

/** What else can be done with the map. */
export function ToolMenu({ search, change, onViews, onPresent, onCopy, onKeys }: ToolMenuProps) {
  const t = useTexts(toolTexts);
  const mayRead = may(useMembership(), 'map:read');
  const [at, setAt] = useState(0);
  // A new key closes the popover when something has been chosen.
  const choose = (act: () => void) => () => {
    setAt(at + 1);
    act();
  };
  if (!mayRead) return null;
  return (
    <Popover
      key={at}
      label={
        <>
          <Icon name="more" size={20} /> {t('tools')}
        </>
      }
    >
      <div className="mapview-tools">
        <Button look="quiet" icon="compare" onClick={choose(() => change({ jamfor: search.jamfor === undefined ? 'fjol' : undefined, visning: undefined }))}>
          {t(search.jamfor === undefined ? 'compare' : 'compareStop')}
        </Button>
        <Button look="quiet" icon="clock" onClick={choose(() => change({ timmar: search.timmar === undefined ? 'visa' : undefined }))}>
          {t(search.timmar === undefined ? 'weekHours' : 'weekHoursHide')}
        </Button>
        <Button look="quiet" icon="list" onClick={choose(onViews)}>
          {t('views')}
        </Button>
        <Button look="quiet" icon="screen" onClick={choose(onPresent)}>
          {t('present')}
        </Button>
        <Button look="quiet" icon="copy" onClick={choose(onCopy)}>
          {t('copyPicture')}
        </Button>
        <Button look="quiet" icon="print" onClick={choose(() => setTimeout(() => print(), 50))}>
          {t('print')}
        </Button>
        <Button look="quiet" icon="info" className="mapview-only-keys" aria-keyshortcuts="?" onClick={choose(onKeys)}>
          {t('keys')} <kbd aria-hidden>?</kbd>
        </Button>
      </div>
    </Popover>
  ); // prettier-ignore
}
