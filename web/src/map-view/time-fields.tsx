import { Checkbox } from '../ui/checkbox.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { uiTexts } from '../ui/texts.js';
import type { FilterProps } from './filter-bar.js';
import { runsOf } from './filter-chips.js';
import { toolTexts } from './tool-texts.js';

const days = ['1', '2', '3', '4', '5', '6', '7'] as const;
const clock = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}.00` })); // prettier-ignore

/** The hours from one whole hour up to another, past midnight when the second is earlier. */
export function hoursBetween(from: number, to: number): string[] {
  const length = (to - from + 24) % 24 || 24;
  return Array.from({ length }, (_, index) => (from + index) % 24)
    .toSorted((a, b) => a - b)
    .map(String);
}

/** When in the week: days one by one, hours as one span. The drawer with days and hours can choose more freely. */
export function TimeFields({ search, change }: FilterProps) {
  const t = useTexts(toolTexts);
  const ui = useTexts(uiTexts);
  const { veckodag = [], timme } = search;
  const runs = timme === undefined ? [] : runsOf(timme.map(Number), 0, 24);
  const [from, to] = runs.length === 1 ? runs[0]! : [null, null];
  const set = (first: number, end: number) => {
    const hours = hoursBetween(first, end);
    change({ timme: hours.length === 24 ? undefined : hours });
  };
  return (
    <>
      <fieldset className="mapview-checks mapview-days">
        <legend className="tiles-legend">{t('weekdays')}</legend>
        {days.map((day) => (
          <Checkbox
            key={day}
            label={ui(`day${day}`)}
            checked={veckodag.includes(day)}
            onChange={({ target }) => {
              const next = target.checked ? [...veckodag, day].toSorted() : veckodag.filter((kept) => kept !== day);
              change({ veckodag: next });
            }}
          />
        ))}
      </fieldset>
      <fieldset className="stack stack--tight">
        <legend className="tiles-legend">{t('hours')}</legend>
        <div className="field-pair">
          <Select
            label={t('hourFrom')}
            placeholder={t('hourAll')}
            choices={clock}
            value={from === null ? '' : String(from)}
            onChange={
              ({ target }) =>
              target.value === '' ? change({ timme: undefined }) : set(Number(target.value), to === null ? (Number(target.value) + 1) % 24 : (to + 1) % 24) // prettier-ignore
            }
          />
          <Select
            label={t('hourTo')}
            placeholder={t('hourAll')}
            choices={clock}
            value={to === null ? '' : String((to + 1) % 24)}
            onChange={
              ({ target }) =>
              target.value === '' ? change({ timme: undefined }) : set(from ?? (Number(target.value) + 23) % 24, Number(target.value)) // prettier-ignore
            }
          />
        </div>
        <p className="small muted">{t('hoursHint')}</p>
      </fieldset>
    </>
  );
}
