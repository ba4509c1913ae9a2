import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts } from '../ui/language.js';
import { Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import { categoryNamesQuery, type ImportPreview } from './import-api.js';
import { importTexts } from './texts.js';

/** The first rows as they would be stored. */
export function SampleTable({ code, preview }: { code: string; preview: ImportPreview }) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const { data: categories } = useQuery(categoryNamesQuery(code));
  const nameOf = (category: string) => categories?.find((each) => each.code === category)?.name[language] ?? category;
  if (preview.rows.length === 0 && preview.countRows.length === 0) return null;
  return (
    <section className="stack import-table">
      <h2>{t('sampleTitle')}</h2>
      {preview.rows.length > 0 ? (
        <PointRows rows={preview.rows} nameOf={nameOf} />
      ) : (
        <CountRows rows={preview.countRows} nameOf={nameOf} />
      )}
    </section>
  );
}

type NameOf = (category: string) => string;

function PointRows({ rows, nameOf }: { rows: ImportPreview['rows']; nameOf: NameOf }) {
  const t = useTexts(importTexts);
  const f = useFormat();
  const when = ({ from, to, timePrecision }: ImportPreview['rows'][number]) => {
    if (timePrecision === 'month') return f.date(from).replace(/^\d+ /, '');
    if (timePrecision === 'day') return f.date(from);
    if (to === null || to === from) return f.dateTime(from);
    const end = f.date(from) === f.date(to) ? f.time(to) : f.dateTime(to);
    return `${f.dateTime(from)} – ${end}`;
  };
  return (
    <Table
      caption={t('sampleTitle')}
      hideCaption
      rows={rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { id: 'row', header: t('rowNumber'), numeric: true, rowHeader: true, cell: ({ row }) => row },
        { id: 'what', header: t('what'), cell: ({ category }) => nameOf(category) },
        { id: 'when', header: t('when'), cell: when },
        {
          id: 'where',
          header: t('where'),
          cell: ({ sensitive, place, precision }) => {
            if (sensitive) return <em>{[place, t('placeRemoved').toLowerCase()].filter(Boolean).join(', ')}</em>;
            return place ?? (precision === 'point' ? '' : <span className="muted">{t('noPlace')}</span>);
          },
        },
        { id: 'count', header: t('count'), numeric: true, cell: ({ crimeCount }) => f.number(crimeCount) },
      ]}
    />
  );
}

function CountRows({ rows, nameOf }: { rows: ImportPreview['countRows']; nameOf: NameOf }) {
  const t = useTexts(importTexts);
  const f = useFormat();
  return (
    <Table
      caption={t('sampleTitle')}
      hideCaption
      rows={rows}
      rowKey={({ area, category, from }) => `${area} ${category} ${from}`}
      columns={[
        { id: 'area', header: t('area'), rowHeader: true, cell: ({ area }) => area },
        { id: 'category', header: t('category'), cell: ({ category }) => nameOf(category) },
        {
          id: 'period',
          header: t('period'),
          cell: ({ from, to }) => f.period(from, new Date(Date.parse(to) - 1).toISOString()),
        },
        { id: 'count', header: t('count'), numeric: true, cell: ({ count }) => f.number(count) },
      ]}
    />
  );
}
