import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type InParts, inParts } from '../analysis/parts.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { inTurns } from '../app/turns.js';
import { Underway } from '../app/underway.js';
import { WeightedCache } from '../app/weighted-cache.js';
import { toPosition } from '../geo/projection.js';
import { auditedFilter } from '../incidents/incident-filter.js';
import { idOf, shortIdOf } from '../incidents/incident-rows.js';
import { IncidentRowsService } from '../incidents/incident-rows.service.js';
import type { IncidentFilter } from '../incidents/incident.schema.js';
import { IncidentsService } from '../incidents/incidents.service.js';
import { select } from '../incidents/row-selection.js';
import { squareId, squareRing } from './squares.js';
import type { TileAddress } from './tile.js';
import { insertTileView, tileViewRow, type TileViewRow } from './tile-view.queries.js';
import type { SquareCollection, SquaresQuery, TileEvent, TileViewBody } from './tile.schema.js';
import { totalsOf } from '../incidents/selection-totals.js';
import {
  eventTile,
  type LaidSquare,
  type MadeTile,
  mapped,
  type MappedSelection,
  squaresOf,
  squaresShown,
  squareTile,
} from './vector-tile.js';

/** A tile with what it is known by. */
export interface TaggedTile extends MadeTile {
  readonly etag: string;
}

interface Shown {
  readonly view: MappedSelection;
  /** The rows, their revision and the filter: equal keys show the same. */
  readonly key: string;
}

const keptFor = 12 * 3600_000;
const mostSquares = 20_000;
const mostViews = 2000;

/** The map's tiles: asked for under a key that is made, and audited, once for a filter. */
@Injectable()
export class TilesService {
  private readonly tiles = new WeightedCache<TaggedTile>(64_000_000, ({ bytes }) => bytes.length + 200);
  /** By events: 3 million weigh about 100 MB. */
  private readonly shown = new WeightedCache<MappedSelection>(3_000_000, ({ selection }) => selection.count + 1000);
  private readonly keys = new WeightedCache<TileViewRow>(mostViews, () => 1);

  private readonly showing = new Underway<MappedSelection>();
  private readonly counting = new Underway<readonly LaidSquare[]>();

  constructor(
    private readonly database: Database,
    private readonly rows: IncidentRowsService,
    private readonly incidents: IncidentsService,
  ) {}

  /** Makes a key for a filter, with what the map then shows in all. Throws `drawn-area-crosses`. */
  async open(actor: Actor, filter: IncidentFilter): Promise<TileViewBody> {
    return this.database.withTenant(actor, async (manager) => {
      const { rows, revision } = await this.rows.within(manager, actor);
      const { view } = await this.show(filter, { rows, revision });
      const row: TileViewRow = {
        id: newId(),
        account_id: actor.accountId,
        group_codes: [...actor.groups],
        filter,
        expires_at: new Date(Date.now() + keptFor),
      };
      await insertTileView(manager, actor.municipalityCode, row);
      const totals = await inTurns(totalsOf(view.selection));
      const facts = { filter: auditedFilter(filter), tiles: true };
      await audit(manager, actor, { action: 'read', subject: 'event', count: totals.events, facts });
      return {
        view: row.id,
        expiresAt: row.expires_at.toISOString(),
        ...totals,
        bounds: await inTurns(boundsOf(view)),
        pointsFromZoom: view.pointsFromZoom,
        revision: digest(revision),
      };
    });
  }

  /** One tile of a key; `side` asks for squares. Throws `not-found` for the key of somebody else, `tile-view-expired`. */
  async tile(actor: Actor, id: string, address: TileAddress, side?: number): Promise<TaggedTile> {
    const { view, key } = await this.shownBy(actor, id);
    const name = `${key}/${side ?? 'events'}/${address.z}/${address.x}/${address.y}`;
    const made = this.tiles.get(name);
    if (made) return made;
    const counted = side ?? squaresShown(view, address);
    if (counted !== null) await this.squaresIn({ view, key }, counted);
    const tile = side === undefined ? eventTile(view, address) : squareTile(view, address, side);
    return this.tiles.set(name, { ...tile, etag: `"${digest(name)}"` });
  }

