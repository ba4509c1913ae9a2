import { createRandom } from '../../api/src/analysis/random.js';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, centre, type TestMunicipality } from './api.js';

/** An event some metres east and north of the centre, so many days ago. */
export interface TownEvent {
  readonly daysAgo: number;
  readonly x: number;
  readonly y: number;
  readonly police: boolean;
  readonly category?: string;
  readonly precision?: string;
}

const day = 24 * 3600_000;

/** Three years of scattered events, and a gathering in the latest three weeks 2.5 km to the north-east. */
function townEvents(): TownEvent[] {
  const random = createRandom(7);
  const scattered = Array.from({ length: 500 }, (_, index) => ({
    daysAgo: 1 + random.integer(1000),
    x: random.normal() * 1200,
    y: random.normal() * 1200,
    police: index % 3 === 0,
  }));
  const gathered = Array.from({ length: 40 }, (_, index) => ({
    daysAgo: 1 + random.integer(20),
    x: 2500 + random.normal() * 35,
    y: 2500 + random.normal() * 35,
    police: index % 2 === 0,
  }));
  return [...scattered, ...gathered];
}

/** Writes events past the API, which would take its time for thousands. */
export async function fillTown(
  api: Api,
  { code, organisations }: TestMunicipality,
  events: readonly TownEvent[] = townEvents(),
): Promise<void> {
  const rows = events.map(({ daysAgo, x, y, police, category = 'SKAD', precision = 'point' }) => ({
    id: newId(),
    at: new Date(Date.now() - daysAgo * day).toISOString(),
    x: centre.x + x,
    y: centre.y + y,
    category,
    precision,
    source: police ? 'police' : 'report',
    group: police ? 'polis' : 'kommun',
    organisation: organisations[police ? 'police' : 'municipality'],
  }));
  await api.owner.query(
    `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, category_code, occurred_from, location, precision, placement)
     SELECT $1::smallint, id, id::text, source, "group", organisation, category, at, ST_SetSRID(ST_MakePoint(x, y), 3006), precision, 'tapped'
       FROM jsonb_to_recordset($2) AS r(id uuid, at timestamptz, x float8, y float8, category text, precision text, source text, "group" text, organisation uuid)`,
    [Number(code), JSON.stringify(rows)],
  );
}

/** As few random maps as a test can bear, for the questions that draw any. */
export function quick(question: string): object {
  return ['new', 'near-repeat', 'people', 'concentration', 'places'].includes(question) ? { permutations: 99 } : {};
}
