import type { EntityManager } from 'typeorm';
import { dwellingFlag, type EventColumns, outsideFlag } from '../analysis/event-columns.js';
import { type ColumnSlice, instantAt } from './column-slice.js';
import { where } from './incident-filter.queries.js';
import type { IncidentFilter } from './incident.schema.js';

const rowsPerSlice = 100_000;
/** Where no organisation reported: what kind of source it was. */
const sourceNames = ['other', 'report', 'police', 'external'];
const noOrganisation = 20_000;

/**
 * Events, not rows (as `eventRows`), by column and without an object per row; decision and figures in
 * docs/decisions/analysis-service.md. Only rows of `groups` take part, not those that somebody sees for having written
 * them: a stored answer is read by others of the same groups.
 */
export async function eventColumns(
  manager: EntityManager,
  code: number,
  filter: IncidentFilter,
  groups: readonly string[],
): Promise<EventColumns> {
  const categories: { code: string }[] = await manager.query(
    `SELECT code FROM category WHERE municipality_code = $1 ORDER BY code COLLATE "C"`,
    [code],
  );
  const organisations: { id: string }[] = await manager.query(
    `SELECT id FROM organisation WHERE municipality_code = $1 ORDER BY id`,
    [code],
  );
  const lists = { categories: categories.map((row) => row.code), organisations: organisations.map(({ id }) => id) };
  const { text, values } = where(code, filter);
  const at = values.length;
  const slices: ColumnSlice[] = await manager.query(
    sliceStatement(`${text} AND i.group_code = ANY ($${at + 3}::text[])`, at),
    [...values, lists.categories, lists.organisations, groups],
  );
  return decoded(slices, lists);
}

/** `$at+1` the category codes, `$at+2` the organisations; an end that is not known is sent as infinity. */
function sliceStatement(condition: string, at: number): string {
  return `
    SELECT count(*)::int AS n,
           string_agg(float8send(COALESCE(ST_X(location), 'NaN')), ''::bytea) AS x,
           string_agg(float8send(COALESCE(ST_Y(location), 'NaN')), ''::bytea) AS y,
           string_agg(timestamptz_send(occurred_from), ''::bytea) AS starts,
           string_agg(timestamptz_send(COALESCE(occurred_to, 'infinity')), ''::bytea) AS ends,
           string_agg(int8send(flags::bigint << 32 | crimes), ''::bytea) || string_agg(int4send(category << 16 | reporter), ''::bytea) AS numbers
      FROM (SELECT one.*, (row_number() OVER () - 1) / ${rowsPerSlice} AS slice
              FROM (SELECT DISTINCT ON (i.event_key COLLATE "C") i.location, i.occurred_from, i.occurred_to,
                           CASE WHEN i.location IS NULL THEN 3 ELSE LEAST(3, array_position(ARRAY['point', 'address', 'street', 'area', 'none'], i.precision) - 1) END
                             + CASE WHEN i.outside THEN ${outsideFlag} ELSE 0 END + CASE WHEN i.dwelling THEN ${dwellingFlag} ELSE 0 END AS flags,
                           (sum(i.crime_count) OVER (PARTITION BY i.event_key COLLATE "C"))::int AS crimes,
                           array_position($${at + 1}::text[], i.category_code) - 1 AS category,
                           COALESCE(array_position($${at + 2}::uuid[], i.organisation_id) - 1,
                                    ${noOrganisation} + COALESCE(array_position(ARRAY['report', 'police', 'external'], i.source), 0)) AS reporter
                      FROM incident i WHERE ${condition}
                     ORDER BY i.event_key COLLATE "C", array_position(ARRAY['point', 'address', 'street', 'area', 'none'], i.precision),
                              COALESCE(i.occurred_to, i.occurred_from) - i.occurred_from, i.occurred_from, i.id) one) numbered
     GROUP BY slice ORDER BY slice`;
}

function decoded(
  slices: readonly ColumnSlice[],
  { categories, organisations }: { readonly categories: readonly string[]; readonly organisations: readonly string[] },
): EventColumns {
  const count = slices.reduce((sum, slice) => sum + slice.n, 0);
  const columns = {
    count,
    x: new Float64Array(count),
    y: new Float64Array(count),
    from: new Float64Array(count),
    to: new Float64Array(count),
    crimes: new Int32Array(count),
    flags: new Uint8Array(count),
    category: new Uint16Array(count),
    source: new Uint16Array(count),
    categories,
    sources: [...organisations, ...sourceNames],
  };
  let first = 0;
  for (const slice of slices) {
    decodeSlice(slice, first, { ...columns, organisations: organisations.length });
    first += slice.n;
  }
  return columns;
}

function decodeSlice(
  { n, x, y, starts, ends, numbers }: ColumnSlice,
  first: number,
  columns: Omit<EventColumns, 'categories' | 'sources'> & { readonly organisations: number },
): void {
  for (let row = 0; row < n; row++) {
    const at = first + row;
    columns.x[at] = x.readDoubleBE(8 * row);
    columns.y[at] = y.readDoubleBE(8 * row);
    columns.from[at] = instantAt(starts, 8 * row);
    columns.to[at] = instantAt(ends, 8 * row);
    columns.flags[at] = numbers.readInt32BE(8 * row);
    columns.crimes[at] = numbers.readInt32BE(8 * row + 4);
    columns.category[at] = numbers.readUInt16BE(8 * n + 4 * row);
    const reporter = numbers.readUInt16BE(8 * n + 4 * row + 2);
    columns.source[at] = reporter < noOrganisation ? reporter : columns.organisations + reporter - noOrganisation;
  }
}
