import { Checkbox } from '../ui/checkbox.js';
import { CategoryIcon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { Select } from '../ui/select.js';
import { DateField } from '../ui/text-field.js';
import type { FilterProps } from './filter-bar.js';
import { sourceNames } from './map-search.js';
import { periodNames } from '../ui/period.js';
import { mapViewTexts } from './texts.js';

/** The choices of the filter; each takes effect at once. */
export function FilterFields({ search, change, data }: FilterProps) {
  const t = useTexts(mapViewTexts);
  const { period = '12m', fran = '', till = '', kategori = [], kalla, omrade = '' } = search;
  return (
    <div className="stack stack--wide">
      <div className="stack">
        <RadioTiles
          legend={t('period')}
          size="small"
          tiles={periodNames.map((value) => ({ value, label: t(`p${value}`) }))}
          value={period}
          onChange={(value) => {
            const next = periodNames.find((name) => name === value && name !== '12m');
            change({ period: next, fran: undefined, till: undefined });
          }}
        />
        {period === 'egen' && (
          <div className="field-pair">
            <DateField label={t('from')} value={fran} onChange={({ target }) => change({ fran: target.value || undefined }, { remember: false })} />
            <DateField label={t('to')} value={till} onChange={({ target }) => change({ till: target.value || undefined }, { remember: false })} />
          </div>
        )}
      </div>
      <RadioTiles
        legend={t('source')}
        size="small"
        tiles={[{ value: 'alla', label: t('sourceAll') }, ...sourceNames.map((value) => ({ value, label: t(value) }))]}
        value={kalla ?? 'alla'}
        onChange={(value) => change({ kalla: sourceNames.find((name) => name === value) })}
      />
      {data.areas.length > 0 && (
        <Select
          label={t('area')}
          placeholder={t('areaAll')}
          value={omrade}
          choices={data.areas.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ target }) => change({ omrade: target.value || undefined })}
        />
      )}
      <fieldset className="mapview-checks">
        <legend className="tiles-legend">{t('category')}</legend>
        {data.categories.map(({ code, name }) => (
          <Checkbox
            key={code}
            checked={kategori.includes(code)}
            label={
              <span className="mapview-category">
                <CategoryIcon code={code} size={20} />
                {name}
              </span>
            }
            onChange={({ target }) =>
              change({
                kategori: target.checked ? [...kategori, code].toSorted() : kategori.filter((one) => one !== code),
              })
            }
          />
        ))}
      </fieldset>
    </div>
  ); // prettier-ignore
}
