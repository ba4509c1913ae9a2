import { useState } from 'react';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import { FilterFields } from './filter-fields.js';
import type { MapSearch } from './map-search.js';
import { mapViewTexts } from './texts.js';
import type { MapData } from './use-map-data.js';
import type { ChangeSearch, SearchChange } from './use-map-search.js';

export interface FilterProps {
  code: string;
  search: MapSearch;
  change: ChangeSearch;
  data: MapData;
}

interface Chip {
  id: string;
  label: string;
  without: SearchChange;
}

const noFilter: SearchChange = { period: undefined, fran: undefined, till: undefined, kategori: undefined, kalla: undefined, omrade: undefined }; // prettier-ignore

/** What is counted: one button that opens the choices, and each choice made as a chip that can be taken away. */
export function FilterBar(props: FilterProps) {
  const { search, change } = props;
  const t = useTexts(mapViewTexts);
  const [open, setOpen] = useState(false);
  const chips = useChips(props);
  return (
    <div className="mapview-filters">
      <Button className="mapview-float" icon="filter" onClick={() => setOpen(true)}>
        {chips.length === 0 ? t('filter') : t('filterCount', { count: chips.length })}
      </Button>
      {chips.length === 0 ? (
        <span className="mapview-period">{t('p12m')}</span>
      ) : (
        <ul className="plain-list mapview-chips" aria-label={t('active')}>
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
        <FilterFields {...props} search={search} />
      </Dialog>
    </div>
  );
}

function useChips({ search, data }: FilterProps): readonly Chip[] {
  const t = useTexts(mapViewTexts);
  const f = useFormat();
  const { period, fran, till, kategori, kalla, omrade } = search;
  const chips: Chip[] = [];
  if (period !== undefined) {
    const own = [fran, till].map((day) => (day === undefined ? '…' : f.date(day, 'numeric'))).join(' – ');
    const label = period === 'egen' ? own : t(`p${period}`);
    chips.push({ id: 'period', label, without: { period: undefined, fran: undefined, till: undefined } });
  }
  for (const code of kategori ?? []) {
    const rest = kategori?.filter((one) => one !== code);
    chips.push({ id: code, label: data.categoryNames.get(code) ?? code, without: { kategori: rest } });
  }
  if (kalla !== undefined) chips.push({ id: 'kalla', label: t(kalla), without: { kalla: undefined } });
  if (omrade !== undefined) {
    const name = data.areas.find(({ id }) => id === omrade)?.name ?? t('area');
    chips.push({ id: 'omrade', label: name, without: { omrade: undefined } });
  }
  return chips;
}
