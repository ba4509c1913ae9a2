import type { Api } from './api.js';

/**
 * The figures of the lägesbild once more, written in SQL from what docs/methods/situation.md says and from nothing that
 * the product runs: local dates instead of instants, rows ranked instead of DISTINCT ON, the band summed term by term.
 */

export interface Asked {
  readonly code: number;
  readonly groups: readonly string[];
  readonly kind: 'week' | 'month' | 'tertial' | 'year';
  /** Local dates, both counted; `last` is today in a period that is not over. */
  readonly first: string;
  readonly last: string;
  readonly running: boolean;
}

const events = `
  ranked AS (
    SELECT i.*, row_number() OVER (PARTITION BY event_key ORDER BY
             CASE precision WHEN 'point' THEN 1 WHEN 'address' THEN 2 WHEN 'street' THEN 3 WHEN 'area' THEN 4 ELSE 5 END,
             EXTRACT(epoch FROM COALESCE(occurred_to, occurred_from)) - EXTRACT(epoch FROM occurred_from), occurred_from, id) AS place,
           bool_and(status IN ('received', 'asked')) OVER (PARTITION BY event_key) AS unseen
      FROM incident i WHERE municipality_code = $1 AND status <> 'dismissed' AND group_code = ANY ($2::text[])),
  event AS (SELECT *, (occurred_from AT TIME ZONE 'Europe/Stockholm')::date AS day FROM ranked WHERE place = 1),
  counted AS (SELECT * FROM event WHERE NOT outside AND day BETWEEN $3::date AND $4::date)`;

const values = ({ code, groups, first, last }: Asked) => [code, groups, first, last];

export async function totals(api: Api, asked: Asked) {
  const [row] = await api.owner.query(
    `WITH ${events}
     SELECT (SELECT count(*)::int FROM counted) AS count,
            (SELECT count(*)::int FROM event WHERE outside AND day BETWEEN $3::date AND $4::date) AS outside,
            (SELECT count(*)::int FROM counted WHERE location IS NULL OR precision IN ('area', 'none')) AS "withoutPlace",
            (SELECT count(*)::int FROM counted WHERE unseen) AS unreviewed,
            (SELECT count(*)::int FROM counted WHERE area_id IS NULL) AS "withoutArea"`,
    values(asked),
  );
  return row as Record<string, number>;
}

export async function sources(api: Api, asked: Asked): Promise<{ name: string; count: number }[]> {
  return api.owner.query(
    `WITH ${events}
     SELECT o.name, count(*)::int AS count FROM counted c JOIN organisation o ON o.municipality_code = $1 AND o.id = c.organisation_id
      GROUP BY o.name ORDER BY o.name`,
    values(asked),
  );
}

/** How many spans of days the comparison rests on, from the first report on; each as its first and last local date. */
async function earlierSpans(api: Api, { code, groups, kind, first, last }: Asked) {
  const margin = kind === 'week' ? 7 : 0;
  // About a year is moved by the calendar, anything shorter by 52 weeks, which keep the weekdays.
  const moved = (day: string) =>
    `CASE WHEN $4::date - $3::date >= 350 THEN (${day} - make_interval(years => n))::date ELSE ${day} - 364 * n END`;
  const rows: { first: string; last: string }[] = await api.owner.query(
    `WITH history AS (SELECT min(occurred_from) - interval '168 hours' AS begins FROM incident
                       WHERE municipality_code = $1 AND status <> 'dismissed' AND group_code = ANY ($2::text[])),
          span AS (SELECT n, ${moved('$3::date')} - $5::int AS first, ${moved('($4::date + 1)')} - 1 + $5::int AS last FROM generate_series(1, 30) AS n)
     SELECT first::text, last::text FROM span, history WHERE first::timestamp AT TIME ZONE 'Europe/Stockholm' >= begins ORDER BY n`,
    [code, groups, first, last, margin],
  );
  return rows;
}

