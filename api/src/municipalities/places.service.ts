import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { refusePersonalData } from '../app/stored-text.js';
import { newId } from '../app/identifier.js';
import { toMetres, toPosition } from '../geo/projection.js';
import { keepBefore, listVersion, takeList } from './list-version.queries.js';
import { organisationRows } from './municipality.queries.js';
import { isInside, listedPlaces, type ListedPlaceRow, savePlace, setMerged } from './place.queries.js';
import type { PlaceEdit, PlaceList } from './place.schema.js';

const list = 'places';

interface Change {
  readonly actor: Actor;
  readonly version: number;
}

/** The named places. Reports keep the place that they were made at; a merged place is found under the name of the other. */
@Injectable()
export class PlacesService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<PlaceList> {
    return this.database.withTenant(actor, (manager) => body(manager, actor.municipalityCode));
  }

  /** Changes the place with this id; `null` adds one. */
  async save(change: Change, id: string | null, edit: PlaceEdit): Promise<PlaceList> {
    refusePersonalData({ '/name': edit.name, '/aliases': edit.aliases.join('\n') });
    return this.write(change, async (manager, rows) => {
      const code = change.actor.municipalityCode;
      const before = rows.find((one) => one.id === id);
      if (id !== null && !before) throw new DomainError('not-found');
      const at = toMetres([edit.position[0], edit.position[1]]);
      await check(manager, code, { edit, others: rows.filter((one) => one !== before) });
      if (!(await isInside(manager, code, at)))
        throw new DomainError('place-outside', {}, [{ pointer: '/position', code: 'place-is-outside' }]);
      const subjectId = id ?? newId();
      const aliases = [...new Set(edit.aliases)].filter((one) => one !== edit.name);
      await savePlace(manager, code, { ...edit, aliases, id: subjectId, at });
      return { subjectId, action: before ? 'update' : 'create', before: before ?? { added: true } };
    });
  }

  /** Says that two places are one: the first is offered no longer, and its names find the other. `null` takes it back. */
  async merge(change: Change, id: string, into: string | null): Promise<PlaceList> {
    return this.write(change, async (manager, rows) => {
      const before = rows.find((one) => one.id === id);
      if (!before) throw new DomainError('not-found');
      const other = rows.find((one) => one.id === into);
      if (into !== null && (!other || other.id === id || other.mergedInto !== null))
        throw new DomainError('invalid-request', {}, [{ pointer: '/into', code: 'unknown-choice' }]);
      if (into !== null && rows.some((one) => one.mergedInto === id)) throw new DomainError('place-holds-others');
      await setMerged(manager, change.actor.municipalityCode, { id, into });
      return { subjectId: id, action: 'update', before };
    });
  }

  private async write(
    { actor, version }: Change,
    work: (
      manager: EntityManager,
      rows: ListedPlaceRow[],
    ) => Promise<{ subjectId: string; action: 'create' | 'update'; before: object }>,
  ): Promise<PlaceList> {
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      await takeList(manager, code, { list, version });
      const { subjectId, action, before } = await work(manager, await listedPlaces(manager, code));
      await keepBefore(manager, actor, { list, subjectId, before });
      await audit(manager, actor, { action, subject: 'place', subjectId });
      return body(manager, code);
    });
  }
}

async function check(
  manager: EntityManager,
  code: number,
  { edit, others }: { edit: PlaceEdit; others: readonly ListedPlaceRow[] },
): Promise<void> {
  if (others.some((one) => one.name.toLowerCase() === edit.name.toLowerCase()))
    throw new DomainError('name-taken', { name: edit.name }, [{ pointer: '/name', code: 'name-is-taken' }]);
  const organisations: { id: string }[] = await organisationRows(manager, code);
  if (edit.organisationId !== null && !organisations.some((one) => one.id === edit.organisationId))
    throw new DomainError('invalid-request', {}, [{ pointer: '/organisationId', code: 'unknown-choice' }]);
}

async function body(manager: EntityManager, code: number): Promise<PlaceList> {
  const rows = await listedPlaces(manager, code);
  return {
    version: await listVersion(manager, code, list),
    places: rows.map(({ x, y, ...row }) => ({ ...row, position: [...toPosition({ x, y })] })),
  };
}
