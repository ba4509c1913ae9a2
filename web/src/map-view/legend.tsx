import { useTexts } from '../ui/language.js';
import { useTheme } from '../ui/theme.js';
import { useFormat } from '../ui/use-format.js';
import { letterInk, liftedOf, restCode, type CategoryCount } from './category-colours.js';
import { LayerSwatch } from './layer-swatch.js';
import { layersOf, type MapSearch } from './map-search.js';
import { rampAt, squareSteps, type Square } from './squares.js';
import { mapViewTexts } from './texts.js';
import { toolTexts } from './tool-texts.js';
import type { ChangeSearch } from './use-map-search.js';

export interface CategoryKeysProps {
  search: MapSearch;
  change: ChangeSearch;
  colours: readonly CategoryCount[];
  names: ReadonlyMap<string, string>;
}

interface LegendProps extends CategoryKeysProps {
  pointsSeen: boolean;
  /** Too many points for this zoom: they are counted in squares. */
  tiled: boolean;
  squares: readonly Square[];
  /** The week that the areas' colours are for, `2026-W47`. */
  week: string;
}

/** What the map shows, layer by layer, in the looks it has there. On a phone the looks stand in the list of layers. */
export function Legend(props: LegendProps) {
  const { search, squares, week } = props;
  const t = useTexts(toolTexts);
  const on = layersOf(search);
  if (on.length === 0) return null;
  return (
    <details className="mapview-legend" open={matchMedia('(min-width: 1024px)').matches}>
      <summary>{t('legend')}</summary>
      {on.includes('punkter') && props.pointsSeen && <CategoryKeys {...props} />}
      <ul className="plain-list">
        {on.includes('punkter') && props.tiled && <Row name="rutor" word={t('legendTiles')} />}
        {on.includes('varme') && <Row name="varme" word={t('legendHeat')} />}
        {on.includes('platser') && <Row name="platser" word={t('legendHotspot')} />}
        {on.includes('platser') && <Row name="found" word={t('legendCluster')} />}
        {on.includes('register') && <Row name="register" word={t('register')} />}
        {on.includes('atgarder') && <Row name="atgarder" word={t('atgarder')} />}
        {(search.ritat ?? search.nara) !== undefined && <Row name="drawn" word={t('legendDrawn')} />}
      </ul>
      {on.includes('omraden') && (
        <>
          <p>{t('areasWeek', { week: Number(week.slice(-2)) })}</p>
          <ul className="plain-list">
            {(['normal', 'raised', 'serious'] as const).map((level) => (
              <Row key={level} name={level} word={t(level)} />
            ))}
          </ul>
        </>
      )}
      {squares.length > 0 && <SquareScale squares={squares} />}
    </details>
  );
}

function Row({ name, word }: { name: Parameters<typeof LayerSwatch>[0]['name']; word: string }) {
  return (
    <li>
      <LayerSwatch name={name} />
      {word}
    </li>
  );
}

/** Each category with its letter; a press singles it out on the map, another shows all alike. */
export function CategoryKeys({ search, colours, names, change }: CategoryKeysProps) {
  const t = useTexts(mapViewTexts);
  const lifted = liftedOf(colours, search.lyft);
  return (
    <ul className="plain-list" aria-label={t('category')}>
      {colours.map(({ code, colour, mark }) => (
        <li key={code ?? ''}>
          <button
            type="button"
            className="mapview-key"
            aria-pressed={lifted === (code ?? restCode)}
            data-dimmed={(lifted !== null && lifted !== (code ?? restCode)) || undefined}
            onClick={() => change({ lyft: lifted === (code ?? restCode) ? undefined : (code ?? restCode) })}
          >
            <ColourDot colour={colour} mark={mark} />
            {code === null ? t('rest') : (names.get(code) ?? code)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function SquareScale({ squares }: Pick<LegendProps, 'squares'>) {
  const t = useTexts(toolTexts);
  const f = useFormat();
  const steps = squareSteps(squares);
  return (
    <>
      <p>{t('legendSquares', { side: squares[0]?.side ?? 0 })}</p>
      <ul className="plain-list mapview-scale">
        {steps.map((end, index) => {
          const first = index === 0 ? 1 : steps[index - 1]! + 1;
          return (
            <li key={end}>
              <span
                className="mapview-swatch"
                style={{ backgroundColor: `var(--density-${rampAt(index, steps.length) + 1})` }}
                aria-hidden
              />
              {first === end ? f.number(end) : `${f.number(first)}–${f.number(end)}`}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A category as the map marks it: letter and colour before its name. */
export function CategoryName({ code, colours, name }: Pick<CategoryKeysProps, 'colours'> & { code: string; name: string }) {
  const look = colours.find((one) => one.code === code) ?? colours.find((one) => one.code === null);
  return (
    <span className="mapview-category">
      {look !== undefined && <ColourDot {...look} />}
      {name}
    </span>
  );
} // prettier-ignore

/** A point in a category's colour with its letter, beside its word. */
export function ColourDot({ colour, mark }: Pick<CategoryCount, 'colour' | 'mark'>) {
  const theme = useTheme();
  return (
    <span className="mapview-dot" style={{ backgroundColor: `var(--category-${colour})`, color: letterInk(colour, theme) }} aria-hidden>
      {mark}
    </span>
  ); // prettier-ignore
}