  /** The reports behind a feature of a tile: audited like any read of them. */
  async event(actor: Actor, id: string, shortId: number): Promise<TileEvent> {
    const { view } = await this.shownBy(actor, id);
    const { rows, at } = view.selection;
    const row = at.find((each) => shortIdOf(rows, each) === shortId);
    if (row === undefined) throw new DomainError('not-found');
    return this.incidents.ofEvent(actor, idOf(rows, row));
  }

  /** Squares of SCB's grid over the whole municipality as GeoJSON, for a table or a picture. Throws `too-many-squares`. */
  async squares(actor: Actor, { side, ...filter }: SquaresQuery): Promise<SquareCollection> {
    return this.database.withTenant(actor, async (manager) => {
      const shown = await this.show(filter, await this.rows.within(manager, actor));
      const { view } = shown;
      const squares = await this.squaresIn(shown, side);
      if (squares.length > mostSquares) throw new DomainError('too-many-squares', { most: mostSquares });
      const events = view.selection.count;
      const facts = { filter: auditedFilter(filter), squares: side };
      await audit(manager, actor, { action: 'read', subject: 'event', count: events, facts });
      return {
        type: 'FeatureCollection',
        side,
        events,
        inSquares: view.events.length,
        features: squares.map(({ square }) => ({
          type: 'Feature',
          id: squareId(square),
          geometry: { type: 'Polygon', coordinates: [squareRing(square).map(([x, y]) => [...toPosition({ x, y })])] },
          properties: { count: square.events, crimes: square.crimes },
        })),
      };
    });
  }

  private async shownBy(actor: Actor, id: string): Promise<Shown> {
    const name = `${actor.municipalityCode}/${id}`;
    const row = this.keys.get(name) ?? this.keys.set(name, await this.readKey(actor, id));
    if (row.account_id !== actor.accountId) throw new DomainError('not-found');
    const isSame = [...row.group_codes].sort().join() === [...actor.groups].sort().join();
    if (row.expires_at.getTime() < Date.now() || !isSame) throw new DomainError('tile-view-expired');
    return this.show(row.filter, await this.rows.of(actor));
  }

  private async readKey(actor: Actor, id: string): Promise<TileViewRow> {
    const { accountId, municipalityCode } = actor;
    const row = await this.database.withTenant(actor, (manager) =>
      tileViewRow(manager, municipalityCode, { id, accountId }),
    );
    if (!row) throw new DomainError('not-found');
    return row;
  }

  private async show(
    filter: IncidentFilter,
    { rows, revision }: Awaited<ReturnType<IncidentRowsService['of']>>,
  ): Promise<Shown> {
    const key = digest(JSON.stringify([revision, Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))]));
    const before = this.shown.get(key);
    if (before?.selection.rows === rows) return { view: before, key };
    const view = await this.showing.of(key, async () => {
      const selection = await inTurns(select(rows, filter));
      return this.shown.set(key, await inTurns(mapped(selection)));
    });
    return { view, key };
  }

  private async squaresIn({ view, key }: Shown, side: number): Promise<readonly LaidSquare[]> {
    return view.squares.get(side) ?? this.counting.of(`${key}/${side}`, () => inTurns(squaresOf(view, side)));
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function* boundsOf({ selection, events }: MappedSelection): InParts<number[] | null> {
  const { rows, at } = selection;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  yield* inParts(events.length, (from, to) => {
    for (let number = from; number < to; number++) {
      const row = at[events[number]!]!;
      west = Math.min(west, rows.x[row]!);
      south = Math.min(south, rows.y[row]!);
      east = Math.max(east, rows.x[row]!);
      north = Math.max(north, rows.y[row]!);
    }
  });
  return west <= east ? [...toPosition({ x: west, y: south }), ...toPosition({ x: east, y: north })] : null;
}
