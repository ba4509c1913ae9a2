import { useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../ui/button.js';
import { CopyPicture } from '../ui/copy-picture-button.js';
import { useTexts } from '../ui/language.js';
import { Table } from '../ui/table.js';
import { uiTexts } from '../ui/texts.js';
import { useFormat } from '../ui/use-format.js';
import type { FilterProps } from './filter-bar.js';
import './time-bar.css';
import { timeTexts } from './time-texts.js';

const days = [1, 2, 3, 4, 5, 6, 7] as const;
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const twoDigits = (hour: number) => String(hour % 24).padStart(2, '0');

interface DrawerProps extends FilterProps {
  /** Seven rows from Monday, each of 24 shares of events from 00, of the filter without its own days and hours. */
  weights: readonly (readonly number[])[];
  /** The days that it is of, in words. */
  period: string;
}

/** When in the week, as a grid that filters: a cell, a whole day or a time of day. A second press takes it away. */
export function HourDrawer({ search, change, weights, period }: DrawerProps) {
  const t = useTexts(timeTexts);
  const { veckodag = [], timme = [] } = search;
  const set = (day: string | undefined, hour: string | undefined) => {
    const [dayList, hourList] = [day === undefined ? [] : [day], hour === undefined ? [] : [hour]];
    const same = veckodag.join() === dayList.join() && timme.join() === hourList.join();
    change(same ? { veckodag: undefined, timme: undefined } : { veckodag: dayList, timme: hourList });
  };
  const filtered = veckodag.length + timme.length > 0;
  return (
    <section className="hourdrawer" aria-label={t('hoursTitle')} data-picture>
      <div className="row row--between">
        <h2 className="mapview-heading">{t('hoursTitle')}</h2>
        <span className="row">
          {filtered && (
            <Button look="quiet" onClick={() => change({ veckodag: undefined, timme: undefined })}>
              {t('clear')}
            </Button>
          )}
          <Button icon="close" look="quiet" onClick={() => change({ timmar: undefined })}>
            {t('close')}
          </Button>
        </span>
      </div>
      <p className="small muted">
        {t('hoursLead')} {t('hoursAoristic')}
      </p>
      <HourGrid weights={weights} days={veckodag} hours={timme} onSet={set} />
      <CopyPicture title={t('hoursTitle')} period={period} />
      <DayTable weights={weights} />
    </section>
  );
}

interface GridProps {
  weights: readonly (readonly number[])[];
  days: readonly string[];
  hours: readonly string[];
  onSet: (day: string | undefined, hour: string | undefined) => void;
}

/** After the ARIA grid pattern: one stop for Tab, arrow keys between the cells, row 0 and column 0 are the headers. */
function HourGrid({ weights, days: chosenDays, hours: chosenHours, onSet }: GridProps) {
  const t = useTexts(timeTexts);
  const ui = useTexts(uiTexts);
  const f = useFormat();
  const [at, setAt] = useState<readonly [row: number, column: number]>([1, 1]);
  const table = useRef<HTMLTableElement>(null);
  const most = Math.max(0, ...weights.flat());
  const level = (weight: number) => (weight <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil((weight / most) * 5)));
  const dayOn = (day: number) => chosenDays.length === 0 || chosenDays.includes(String(day));
  const hourOn = (hour: number) => chosenHours.length === 0 || chosenHours.includes(String(hour));
  const filtered = chosenDays.length + chosenHours.length > 0;

  const move = (event: KeyboardEvent) => {
    const [row, column] = at;
    const steps: Record<string, readonly [number, number]> = { ArrowDown: [row + 1, column], ArrowUp: [row - 1, column], ArrowRight: [row, column + 1], ArrowLeft: [row, column - 1], Home: [row, 0], End: [row, 24] }; // prettier-ignore
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const [toRow, toColumn] = [Math.min(7, Math.max(0, next[0])), Math.min(24, Math.max(0, next[1]))];
    // The corner between the two headers is empty.
    if (toRow === 0 && toColumn === 0) return;
    setAt([toRow, toColumn]);
    table.current?.querySelector<HTMLElement>(`[data-at="${toRow}-${toColumn}"]`)?.focus();
  };
  const stop = (row: number, column: number) => ({
    'data-at': `${row}-${column}`,
    tabIndex: at[0] === row && at[1] === column ? 0 : -1,
    onFocus: () => setAt([row, column]),
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are pressed is a grid (ARIA 1.2)
    <table ref={table} className="hourgrid" data-picture-part role="grid" aria-label={t('hoursGrid')} onKeyDown={move}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('day')}</span>
          </th>
          {hours.map((hour) => (
            <th key={hour} scope="col">
              <button
                type="button"
                {...stop(0, hour + 1)}
                aria-label={t('hourAll', { from: twoDigits(hour), to: twoDigits(hour + 1) })}
                aria-pressed={chosenDays.length === 0 && chosenHours.includes(String(hour))}
                onClick={() => onSet(undefined, String(hour))}
              >
                {twoDigits(hour)}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day}>
            <th scope="row">
              <button
                type="button"
                {...stop(day, 0)}
                aria-label={t('dayAll', { day: ui(`day${day}`) })}
                aria-pressed={chosenHours.length === 0 && chosenDays.includes(String(day))}
                onClick={() => onSet(String(day), undefined)}
              >
                {ui(`day${day}`)}
              </button>
            </th>
            {hours.map((hour) => {
              const weight = weights[day - 1]?.[hour] ?? 0;
              const words = t('cell', { day: ui(`day${day}`), from: twoDigits(hour), to: twoDigits(hour + 1), value: f.number(weight, 1) }); // prettier-ignore
              return (
                <td key={hour} aria-selected={filtered && dayOn(day) && hourOn(hour)}>
                  <button
                    type="button"
                    {...stop(day, hour + 1)}
                    data-level={level(weight)}
                    title={words}
                    aria-label={words}
                    onClick={() => onSet(String(day), String(hour))}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same as figures, one row per day. */
function DayTable({ weights }: Pick<DrawerProps, 'weights'>) {
  const t = useTexts(timeTexts);
  const ui = useTexts(uiTexts);
  const f = useFormat();
  const rowOf = (day: number) => weights[day - 1] ?? [];
  const busiest = (row: readonly number[]) => row.indexOf(Math.max(...row));
  return (
    <details className="chart-table">
      <summary>{t('asTable')}</summary>
      <Table
        caption={t('hoursGrid')}
        hideCaption
        rows={days}
        rowKey={String}
        columns={[
          { id: 'day', header: t('day'), rowHeader: true, cell: (day) => ui(`day${day}`) },
          { id: 'sum', header: t('sum'), numeric: true, cell: (day) => f.number(rowOf(day).reduce((sum, part) => sum + part, 0), 1) },
          { id: 'busiest', header: t('busiest'), numeric: true, cell: (day) => (rowOf(day).some((part) => part > 0) ? `${twoDigits(busiest(rowOf(day)))}–${twoDigits(busiest(rowOf(day)) + 1)}` : '–') },
          ...[0, 6, 12, 18].map((from) => ({
            id: String(from),
            header: `${twoDigits(from)}–${twoDigits(from + 6)}`,
            numeric: true,
            cell: (day: number) => f.number(rowOf(day).slice(from, from + 6).reduce((sum, part) => sum + part, 0), 1),
          })),
        ]}
      />
    </details>
  ); // prettier-ignore
}
