import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import type { Language } from '../app/language.js';
import { inLanguage } from '../briefs/map-drawing.js';
import { auditedFilter } from '../incidents/incident-filter.js';
import type { IncidentFilter } from '../incidents/incident.schema.js';
import { IncidentsService } from '../incidents/incidents.service.js';
import { drawnPositions, viewFigures } from './view.js';
import { ViewPicturesService } from './view-pictures.service.js';
import {
  countSaved,
  deleteView,
  insertView,
  savedViews,
  updateView,
  viewPicture,
  type ViewRow,
  viewRow,
} from './view.queries.js';
import type { NewView, ViewBody, ViewChange } from './view.schema.js';

/** What a frozen view is made of. */
export interface ToFreeze {
  /** The query text of the map page, without its question mark. */
  readonly search: string;
  /** Local days, both included; they stand above dates in the filter. */
  readonly from: string;
  readonly to: string;
  readonly filter: IncidentFilter;
  /** West, south, east, north in degrees. */
  readonly bounds: readonly number[];
  readonly layers: readonly string[];
}

const mostSaved = 200;

/** Views of the map that are kept: saved ones are addresses, frozen ones hold what was seen. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentsService,
    private readonly pictures: ViewPicturesService,
  ) {}

  /** The actor's own and the shared ones; frozen ones are found where they were attached. */
  async list(actor: Actor): Promise<ViewBody[]> {
    return this.database.withTenant(actor, async (manager) => {
      const rows = await savedViews(manager, actor.municipalityCode, actor.accountId);
      return rows.map((row) => bodyOf(row, actor));
    });
  }

  async get(actor: Actor, id: string): Promise<ViewBody> {
    return this.database.withTenant(actor, async (manager) => {
      const row = await this.read(manager, actor, id);
      if (row.frozen) await audit(manager, actor, readOf(row));
      return bodyOf(row, actor);
    });
  }

  async create(actor: Actor, input: NewView): Promise<ViewBody> {
    refusePersonalData({ '/name': input.name });
    return this.database.withTenant(actor, async (manager) => {
      const { id } = input.frozen ? await this.freeze(manager, actor, input) : await this.save(manager, actor, input);
      return bodyOf(await this.read(manager, actor, id), actor);
    });
  }

  /** Changes an own view over the version that was read. */
  async change(actor: Actor, id: string, version: number, input: ViewChange): Promise<ViewBody> {
    refusePersonalData({ '/name': input.name });
    return this.database.withTenant(actor, async (manager) => {
      const before = await this.own(manager, actor, id);
      const after = { ...before, ...definedOf(input), version };
      if (!(await updateView(manager, actor.municipalityCode, after))) throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, { action: 'update', subject: 'view', subjectId: id });
      return bodyOf(await this.read(manager, actor, id), actor);
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      await this.own(manager, actor, id);
      await deleteView(manager, actor.municipalityCode, id);
      await audit(manager, actor, { action: 'delete', subject: 'view', subjectId: id });
    });
  }

  /**
   * Keeps figures and picture of what the actor's groups see now, within the caller's transaction. Whoever may not see
   * all of these groups never sees the view. Throws what the filter throws, `period-reversed` among it.
   */
  async freeze(
    manager: EntityManager,
    actor: Actor,
    input: ToFreeze & { name?: string | null },
  ): Promise<{ id: string }> {
    const { from, to, bounds } = input;
    if (to < from) throw new DomainError('invalid-request', {}, [{ pointer: '/to', code: 'period-reversed' }]);
    const filter = { ...input.filter, from, to };
    const columns = await this.incidents.columnsFor(manager, actor, filter);
    const figures = viewFigures(columns);
    const points = drawnPositions(columns).map((position) => [...position]);
    const { layers } = input;
    const picture = await this.pictures.draw(manager, actor, { from, to, bounds, layers, filter, events: figures.events, points }); // prettier-ignore
    const id = newId();
    await insertView(manager, actor.municipalityCode, {
      ...whose(actor),
      ...input,
      id,
      name: input.name ?? null,
      groups: actor.groups,
      shared: false,
      frozen: true,
      figures,
      picture,
    });
    const facts = { frozen: true, filter: auditedFilter(filter) };
    await audit(manager, actor, { action: 'create', subject: 'view', subjectId: id, count: columns.count, facts });
    return { id };
  }

  /** The picture of a frozen view as SVG, its words in one language; null where there is none that the actor may see. Within the caller's transaction. */
  async picture(manager: EntityManager, actor: Actor, id: string, language: Language): Promise<string | null> {
    const row = await viewRow(manager, actor.municipalityCode, id);
    if (!row?.has_picture) return null;
    await audit(manager, actor, readOf(row));
    const kept = await viewPicture(manager, actor.municipalityCode, id);
    return kept === null ? null : inLanguage(kept, language);
  }

  /** The same in a transaction of its own; throws `not-found`. */
  async pictureOf(actor: Actor, id: string, language: Language): Promise<string> {
    const picture = await this.database.withTenant(actor, (manager) => this.picture(manager, actor, id, language));
    if (picture === null) throw new DomainError('not-found');
    return picture;
  }

  private async save(manager: EntityManager, actor: Actor, input: NewView): Promise<{ id: string }> {
    if ((await countSaved(manager, actor.municipalityCode, actor.accountId)) >= mostSaved)
      throw new DomainError('too-many-views');
    const id = newId();
    const row = { ...whose(actor), ...input, id, groups: [], figures: null, picture: null };
    await insertView(manager, actor.municipalityCode, row);
    const facts = { shared: input.shared };
    await audit(manager, actor, { action: 'create', subject: 'view', subjectId: id, facts });
    return { id };
  }

  private async read(manager: EntityManager, actor: Actor, id: string): Promise<ViewRow> {
    const row = await viewRow(manager, actor.municipalityCode, id);
    if (!row) throw new DomainError('not-found');
    return row;
  }

  private async own(manager: EntityManager, actor: Actor, id: string): Promise<ViewRow> {
    const row = await this.read(manager, actor, id);
    if (row.frozen) throw new DomainError('view-frozen');
    if (row.account_id !== actor.accountId) throw new DomainError('view-of-somebody-else');
    return row;
  }
}

function whose({ accountId, organisationId, role }: Actor) {
  return { accountId, organisationId, role };
}

function readOf(row: ViewRow) {
  return { action: 'read', subject: 'view', subjectId: row.id, count: row.figures?.events ?? 0 } as const;
}

function definedOf(input: ViewChange): Partial<Pick<ViewRow, keyof ViewChange>> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

function bodyOf(row: ViewRow, actor: Actor): ViewBody {
  const { id, version, name, search, bounds, layers, shared, frozen, figures } = row;
  return {
    id,
    version,
    name,
    search,
    bounds,
    layers,
    shared,
    frozen,
    figures,
    from: row.period_from,
    to: row.period_to,
    own: row.account_id === actor.accountId,
    at: row.at.toISOString(),
    by: { organisation: row.organisation, function: row.role },
    hasPicture: row.has_picture,
  };
}
