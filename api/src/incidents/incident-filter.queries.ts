import { metresJson, polygonSql } from '../app/polygon-sql.js';
import { circleOf, drawnArea, hourMask, springMask } from './incident-filter.js';
import type { IncidentFilter } from './incident.schema.js';

/**
 * The shared filters as SQL over `incident i` with its values; local days in Europe/Stockholm, the last one included. A
 * row that is known by its area only lies neither near a place nor in a drawn area. Throws `drawn-area-crosses`.
 */
export function where(code: number, filter: IncidentFilter): { text: string; values: unknown[] } {
  const values: unknown[] = [code];
  const parts = [`i.municipality_code = $1`, `i.status <> 'dismissed'`];
  const add = (part: string, value: unknown) => {
    values.push(value);
    parts.push(part.replaceAll('?', `$${values.length}`));
  };
  if (filter.from) add(`i.occurred_from >= (?::date::timestamp AT TIME ZONE 'Europe/Stockholm')`, filter.from);
  if (filter.to) add(`i.occurred_from < ((?::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm')`, filter.to);
  if (filter.category?.length) add(`i.category_code = ANY (?::text[])`, filter.category);
  if (filter.source?.length) add(`i.source = ANY (?::text[])`, filter.source);
  if (filter.area) add(`i.area_id = ?::uuid`, filter.area);
  if (filter.severity?.length) add(`i.severity = ANY (?::smallint[])`, filter.severity);
  if (filter.organisation) add(`i.organisation_id = ?::uuid`, filter.organisation);
  if (filter.near) {
    const { x, y, metres } = circleOf(filter.near);
    const at = values.push(x, y, metres);
    const point = `ST_SetSRID(ST_MakePoint($${at - 2}::float8, $${at - 1}::float8), 3006)`;
    parts.push(`i.precision <> 'area' AND ST_DWithin(i.location, ${point}, $${at}::float8)`);
  }
  if (filter.drawn)
    add(`i.precision <> 'area' AND ST_Intersects(i.location, ${polygonSql('?')})`, metresJson(drawnArea(filter.drawn)));
  if (filter.weekday?.length || filter.hour?.length) {
    const mask = hourMask(filter);
    const at = values.push(mask, springMask(mask));
    parts.push(touchesHours(`$${at - 1}::text`, `$${at}::text`));
  }
  return { text: parts.join(' AND '), values };
}

/** Until when a row may have happened: a date without an hour lasts until midnight. */
export const occurredUntil = `COALESCE(i.occurred_to, CASE WHEN i.time_precision = 'day'
  THEN (date_trunc('day', i.occurred_from AT TIME ZONE 'Europe/Stockholm') + interval '1 day') AT TIME ZONE 'Europe/Stockholm' END)`;

const firstHour = `(extract(isodow FROM i.occurred_from AT TIME ZONE 'Europe/Stockholm') - 1) * 24 + extract(hour FROM i.occurred_from AT TIME ZONE 'Europe/Stockholm')`;

/**
 * Does a row touch a wanted hour of the week? The same hours as `hourOfWeekWeights` gives weight: whole minutes, the end
 * not included, at most a minute is its first hour, a week or more is every hour. A span that begins on a Sunday at 02
 * does so a week before the Sunday whose hour 02 was skipped.
 */
function touchesHours(mask: string, spring: string): string {
  const hoursBetween = (first: string, last: string) =>
    `(extract(epoch FROM date_trunc('hour', ${last}) - date_trunc('hour', ${first})) / 3600)::int + 1`;
  const local = (instant: string) => `${instant} AT TIME ZONE 'Europe/Stockholm'`;
  return `(CASE WHEN i.occurred_to IS NULL AND i.time_precision <> 'day' THEN substr(${mask}, (${firstHour})::int + 1, 1) = '1'
    ELSE (SELECT position('1' IN substr(CASE WHEN span.local_hours > span.hours AND ${firstHour} <> 146 THEN ${spring} ELSE ${mask} END,
                                        (${firstHour})::int + 1, GREATEST(1, LEAST(168, span.local_hours)))) > 0
            FROM (SELECT ${hoursBetween('i.occurred_from', 'last.at')} AS hours,
                         ${hoursBetween(local('i.occurred_from'), local('last.at'))} AS local_hours
                    FROM (SELECT CASE WHEN minutes <= 1 THEN i.occurred_from
                                      WHEN minutes >= 10080 THEN i.occurred_from + interval '8 days'
                                      ELSE i.occurred_from + minutes * interval '1 minute' - interval '1 millisecond' END AS at
                            FROM (SELECT floor(extract(epoch FROM ${occurredUntil} - i.occurred_from) / 60)::float8 AS minutes) whole) last) span) END)`;
}
