import type { FilterProps } from './filter-bar.js';
import { HourDrawer } from './hour-drawer.js';
import { TimeBar } from './time-bar.js';
import { timeTexts } from './time-texts.js';
import { useHours } from './use-hours.js';
import { useTexts } from '../ui/language.js';

const noUsual = new Map<string, { low: number; high: number }>();

/** Along the bottom of the map: the drawer with days and hours when it is open, and the time slider. */
export function LowerTools(props: FilterProps & { folded: boolean }) {
  const { search, folded } = props;
  const t = useTexts(timeTexts);
  const bar = <TimeBar {...props} usual={noUsual} />;
  return (
    <>
      {search.timmar === 'visa' && <Hours {...props} />}
      {search.jamfor !== undefined ? null : folded ? (
        <details className="timebar-fold" open={search.stund !== undefined}>
          <summary>{t('slider')}</summary>
          {bar}
        </details>
      ) : (
        bar
      )}
    </>
  );
}

function Hours(props: FilterProps) {
  const weights = useHours(props.code, props.search);
  return <HourDrawer {...props} weights={weights} />;
}
