import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError, type FieldFault } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { functionNumber, linesOf } from './mobilisation.js';
import {
  deleteMobilisation,
  endRun,
  insertMobilisation,
  insertRun,
  type MobilisationRow,
  mobilisationRows,
  placeThere,
  runRow,
  type RunRow,
  runRows,
  tickLine,
  updateMobilisation,
} from './mobilisation.queries.js';
import type { MobilisationBody, MobilisationRunBody, NewMobilisation, NewTick } from './mobilisation.schema.js';

/** What to do first when something happens at a place: functions to call, steps to tick, a log of each use. */
@Injectable()
export class MobilisationsService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<MobilisationBody[]> {
    return this.database.withTenant(actor, (manager) => this.read(manager, actor, null));
  }

  async create(actor: Actor, input: NewMobilisation): Promise<MobilisationBody> {
    const id = newId();
    return this.database.withTenant(actor, async (manager) => {
      const routine = await this.checked(manager, actor, input);
      await insertMobilisation(manager, actor.municipalityCode, { ...routine, id, accountId: actor.accountId });
      await audit(manager, actor, { action: 'create', subject: 'mobilisation', subjectId: id });
      return this.one(manager, actor, id);
    });
  }

  /** Changes a routine over the version that was read. What was started before keeps its lines. */
  async change(actor: Actor, id: string, version: number, input: NewMobilisation): Promise<MobilisationBody> {
    return this.database.withTenant(actor, async (manager) => {
      await this.one(manager, actor, id);
      const routine = await this.checked(manager, actor, input);
      if ((await updateMobilisation(manager, actor.municipalityCode, { ...routine, id, version })) === 0)
        throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, { action: 'update', subject: 'mobilisation', subjectId: id });
      return this.one(manager, actor, id);
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      if ((await deleteMobilisation(manager, actor.municipalityCode, id)) === 0) throw new DomainError('not-found');
      await audit(manager, actor, { action: 'delete', subject: 'mobilisation', subjectId: id });
    });
  }

  /** Starts a routine: from now on it is known who did what when. */
  async start(actor: Actor, mobilisationId: string): Promise<MobilisationRunBody> {
    const id = newId();
    return this.database.withTenant(actor, async (manager) => {
      const { calls, steps } = await this.one(manager, actor, mobilisationId);
      const { accountId, organisationId } = actor;
      const row = { id, mobilisationId, organisationId, accountId, lines: linesOf({ calls, steps }) };
      await insertRun(manager, actor.municipalityCode, row);
      await audit(manager, actor, { action: 'run', subject: 'mobilisation', subjectId: mobilisationId });
      return this.run(manager, actor, id);
    });
  }

  /** Ticks a line of what is under way, or takes the tick away. Throws `mobilisation-ended`. */
  async tick(actor: Actor, id: string, { line, done }: NewTick): Promise<MobilisationRunBody> {
    return this.database.withTenant(actor, async (manager) => {
      const run = await this.run(manager, actor, id);
      if (line >= run.lines.length)
        throw new DomainError('invalid-request', {}, [{ pointer: '/line', code: 'unknown-choice' }]);
      const { organisationId } = actor;
      if ((await tickLine(manager, actor.municipalityCode, { id, line, done, organisationId })) === 0)
        throw new DomainError('mobilisation-ended');
      await audit(manager, actor, {
        action: 'update',
        subject: 'mobilisation_run',
        subjectId: id,
        facts: { line, done },
      });
      return this.run(manager, actor, id);
    });
  }

  /** Ends what is under way. Twice is as once. */
  async end(actor: Actor, id: string): Promise<MobilisationRunBody> {
    return this.database.withTenant(actor, async (manager) => {
      await this.run(manager, actor, id);
      if ((await endRun(manager, actor.municipalityCode, id)) > 0)
        await audit(manager, actor, {
          action: 'update',
          subject: 'mobilisation_run',
          subjectId: id,
          facts: { ended: true },
        });
      return this.run(manager, actor, id);
    });
  }

  private async one(manager: EntityManager, actor: Actor, id: string): Promise<MobilisationBody> {
    const [body] = await this.read(manager, actor, id);
    if (!body) throw new DomainError('not-found');
    return body;
  }

  private async run(manager: EntityManager, actor: Actor, id: string): Promise<MobilisationRunBody> {
    const row = await runRow(manager, actor.municipalityCode, id);
    if (!row) throw new DomainError('not-found');
    return runBody(row);
  }

  private async read(manager: EntityManager, actor: Actor, id: string | null): Promise<MobilisationBody[]> {
    const rows = await mobilisationRows(manager, actor.municipalityCode, id);
    const runs = await runRows(manager, actor.municipalityCode, rows.map((row) => row.id)); // prettier-ignore
    return rows.map((row) => routineBody(row, runs));
  }

  /** The routine as it is stored: no persons, numbers of functions only, at a place of the register. */
  private async checked(manager: EntityManager, actor: Actor, input: NewMobilisation) {
    const faults: FieldFault[] = [];
    refusePersonalData({ '/name': input.name });
    for (const step of input.steps) refusePersonalData({ '/steps': step });
    for (const [at, call] of input.calls.entries()) {
      refusePersonalData({
        [`/calls/${at}/function`]: call.function,
        [`/calls/${at}/organisation`]: call.organisation,
      });
      if (call.phone !== null && functionNumber(call.phone) === null)
        faults.push({ pointer: `/calls/${at}/phone`, code: 'function-number-wrong' });
    }
    if (!(await placeThere(manager, actor.municipalityCode, input.placeId)))
      faults.push({ pointer: '/placeId', code: 'unknown-place' });
    if (faults.length > 0) throw new DomainError('invalid-request', {}, faults);
    return input;
  }
}

function routineBody(row: MobilisationRow, runs: readonly RunRow[]): MobilisationBody {
  return {
    id: row.id,
    version: row.version,
    place: { id: row.place_id, name: row.place, kind: row.place_kind },
    name: row.name,
    calls: row.calls.map((call) => ({ ...call })),
    steps: [...row.steps],
    runs: runs.filter((run) => run.mobilisation_id === row.id).map(runBody),
  };
}

function runBody(row: RunRow): MobilisationRunBody {
  return {
    id: row.id,
    version: row.version,
    mobilisationId: row.mobilisation_id,
    organisation: row.organisation,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    lines: row.lines.map((line, at) => ({ ...line, ticked: row.ticks[at] ?? null })),
  };
}