export interface Compared {
  readonly key: string;
  readonly count: number;
  readonly status: string;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** Counts by a column (null: in all) against the same spans of earlier years. */
export async function compared(
  api: Api,
  asked: Asked,
  column: 'area_id' | 'category_code' | null,
): Promise<Compared[]> {
  const spans = await earlierSpans(api, asked);
  // A week is compared with three of each year; one that is not over only with its days so far.
  const exposure = spans.length * (asked.kind === 'week' ? 3 : 1);
  const weekdays =
    asked.kind === 'week' && asked.running ? `AND extract(isodow FROM day) <= extract(isodow FROM $4::date)` : '';
  const rows: { key: string; now: number; before: number }[] = await api.owner.query(
    `WITH ${events}, span AS (SELECT * FROM jsonb_to_recordset($5::jsonb) AS s(first date, last date))
     SELECT ${column ? `${column}::text` : `''`} AS key, count(*) FILTER (WHERE day BETWEEN $3::date AND $4::date)::int AS now,
            count(*) FILTER (WHERE EXISTS (SELECT 1 FROM span s WHERE day BETWEEN s.first AND s.last))::int AS before
       FROM event WHERE NOT outside ${column ? `AND ${column} IS NOT NULL` : ''} ${weekdays} GROUP BY 1`,
    [...values(asked), JSON.stringify(spans)],
  );
  // All areas are rows of their table, also those where nothing ever happened.
  const [areas] = (await api.owner.query(`SELECT count(*)::int AS n FROM area WHERE municipality_code = $1`, [asked.code])) as { n: number }[]; // prettier-ignore
  const level = 1 - 0.1 / (column === null ? 1 : column === 'area_id' ? areas!.n : Math.max(1, rows.length));
  const answers: Compared[] = [];
  for (const { key, now, before } of rows) answers.push({ key, count: now, ...(await usual(api, { now, before, exposure, level, running: asked.running })) }); // prettier-ignore
  return answers;
}

async function usual(
  api: Api,
  {
    now,
    before,
    exposure,
    level,
    running,
  }: { now: number; before: number; exposure: number; level: number; running: boolean },
) {
  const nothing = { expected: 0, low: 0, high: 0 };
  if (exposure === 0) return { status: 'first-year', ...nothing };
  if (now + before < 10) return { status: 'too-few', ...nothing };
  // Negative binomial with r = before + 1/2 and p = exposure / (1 + exposure), its terms one after the other.
  const [row] = (await api.owner.query(
    `WITH RECURSIVE term(k, p, total) AS (
       SELECT 0, power($2::float8 / (1 + $2::float8), $1::float8 + 0.5), power($2::float8 / (1 + $2::float8), $1::float8 + 0.5)
       UNION ALL
       SELECT k + 1, p * (k + $1::float8 + 0.5) / (k + 1) / (1 + $2::float8), total + p * (k + $1::float8 + 0.5) / (k + 1) / (1 + $2::float8)
         FROM term WHERE total < 1 - (1 - $3::float8) / 2)
     SELECT min(k) FILTER (WHERE total >= (1 - $3::float8) / 2)::int AS low, max(k)::int AS high FROM term`,
    [before, exposure, level],
  )) as { low: number; high: number }[];
  const { low, high } = row!;
  if (now <= high && now < low && running) return { status: 'too-few', ...nothing };
  return { status: now > high ? 'more' : now < low ? 'fewer' : 'as-usual', expected: before / exposure, low, high };
}

/** The 168 hours, each minute of an interval counted by the clock on the wall. */
export async function hours(api: Api, asked: Asked): Promise<number[][]> {
  const rows: { day: number; hour: number; weight: number }[] = await api.owner.query(
    `WITH ${events},
     spread AS (SELECT occurred_from AS at, GREATEST(0, floor(EXTRACT(epoch FROM COALESCE(occurred_to, occurred_from) - occurred_from) / 60))::int AS minutes FROM counted),
     minute AS (
       SELECT at + make_interval(mins => m) AS at, 1.0 / minutes AS weight FROM spread, generate_series(0, minutes - 1) AS m WHERE minutes > 1 AND minutes < 10080
       UNION ALL SELECT at, 1.0 FROM spread WHERE minutes <= 1)
     SELECT d AS day, h AS hour,
            COALESCE((SELECT sum(weight) FROM minute WHERE extract(isodow FROM at AT TIME ZONE 'Europe/Stockholm') = d
                         AND extract(hour FROM at AT TIME ZONE 'Europe/Stockholm') = h), 0)::float8
            + (SELECT count(*) FROM spread WHERE minutes >= 10080) / 168.0::float8 AS weight
       FROM generate_series(1, 7) d, generate_series(0, 23) h ORDER BY d, h`,
    values(asked),
  );
  return Array.from({ length: 7 }, (_, day) => rows.filter((row) => row.day === day + 1).map(({ weight }) => weight));
}

export async function weeks(api: Api, asked: Asked): Promise<{ monday: string; count: number }[]> {
  return api.owner.query(
    `WITH ${events}
     SELECT monday::date::text AS monday, (SELECT count(*)::int FROM counted WHERE day BETWEEN monday::date AND monday::date + 6) AS count
       FROM generate_series(date_trunc('week', $3::timestamp), $4::timestamp, interval '7 days') AS monday ORDER BY 1`,
    values(asked),
  );
}

export async function repeated(
  api: Api,
  asked: Asked,
): Promise<{ count: number; dates: number; x: number; y: number }[]> {
  return api.owner.query(
    `WITH ${events}
     SELECT count(*)::int AS count, count(DISTINCT day)::int AS dates,
            (floor(ST_X(location) / 100) * 100 + 50)::float8 AS x, (floor(ST_Y(location) / 100) * 100 + 50)::float8 AS y
       FROM counted WHERE precision IN ('point', 'address') AND NOT dwelling
      GROUP BY floor(ST_X(location) / 100), floor(ST_Y(location) / 100) HAVING count(*) >= 3 AND count(DISTINCT day) >= 2
      ORDER BY count(*) DESC, count(DISTINCT day) DESC, 3, 4 LIMIT 10`,
    values(asked),
  );
}
