import { cellText, type Cells } from './cell.js';
import type { ColumnMapping } from './columns.js';
import {
  type DateOrder,
  type InstantProblem,
  localDay,
  readTime,
  readWritten,
  toInstant,
  type WrittenTime,
} from './instants.js';

export type TimePrecision = 'minute' | 'hour' | 'day' | 'month';

export interface RowTime {
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number | null;
  readonly precision: TimePrecision;
}

export interface TimeProblem {
  readonly field: 'from' | 'fromTime' | 'to' | 'toTime';
  readonly code: InstantProblem | 'end-before-start';
}

/** In what order each date column writes day and month. */
export interface DateOrders {
  readonly from: DateOrder;
  readonly to: DateOrder;
}

/**
 * When it happened: from one column or from a date and a time column, with an end if there is one. A date without a
 * time covers the day; an end date without a time ends with that day.
 */
export function readRowTime(cells: Cells, mapping: ColumnMapping, orders: DateOrders): RowTime | TimeProblem {
  const start = written(cellText(cells, mapping.from), cellText(cells, mapping.fromTime), orders.from);
  if (typeof start === 'string')
    return { field: start.startsWith('time') && mapping.fromTime !== undefined ? 'fromTime' : 'from', code: start };
  const from = start.instant ?? toInstant(start.date, start.minutes ?? 0);
  if (typeof from === 'string') return { field: mapping.fromTime === undefined ? 'from' : 'fromTime', code: from };
  const precision = start.minutes === null ? 'day' : start.hourOnly ? 'hour' : 'minute';
  const endDate = cellText(cells, mapping.to);
  const endTime = cellText(cells, mapping.toTime);
  if (endDate === '' && endTime === '') return { from, to: null, precision };
  const end = endDate === '' ? withTime(start, endTime) : written(endDate, endTime, orders.to);
  if (typeof end === 'string')
    return { field: end.startsWith('time') && mapping.toTime !== undefined ? 'toTime' : 'to', code: end };
  const to = end.instant ?? endInstant(end);
  if (typeof to === 'string') return { field: mapping.toTime === undefined ? 'to' : 'toTime', code: to };
  return to < from ? { field: 'to', code: 'end-before-start' } : { from, to, precision };
}

function written(dateText: string, timeText: string, order: DateOrder): WrittenTime | InstantProblem {
  const date = readWritten(dateText, order);
  return typeof date === 'string' || timeText === '' || date.minutes !== null ? date : withTime(date, timeText);
}

function withTime(date: WrittenTime, timeText: string): WrittenTime | InstantProblem {
  const time = readTime(timeText);
  return time === null ? 'time-not-readable' : { ...date, ...time, instant: null };
}

function endInstant(end: WrittenTime): number | 'time-does-not-exist' {
  if (end.minutes !== null) return toInstant(end.date, end.minutes);
  const day = localDay(end.date);
  return day.start + day.minutes * 60_000;
}
