import type { ReactNode } from 'react';
import { Icon } from './icons.js';
import { useTexts } from './language.js';
import './table.css';
import { uiTexts } from './texts.js';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand to the right. */
  numeric?: boolean;
  sortable?: boolean;
  /** The cell that names the row, said before the others by screen readers. One column has it. */
  rowHeader?: boolean;
}

export interface Sorting {
  column: string;
  descending: boolean;
}

interface TableProps<Row> {
  /** What the table shows; seen above it unless `hideCaption`. */
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The caller sorts; the table shows how and asks for another way. */
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
  /** Shown in place of rows when there are none. */
  empty?: ReactNode;
}

/** A real table: caption, column headers, row header; scrolls sideways within itself on a phone. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, hideCaption = false, columns, rows, rowKey, empty } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.rowHeader === true ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={column.numeric === true ? 'number' : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && empty !== undefined && (
            <tr>
              <td colSpan={columns.length}>{empty}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function HeaderCell<Row>({ column, sorting, onSort }: TableProps<Row> & { column: Column<Row> }) {
  const t = useTexts(uiTexts);
  const className = column.numeric === true ? 'number' : undefined;
  if (column.sortable !== true || onSort === undefined) {
    return (
      <th scope="col" className={className}>
        {column.header}
      </th>
    );
  }
  const active = sorting?.column === column.id;
  const descending = active && sorting.descending;
  return (
    <th scope="col" className={className} aria-sort={active ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className="table-sort"
        title={t('sortBy', { column: column.header })}
        onClick={() => onSort({ column: column.id, descending: active ? !descending : column.numeric === true })}
      >
        {column.header}
        <Icon name={active ? (descending ? 'chevronDown' : 'chevronUp') : 'sort'} size={16} />
      </button>
    </th>
  );
}
