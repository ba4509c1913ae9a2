import { localDateKey } from './instants.js';
import type { ImportedIncident } from './row.js';

/**
 * Which event a row belongs to: rows of one source with the same category, the same place (to the metre) and the same
 * night (noon to noon, local time) are crimes of one event. Null when the row is an event of its own, because it has
 * no place or only an area.
 */
export function eventKey(incident: ImportedIncident, source: string): string | null {
  const { point, precision, categoryCode, from, timePrecision } = incident;
  if (point === null || precision === 'area' || timePrecision === 'month') return null;
  const night = timePrecision === 'day' ? `d${localDateKey(from)}` : `n${localDateKey(from, 12)}`;
  return [source, categoryCode, Math.round(point.x), Math.round(point.y), night].join('|');
}
