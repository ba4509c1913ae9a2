import type { EntityManager } from 'typeorm';
import type { PoliceEvent } from './police-event.js';

export interface FeedClaim {
  etag: string | null;
  failures: number;
}

/** Takes the next call for this process, if it is time: whoever changes the row calls, the others find nothing. */
export async function claimFeed(manager: EntityManager, leaseSeconds: number): Promise<FeedClaim | null> {
  const [rows]: [FeedClaim[], number] = await manager.query(
    `UPDATE police_feed SET next_at = now() + make_interval(secs => $1) WHERE id = 1 AND next_at <= now() RETURNING etag, failures`,
    [leaseSeconds],
  );
  return rows[0] ?? null;
}

/** When the feed is to be asked again, and how it went. */
export async function settleFeed(
  manager: EntityManager,
  end: { waitSeconds: number; etag: string | null; failures: number; fault: string | null },
): Promise<void> {
  await manager.query(
    `UPDATE police_feed SET next_at = now() + make_interval(secs => $1), etag = $2, failures = $3, fault = $4::text,
                            answered_at = CASE WHEN $4::text IS NULL THEN now() ELSE answered_at END
      WHERE id = 1`,
    [end.waitSeconds, end.etag, end.failures, end.fault],
  );
}

export async function feedState(
  manager: EntityManager,
): Promise<{ answered_at: Date | null; fault: string | null } | undefined> {
  const rows: { answered_at: Date | null; fault: string | null }[] = await manager.query(
    'SELECT answered_at, fault FROM police_feed WHERE id = 1',
  );
  return rows[0];
}

/** Stores what is new, and what has changed as a new version with the earlier one kept; the rest stays untouched. */
export async function storeEvents(
  manager: EntityManager,
  events: readonly PoliceEvent[],
): Promise<{ added: number; changed: number }> {
  const rows: { version: number }[] = await manager.query(
    `WITH incoming AS (
       SELECT DISTINCT ON ((content->>'id')::bigint) (content->>'id')::bigint AS id, content,
              COALESCE(content->>'occurredAt', content->>'publishedAt')::timestamptz AS happened_at,
              (content->>'municipality')::smallint AS place_code, (content->>'county')::smallint AS county_code
         FROM jsonb_array_elements($1::jsonb) AS content),
     earlier AS (
       INSERT INTO police_event_version (event_id, version, content, seen_at)
       SELECT e.id, e.version, e.content, e.changed_at FROM police_event e JOIN incoming i USING (id) WHERE e.content <> i.content)
     INSERT INTO police_event AS e (id, content, happened_at, place_code, county_code)
     SELECT id, content, happened_at, place_code, county_code FROM incoming
     ON CONFLICT ON CONSTRAINT police_event_pk DO UPDATE
        SET content = EXCLUDED.content, happened_at = EXCLUDED.happened_at, place_code = EXCLUDED.place_code,
            county_code = EXCLUDED.county_code, version = e.version + 1, changed_at = now()
      WHERE e.content <> EXCLUDED.content
     RETURNING version`,
    [JSON.stringify(events)],
  );
  const added = rows.filter(({ version }) => version === 1).length;
  return { added, changed: rows.length - added };
}

/**
 * Takes away notices that are older than so many days before the latest one: "the same week last year" is the last that
 * is asked for. A notice dated in time to come takes nothing with it.
 */
export async function removeOldEvents(manager: EntityManager, days: number): Promise<void> {
  await manager.query(
    `DELETE FROM police_event
      WHERE happened_at < LEAST(now(), (SELECT max(happened_at) FROM police_event)) - make_interval(days => $1)`,
    [days],
  );
}

export interface StoredEventRow {
  version: number;
  content: PoliceEvent;
  place_code: number | null;
  earlier: { content: PoliceEvent; seenAt: string }[];
}

/** The notices of a period that name one of the municipalities, or only one of their counties; the latest first. */
export async function eventsOfPeriod(
  manager: EntityManager,
  asked: { from: string; to: string; municipalities: readonly number[]; counties: readonly number[] },
): Promise<StoredEventRow[]> {
  return manager.query(
    `SELECT e.version, e.content, e.place_code,
            COALESCE((SELECT jsonb_agg(jsonb_build_object('content', v.content, 'seenAt', v.seen_at) ORDER BY v.version DESC)
                        FROM police_event_version v WHERE v.event_id = e.id), '[]') AS earlier
       FROM police_event e
      WHERE e.happened_at >= $1 AND e.happened_at < $2
        AND (e.place_code = ANY ($3::smallint[]) OR (e.place_code IS NULL AND e.county_code = ANY ($4::smallint[])))
      ORDER BY e.happened_at DESC, e.id DESC LIMIT 400`,
    [asked.from, asked.to, asked.municipalities, asked.counties],
  );
}
