import { lazy, Suspense, useState } from 'react';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { filterChips, noFilter } from './filter-chips.js';
import type { MapSearch } from './map-search.js';
import { mapViewTexts } from './texts.js';
import { useFilterWords } from './use-filter-words.js';
import type { MapData } from './use-map-data.js';
import type { ChangeSearch } from './use-map-search.js';

const FilterFields = lazy(() => import('./filter-fields.js').then((part) => ({ default: part.FilterFields })));

export interface FilterProps {
  code: string;
  search: MapSearch;
  change: ChangeSearch;
  data: MapData;
}

/** What begins on the map itself: the choices close, and the map is pressed. */
export interface MapActs {
  onDraw: () => void;
  onNear: () => void;
}

/** What is counted: one button that opens the choices, and each choice made as a chip that can be taken away. */
export function FilterBar({ onDraw, onNear, ...props }: FilterProps & MapActs) {
  const { code, search, change, data } = props;
  const t = useTexts(mapViewTexts);
  const [open, setOpen] = useState(false);
  const words = useFilterWords(code, data);
  const chips = filterChips(search, words);
  const leave = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  return (
    <div className="mapview-filters">
      <Button className="mapview-float" icon="filter" onClick={() => setOpen(true)}>
        {chips.length === 0 ? t('filter') : t('filterCount', { count: chips.length })}
      </Button>
      {chips.length === 0 ? (
        <span className="mapview-period" data-picture-line>
          {t('p12m')}
        </span>
      ) : (
        <ul className="plain-list mapview-chips" data-picture-line aria-label={t('active')}>
          {chips.map(({ id, label, without }) => (
            <li key={id}>
              <button
                type="button"
                className="mapview-chip"
                aria-label={t('remove', { name: label })}
                onClick={() => change(without)}
              >
                <span>{label}</span>
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('filterTitle')}
        place="side"
        actions={
          <>
            <Button look="quiet" onClick={() => change(noFilter)}>
              {t('clearAll')}
            </Button>
            <Button look="primary" onClick={() => setOpen(false)}>
              {t('showMap')}
            </Button>
          </>
        }
      >
        <Suspense fallback={<Skeleton lines={8} />}>
          <FilterFields {...props} onDraw={leave(onDraw)} onNear={leave(onNear)} />
        </Suspense>
      </Dialog>
    </div>
  );
}
