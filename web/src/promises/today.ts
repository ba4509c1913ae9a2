import { formatDate } from '../ui/format.js';

/** The day it is in Sweden, `2026-05-03`: the days of a promise are Sweden's wherever it is read. */
export function todayInSweden(): string {
  return formatDate(new Date().toISOString(), 'sv', 'numeric');
}
