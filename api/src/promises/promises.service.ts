import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError, type FieldFault } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import type { ProgressFacts } from '../hotspots/progress-sentence.js';
import { mustBeRefused } from '../privacy/personal-data.js';
import { promiseBody, progressPromise } from './promise-body.js';
import {
  commitmentRows,
  insertCommitment,
  insertPromise,
  knownIds,
  type PromiseChoice,
  promiseRows,
  touchPromise,
  updatePromise,
} from './promise.queries.js';
import type { NewCommitment, NewPromise, PromiseBody, PromiseChange, PromiseQuery } from './promise.schema.js';

/** A promise as the documents take it: its title and the commitments that hold a figure to reach. */
export interface PromiseProgress {
  readonly id: string;
  readonly title: string;
  readonly hotspotId: string | null;
  readonly commitments: readonly ProgressFacts[];
}

/** The day it is in Sweden, where the promises are. */
export function todayInSweden(): string {
  return Temporal.Now.plainDateISO('Europe/Stockholm').toString();
}

/** Promises with their commitments: written, changed, and told how they stand. */
@Injectable()
export class PromisesService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, { hotspotId, onDate }: PromiseQuery): Promise<PromiseBody[]> {
    return this.database.withTenant(actor, (manager) => this.read(manager, actor, { hotspotId }, onDate));
  }

  async get(actor: Actor, id: string): Promise<PromiseBody> {
    return this.database.withTenant(actor, (manager) => this.one(manager, actor, id));
  }

  /** The promises that answer to a hot spot, as they stand today, within the caller's transaction. */
  async forHotspot(manager: EntityManager, actor: Actor, hotspotId: string): Promise<PromiseBody[]> {
    return this.read(manager, actor, { hotspotId });
  }

  /** Every promise in force on a day (`YYYY-MM-DD`) with its counted commitments, for the documents. Drafts are left out. */
  async progressList(manager: EntityManager, actor: Actor, onDate: string): Promise<PromiseProgress[]> {
    const promises = await this.read(manager, actor, {}, onDate);
    const inForce = promises.filter(
      ({ status, periodFrom, periodTo }) => status !== 'draft' && periodFrom <= onDate && onDate <= periodTo,
    );
    return inForce.map(progressPromise);
  }

  /** Stores a promise with its commitments once, however often it is sent. */
  async create(actor: Actor, input: NewPromise): Promise<PromiseBody> {
    const { id = newId(), commitments, ...fields } = input;
    return this.database.withTenant(actor, async (manager) => {
      const faults = [
        ...promiseFaults(fields),
        ...commitments.flatMap((one, index) => commitmentFaults(one, `/commitments/${index}`)),
      ];
      refuse([...faults, ...(await this.unknown(manager, actor, fields, commitments))]);
      const owner = { municipalityCode: actor.municipalityCode, id, accountId: actor.accountId };
      const stored = await insertPromise(manager, { ...fields, ...owner });
      if (stored) {
        for (const one of commitments) await this.insert(manager, actor, id, one);
        await audit(manager, actor, { action: 'create', subject: 'promise', subjectId: id, count: commitments.length });
      }
      const body = await this.one(manager, actor, id);
      if (!stored && body.title !== fields.title) throw new DomainError('promise-id-taken');
      return body;
    });
  }

  /** Changes a promise over the version that was read. */
  async change(actor: Actor, id: string, version: number, input: PromiseChange): Promise<PromiseBody> {
    return this.database.withTenant(actor, async (manager) => {
      await this.one(manager, actor, id);
      refuse([...promiseFaults(input), ...(await this.unknown(manager, actor, input, []))]);
      const changed = await updatePromise(manager, { ...input, municipalityCode: actor.municipalityCode, id, version });
      if (changed === 0) throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, { action: 'update', subject: 'promise', subjectId: id });
      return this.one(manager, actor, id);
    });
  }

  /** Adds one commitment to a promise. */
  async addCommitment(actor: Actor, promiseId: string, input: NewCommitment): Promise<PromiseBody> {
    return this.database.withTenant(actor, async (manager) => {
      const none = { hotspotId: null, areaId: null };
      refuse([
        ...commitmentFaults(input, ''),
        ...(await this.unknown(manager, actor, none, [input], (_, party) => `/parties/${party}`)),
      ]);
      if ((await touchPromise(manager, actor.municipalityCode, promiseId)) === 0) throw new DomainError('not-found');
      const commitmentId = await this.insert(manager, actor, promiseId, input);
      await audit(manager, actor, { action: 'create', subject: 'commitment', subjectId: commitmentId });
      return this.one(manager, actor, promiseId);
    });
  }

  /** One promise as it stands today, within the caller's transaction. */
  async one(manager: EntityManager, actor: Actor, id: string): Promise<PromiseBody> {
    const [body] = await this.read(manager, actor, { id });
    if (!body) throw new DomainError('not-found');
    return body;
  }

  private async read(
    manager: EntityManager,
    actor: Actor,
    choice: PromiseChoice,
    onDate = todayInSweden(),
  ): Promise<PromiseBody[]> {
    const rows = await promiseRows(manager, actor.municipalityCode, choice);
    if (rows.length === 0) return [];
    const promiseIds = rows.map((row) => row.id);
    const commitments = await commitmentRows(manager, actor.municipalityCode, { promiseIds, onDate });
    return rows.map((row) =>
      promiseBody(
        row,
        commitments.filter((one) => one.promise_id === row.id),
        onDate,
      ),
    );
  }

  private async insert(manager: EntityManager, actor: Actor, promiseId: string, input: NewCommitment): Promise<string> {
    const id = newId();
    await insertCommitment(manager, { ...input, municipalityCode: actor.municipalityCode, id, promiseId });
    return id;
  }

  /** Faults for what is pointed at and is not in the municipality. */
  private async unknown(
    manager: EntityManager,
    actor: Actor,
    { hotspotId, areaId }: { hotspotId: string | null; areaId: string | null },
    commitments: readonly NewCommitment[],
    pointerOf = (commitment: number, party: number) => `/commitments/${commitment}/parties/${party}`,
  ): Promise<FieldFault[]> {
    const organisations = commitments.flatMap(({ parties }) => parties);
    const known = await knownIds(manager, actor.municipalityCode, { organisations, hotspotId, areaId });
    const faults: FieldFault[] = commitments.flatMap(({ parties }, at) =>
      parties.flatMap((party, index) =>
        known.organisations.includes(party) ? [] : [{ pointer: pointerOf(at, index), code: 'unknown-organisation' }],
      ),
    );
    if (hotspotId !== null && !known.hotspot) faults.push({ pointer: '/hotspotId', code: 'unknown-hotspot' });
    if (areaId !== null && !known.area) faults.push({ pointer: '/areaId', code: 'unknown-area' });
    return faults;
  }
}

function promiseFaults(fields: PromiseChange): FieldFault[] {
  const { title, objective, targetGroup, focusArea, registrationNumber } = fields;
  return textFaults({
    '/title': title,
    '/objective': objective,
    '/targetGroup': targetGroup,
    '/focusArea': focusArea,
    '/registrationNumber': registrationNumber,
  });
}

function commitmentFaults({ text, unit }: NewCommitment, pointer: string): FieldFault[] {
  return textFaults({ [`${pointer}/text`]: text, [`${pointer}/unit`]: unit });
}

/** Where a text holds personal data that may not be stored, by the pointer to its field. */
export function textFaults(texts: Readonly<Record<string, string | null>>): FieldFault[] {
  return Object.entries(texts).flatMap(([pointer, text]) => {
    return mustBeRefused(text ?? '') ? [{ pointer, code: 'personal-data-found' }] : [];
  });
}

/** Refuses when there is a fault: personal data have a problem of their own. */
export function refuse(faults: readonly FieldFault[]): void {
  if (faults.length === 0) return;
  const personal = faults.some(({ code }) => code === 'personal-data-found');
  throw new DomainError(personal ? 'personal-data-found' : 'invalid-request', {}, faults);
}
