import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import type { FilterProps } from './filter-bar.js';
import { HourDrawer } from './hour-drawer.js';
import { figuresQuery } from './map-api.js';
import { TimeBar } from './time-bar.js';
import { timeTexts } from './time-texts.js';
import { useHours } from './use-hours.js';

/** Along the bottom of the map: the drawer with days and hours when it is open, and the time slider. */
export function LowerTools(props: FilterProps & { folded: boolean }) {
  const { code, search, data, folded } = props;
  const t = useTexts(timeTexts);
  const weeks = useQuery(figuresQuery(code, data.filter)).data?.weeks;
  const byWeek = useMemo(
    () => ({
      counts: weeks === undefined ? null : new Map(weeks.map(({ from, events }) => [from, events])),
      usual: new Map((weeks ?? []).flatMap(({ from, normal }) => (normal === null ? [] : [[from, normal]]))),
    }),
    [weeks],
  );
  const bar = <TimeBar {...props} {...byWeek} />;
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
  const f = useFormat();
  const { run, filter } = props.data;
  const period = run === undefined ? '' : f.period(filter.from ?? run.periodFrom, filter.to ?? run.periodTo);
  return <HourDrawer {...props} weights={weights} period={period} />;
}
