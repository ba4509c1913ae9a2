import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ColumnEvent, eventsOf } from '../../api/src/analysis/event-columns.js';
import { createRandom } from '../../api/src/analysis/random.js';
import { Database } from '../../api/src/app/database.js';
import type { IncidentFilter } from '../../api/src/incidents/incident.schema.js';
import type { EventRow } from '../../api/src/incidents/incident.queries.js';
import { IncidentsService } from '../../api/src/incidents/incidents.service.js';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, centre, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  await fill();
}, 60_000);

afterAll(() => api.close());

/** 400 rows of 150 events: with and without place, end and reporter, of one crime and of several, one like another. */
async function fill(): Promise<void> {
  const random = createRandom(11);
  const oneOf = <Value>(values: readonly Value[]): Value => values[random.integer(values.length)]!;
  const rows = Array.from({ length: 400 }, () => {
    const precision = oneOf(['point', 'address', 'street', 'area', 'none']);
    const from = Date.UTC(2026, 0, 1) + random.integer(5) * 3_600_000;
    return {
      id: newId(),
      key: `K${random.integer(150)}`,
      source: oneOf(['report', 'police', 'external']),
      organisation: oneOf([municipality.organisations['municipality'], municipality.organisations['police'], null]),
      category: oneOf(['SKAD', 'ORDN']),
      from: new Date(from).toISOString(),
      to: oneOf([null, null, new Date(from + random.integer(3) * 60_000).toISOString()]),
      x: precision === 'none' ? null : centre.x + random.integer(2000),
      y: centre.y + random.normal() * 1000,
      precision,
      outside: oneOf([false, false, true]),
      dwelling: oneOf([false, true]),
      crimes: oneOf([1, 1, 2, 70_000]),
    };
  });
  await api.owner.query(
    `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, category_code, occurred_from, occurred_to, location, precision, placement, outside, dwelling, crime_count)
     SELECT $1::smallint, id, key, source, 'kommun', organisation, category, "from", "to", ST_SetSRID(ST_MakePoint(x, y), 3006), precision, 'tapped', outside, dwelling, crimes
       FROM jsonb_to_recordset($2) AS r(id uuid, key text, source text, organisation uuid, category text, "from" timestamptz, "to" timestamptz,
                                        x float8, y float8, precision text, outside boolean, dwelling boolean, crimes int)`,
    [Number(municipality.code), JSON.stringify(rows)],
  );
}

function fromColumns(event: ColumnEvent) {
  return JSON.stringify([
    [event.x, event.y, event.from, event.to, event.category, event.source],
    [event.precision, event.outside, event.dwelling, event.crimes],
  ]);
}

function fromRow(row: EventRow) {
  const precision = row.precision === 'none' || row.x === null ? 'area' : row.precision;
  return JSON.stringify([
    [row.x, row.y, row.occurred_from.getTime(), row.occurred_to?.getTime() ?? null, row.category_code, row.organisation_id ?? row.source], // prettier-ignore
    [precision, row.outside, row.dwelling, row.crimes],
  ]);
}

async function both(filter: IncidentFilter) {
  const incidents = api.application.get(IncidentsService);
  const { actor } = coordinator;
  return api.application.get(Database).withTenant(actor, async (manager) => ({
    columns: eventsOf(await incidents.columnsFor(manager, actor, filter))
      .map(fromColumns)
      .toSorted(),
    rows: (await incidents.eventsFor(manager, actor, filter)).map(fromRow).toSorted(),
  }));
}

describe('events by column', () => {
  test.each([0, 3_000_000])('are the events that rows are, when the database guesses %i of them', async (guess) => {
    await api.owner.query(`UPDATE pg_class SET reltuples = $1 WHERE oid = 'incident'::regclass`, [guess]);
    const { columns, rows } = await both({});
    expect(rows.length).toBeGreaterThan(130);
    expect(columns).toEqual(rows);
  });

  test.each([{ category: ['ORDN'] }, { source: ['police' as const] }])(
    'are the same under the filter %j',
    async (filter) => {
      const { columns, rows } = await both(filter);
      expect(rows.length).toBeGreaterThan(50);
      expect(columns).toEqual(rows);
    },
  );
});
