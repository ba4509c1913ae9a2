import { DataSource } from 'typeorm';
import { connection } from '../api/src/app/database.js';
import { newId } from '../api/src/app/identifier.js';
import { actionsOf, presenceDays, schoolRoutine } from './demo/actions.js';
import { dateOf, dayOf } from './demo/clock.js';

/**
 * What the demo's group has decided at its hot spot and elsewhere, how it goes, when somebody was there, and what a
 * school does first. Dates are counted from `until`, the demo's today.
 */
export async function insertDemoActions(databaseUrl: string, code: number, until: string): Promise<void> {
  const source = new DataSource(connection(databaseUrl, 1));
  await source.initialize();
  try {
    const day = (days: number | null) => (days === null ? null : dateOf(dayOf(until) + days));
    const rows = actionsOf().map((action) => ({
      ...action,
      id: newId(),
      due: day(action.due),
      followUpOn: day(action.followUpOn),
      decidedOn: day(action.decided),
      events: action.events.map((event) => ({ ...event, id: newId(), on: day(event.day) })),
    }));
    await source.transaction(async (manager) => {
      await manager.query(insertActions, [code, JSON.stringify(rows)]);
      await manager.query(insertEvents, [code, JSON.stringify(rows)]);
      const times = presenceDays.map((days) => ({ id: newId(), on: day(-days), minutes: 10 + 10 * (days % 3) }));
      await manager.query(insertPresence, [code, JSON.stringify(times)]);
      const { place, name, calls, steps } = schoolRoutine;
      await manager.query(insertRoutine, [code, newId(), name, JSON.stringify(calls), steps, place]);
    });
  } finally {
    await source.destroy();
  }
}

const insertActions = `
INSERT INTO action (municipality_code, id, what, cause, goal, scope, organisation_id, owner_function, due, follow_up_on, follow_up, status, grade, grade_note, hotspot_id, classification, secrecy_basis, secrecy_by, secrecy_on, created_at)
SELECT $1::smallint, r.id, r.what, r.cause, r.goal, r.scope, o.id, r.function, r.due, r."followUpOn", r."followUp", r.status, r.grade, r."gradeNote",
       CASE WHEN r."atHotspot" THEN h.id END, CASE WHEN r."secrecyBasis" IS NULL THEN 'open' ELSE 'may-be-secret' END, r."secrecyBasis",
       CASE WHEN r."secrecyBasis" IS NOT NULL THEN 'kommunpolis' END, CASE WHEN r."secrecyBasis" IS NOT NULL THEN r."decidedOn" END, r."decidedOn" + interval '9 hours'
  FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, what text, cause text, goal text, scope text, organisation text, function text, due date, "followUpOn" date,
         "followUp" text, status text, grade text, "gradeNote" text, "atHotspot" boolean, "secrecyBasis" text, "decidedOn" date)
  JOIN organisation o ON o.municipality_code = $1::smallint AND o.name = r.organisation
  LEFT JOIN (SELECT id FROM hotspot WHERE municipality_code = $1::smallint ORDER BY adopted_at, id LIMIT 1) h ON true`;

const insertEvents = `
INSERT INTO action_event (municipality_code, id, action_id, deed, status, grade, note, told_by, organisation_id, owner_function, at)
SELECT $1::smallint, e.id, a.id, e.deed, e.status, e.grade, e.note, e.by, a.organisation_id, CASE WHEN e.by = 'link' THEN a.owner_function END, e."on" + interval '9 hours'
  FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, events jsonb)
  JOIN action a ON a.municipality_code = $1::smallint AND a.id = r.id
  CROSS JOIN jsonb_to_recordset(r.events) AS e(id uuid, deed text, status text, grade text, note text, by text, "on" date)`;

const insertPresence = `
INSERT INTO presence (municipality_code, id, hotspot_id, organisation_id, account_id, at, minutes)
SELECT $1::smallint, r.id, h.id, m.organisation_id, m.account_id, (r."on" + interval '21 hours') AT TIME ZONE 'Europe/Stockholm', r.minutes
  FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, "on" date, minutes int)
  JOIN (SELECT id FROM hotspot WHERE municipality_code = $1::smallint ORDER BY adopted_at, id LIMIT 1) h ON true
  JOIN (SELECT organisation_id, account_id FROM membership WHERE municipality_code = $1::smallint AND role = 'police' LIMIT 1) m ON true`;

const insertRoutine = `
INSERT INTO mobilisation (municipality_code, id, place_id, name, calls, steps, account_id)
SELECT $1::smallint, $2::uuid, p.id, $3::text, $4::jsonb, $5::text[], m.account_id
  FROM place p JOIN membership m ON m.municipality_code = p.municipality_code AND m.role = 'coordinator'
 WHERE p.municipality_code = $1::smallint AND p.name = $6::text LIMIT 1`;
