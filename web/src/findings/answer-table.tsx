import { useState } from 'react';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { Table, type Column } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import type { AnalysisRun } from './findings-api.js';
import './findings.css';
import { findingsTexts } from './texts.js';

type Row = AnalysisRun['table']['rows'][number];
type Cell = Row[string];

interface AnswerTableProps {
  caption: string;
  table: AnalysisRun['table'];
  /** Columns that another part of the page shows. */
  without?: readonly string[];
  /** The row whose shape is chosen on the map. */
  chosen?: number | null;
  /** Rows that have a shape on the map; pressing one chooses it. */
  shapes?: ReadonlySet<number>;
  onChoose?: (row: number) => void;
}

interface NumberedRow {
  readonly at: number;
  readonly values: Row;
}

const shownAtFirst = 20;

/** What the map or the chart shows, as rows; whoever does not see the map reads the same. */
export function AnswerTable({ caption, table, without = [], ...choosing }: AnswerTableProps) {
  const t = useTexts(findingsTexts);
  const [all, setAll] = useState(false);
  const f = useFormat();
  const rows = table.rows.map((values, at): NumberedRow => ({ at, values }));
  const shown = all ? rows : rows.slice(0, shownAtFirst);
  const kept = table.columns.filter(({ key }) => !without.includes(key));
  const columns = kept.map(({ key, label, unit }, index): Column<NumberedRow> => {
    const words = (value: Cell): string => inWords(value, { number: f.number, date: f.date, yes: t('yes'), no: t('no') });
    return {
      id: key,
      header: unit === null ? label : `${label} (${unit})`,
      numeric: index > 0 && rows.some(({ values }) => typeof values[key] === 'number'),
      rowHeader: index === 0,
      cell: (row) => (index === 0 ? <RowName row={row} {...choosing}>{words(row.values[key] ?? null) || t('row', { number: row.at + 1 })}</RowName> : words(row.values[key] ?? null)),
    };
  }); // prettier-ignore
  return (
    <div className="stack stack--tight">
      <Table caption={caption} columns={columns} rows={shown} rowKey={({ at }) => String(at)} empty={t('none')} />
      {shown.length < rows.length && (
        <div>
          <Button look="quiet" icon="list" onClick={() => setAll(true)}>
            {t('showAll', { count: rows.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

interface RowNameProps extends Pick<AnswerTableProps, 'chosen' | 'shapes' | 'onChoose'> {
  row: NumberedRow;
  children: string;
}

function RowName({ row: { at }, chosen, shapes, onChoose, children }: RowNameProps) {
  const t = useTexts(findingsTexts);
  if (onChoose === undefined || shapes?.has(at) !== true) return children;
  return (
    <button
      type="button"
      className="findings-row"
      aria-pressed={chosen === at}
      title={t('onMap', { name: children })}
      onClick={() => onChoose(at)}
    >
      {children}
    </button>
  );
}

interface Words {
  number: (value: number, decimals?: number) => string;
  date: (iso: string, form: 'long') => string;
  yes: string;
  no: string;
}

function inWords(value: Cell, { number, date, yes, no }: Words): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') {
    if (value > 0 && value < 0.0005) return `< ${number(0.001, 3)}`;
    return number(value, Math.abs(value) < 0.1 ? 3 : 2);
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? date(value, 'long') : value;
}
