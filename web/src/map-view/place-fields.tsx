import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { useFormat } from '../ui/use-format.js';
import type { FilterProps, MapActs } from './filter-bar.js';
import { readNear, writeNear } from './map-search.js';
import { toolTexts } from './tool-texts.js';

export const radii = [100, 200, 500, 1000, 2000] as const;

/** Which part of the map: drawn by hand, or a circle around a place. */
export function PlaceFields({ search, change, onDraw, onNear }: FilterProps & MapActs) {
  const t = useTexts(toolTexts);
  const f = useFormat();
  const near = search.nara === undefined ? null : readNear(search.nara);
  const choices = [...new Set([...radii, ...(near === null ? [] : [near.metres])])].toSorted((a, b) => a - b);
  return (
    <fieldset className="stack stack--tight">
      <legend className="tiles-legend">{t('placeFilter')}</legend>
      <div className="row">
        <Button icon="edit" onClick={onDraw}>
          {t(search.ritat === undefined ? 'drawArea' : 'drawAgain')}
        </Button>
        <Button icon="pin" onClick={onNear}>
          {t('nearPlace')}
        </Button>
      </div>
      {near !== null && (
        <Select
          label={t('nearRadius')}
          placeholder={null}
          choices={choices.map((metres) => ({ value: String(metres), label: f.distance(metres) }))}
          value={String(near.metres)}
          onChange={({ target }) => change({ nara: writeNear(near.middle, Number(target.value)) })}
        />
      )}
    </fieldset>
  );
}
