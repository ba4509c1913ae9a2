import { useTexts } from '../ui/language.js';
import type { CategoryCount } from './category-colours.js';
import { mapViewTexts } from './texts.js';

interface LegendProps {
  colours: readonly CategoryCount[];
  names: ReadonlyMap<string, string>;
}

/** What the colours of the points mean. On a phone the same stands in the sheet's table. */
export function Legend({ colours, names }: LegendProps) {
  const t = useTexts(mapViewTexts);
  if (colours.length === 0) return null;
  return (
    <ul className="plain-list mapview-legend" aria-label={t('category')}>
      {colours.map(({ code, colour }) => (
        <li key={code ?? ''}>
          <ColourDot colour={colour} />
          {code === null ? t('rest') : (names.get(code) ?? code)}
        </li>
      ))}
    </ul>
  );
}

/** A point in a category's colour, beside its word. */
export function ColourDot({ colour }: { colour: number }) {
  return <span className="mapview-dot" style={{ backgroundColor: `var(--category-${colour})` }} aria-hidden />;
}
