import { useMemo } from 'react';
import { useTexts } from '../ui/language.js';
import { Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import { colourOfTheRest } from './category-colours.js';
import { ColourDot } from './legend.js';
import { mapViewTexts } from './texts.js';
import type { MapData } from './use-map-data.js';

/** The points as figures: every category with its number, in the colours of the map. */
export function CategoryCounts({ data }: { data: MapData }) {
  const t = useTexts(mapViewTexts);
  const f = useFormat();
  const { events, colours, categoryNames } = data;
  const rows = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { properties } of events?.features ?? []) {
      counts.set(properties.category, (counts.get(properties.category) ?? 0) + 1);
    }
    return [...counts].map(([code, count]) => ({ code, count })).toSorted((a, b) => b.count - a.count);
  }, [events]);
  if (events === undefined || rows.length === 0) return null;
  const colourOf = (code: string) => colours.find((one) => one.code === code)?.colour ?? colourOfTheRest;
  return (
    <section className="stack stack--tight">
      <h2 className="mapview-heading">{t('countsTitle')}</h2>
      <Table
        caption={t('countsCaption')}
        hideCaption
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          {
            id: 'category',
            header: t('category'),
            rowHeader: true,
            cell: ({ code }) => (
              <span className="mapview-category">
                <ColourDot colour={colourOf(code)} />
                {categoryNames.get(code) ?? code}
              </span>
            ),
          },
          { id: 'count', header: t('count'), numeric: true, cell: ({ count }) => f.number(count) },
          { id: 'share', header: t('share'), numeric: true, cell: ({ count }) => f.share(count / events.features.length) },
        ]}
      />
      {events.withoutPlace > 0 && <p className="small muted">{t('withoutPlace', { count: events.withoutPlace })}</p>}
    </section>
  ); // prettier-ignore
}
