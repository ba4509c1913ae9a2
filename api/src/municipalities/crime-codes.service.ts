import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { refusePersonalData } from '../app/stored-text.js';
import { classify } from '../imports/crime-codes.js';
import { sensitiveCodes } from '../imports/sensitive-codes.js';
import { listedCategories } from './category.queries.js';
import type { CategoryList } from './category.schema.js';
import { type CrimeCodeLine, type KnownCategories, readCrimeCodes } from './crime-code-file.js';
import { deleteCrimeCode, ownCrimeCodes, saveCrimeCodes } from './crime-code.queries.js';
import type { CrimeCodeEdit, CrimeCodeList } from './crime-code.schema.js';
import { keepBefore, listVersion, takeList } from './list-version.queries.js';

const list = 'crime-codes';

interface Change {
  readonly actor: Actor;
  readonly version: number;
}

/**
 * The municipality's own rows of the crime-code table: where a code belongs, and whether place and hour are held back for
 * it too. The codes for which they always are cannot be taken from that list here; a code that was added to it only with a reason.
 */
@Injectable()
export class CrimeCodesService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<CrimeCodeList> {
    return this.database.withTenant(actor, (manager) => body(manager, actor.municipalityCode));
  }

  async save(change: Change, crimeCode: string, edit: CrimeCodeEdit): Promise<CrimeCodeList> {
    refusePersonalData({ '/reason': edit.reason });
    return this.write(change, async (manager, rows) => {
      checkCategory(await listedCategories(manager, change.actor.municipalityCode), edit);
      const before = rows.find((one) => one.code === crimeCode);
      if (before?.sensitive && !edit.sensitive && !edit.reason)
        throw new DomainError('sensitive-needs-reason', {}, [{ pointer: '/reason', code: 'missing' }]);
      const { category, subcategory, sensitive, reason } = edit;
      await saveCrimeCodes(manager, change.actor.municipalityCode, [
        { code: crimeCode, category, subcategory, sensitive },
      ]);
      await keepBefore(manager, change.actor, { list, subjectId: crimeCode, before: { ...before, reason } });
      return { crimeCode, count: 1, facts: { sensitive, reasonGiven: reason !== null && reason !== '' } };
    });
  }

  /** Takes a row of the municipality's own away: the code follows the standard table again. */
  async remove(change: Change, crimeCode: string): Promise<CrimeCodeList> {
    return this.write(change, async (manager, rows) => {
      const before = rows.find((one) => one.code === crimeCode);
      if (!before) throw new DomainError('not-found');
      if (before.sensitive) throw new DomainError('sensitive-stays');
      await deleteCrimeCode(manager, change.actor.municipalityCode, crimeCode);
      await keepBefore(manager, change.actor, { list, subjectId: crimeCode, before });
      return { crimeCode, count: 1, facts: { removed: true } };
    });
  }

  /** Adds and changes rows from a file: all of them, or none and the faults by line. */
  async bring(change: Change, text: string): Promise<CrimeCodeList> {
    return this.write(change, async (manager, rows) => {
      const known = knownCategories(await listedCategories(manager, change.actor.municipalityCode));
      const { lines, faults } = readCrimeCodes(text, known);
      const [first] = faults;
      if (first || lines.length === 0) throw fileFault(faults);
      const held = new Set(rows.filter(({ sensitive }) => sensitive).map(({ code }) => code));
      const loosened = lines.find(({ code, sensitive }) => held.has(code) && !sensitive);
      if (loosened) throw new DomainError('sensitive-stays-in-file', { code: loosened.code });
      await saveCrimeCodes(manager, change.actor.municipalityCode, lines);
      const before = rows.filter(({ code }) => lines.some((line) => line.code === code));
      await keepBefore(manager, change.actor, { list, subjectId: 'file', before: { rows: before } });
      return { crimeCode: 'file', count: lines.length, facts: {} };
    });
  }

  private async write(
    { actor, version }: Change,
    work: (
      manager: EntityManager,
      rows: CrimeCodeLine[],
    ) => Promise<{ crimeCode: string; count: number; facts: object }>,
  ): Promise<CrimeCodeList> {
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      await takeList(manager, code, { list, version });
      const { crimeCode, count, facts } = await work(manager, await ownCrimeCodes(manager, code));
      await audit(manager, actor, { action: 'update', subject: 'crime-code', subjectId: crimeCode, count, facts });
      return body(manager, code);
    });
  }
}

async function body(manager: EntityManager, code: number): Promise<CrimeCodeList> {
  const rows = await ownCrimeCodes(manager, code);
  return {
    version: await listVersion(manager, code, list),
    codes: rows.map((row) => {
      const { known, category, subcategory } = classify(row.code, '');
      const standard = known ? { category, subcategory } : null;
      return { ...row, alwaysSensitive: sensitiveCodes.has(row.code), standard };
    }),
  };
}

function checkCategory(categories: CategoryList['categories'], { category, subcategory }: CrimeCodeEdit): void {
  const found = categories.find((one) => one.code === category);
  if (!found) throw new DomainError('invalid-request', {}, [{ pointer: '/category', code: 'unknown-choice' }]);
  if (subcategory !== null && !found.subcategories.some((one) => one.code === subcategory))
    throw new DomainError('invalid-request', {}, [{ pointer: '/subcategory', code: 'unknown-choice' }]);
}

function knownCategories(categories: CategoryList['categories']): KnownCategories {
  const named = (rows: readonly { code: string; name: { sv: string; en: string } }[]) =>
    new Map(
      rows.flatMap(({ code, name }) => [name.en, name.sv, code].map((one) => [one.toLowerCase(), code] as const)),
    );
  const all = named(categories);
  const subs = new Map(categories.map((one) => [one.code, named(one.subcategories)]));
  return {
    category: (text) => all.get(text) ?? null,
    subcategory: (category, text) => subs.get(category)?.get(text) ?? null,
  };
}

function fileFault(faults: ReturnType<typeof readCrimeCodes>['faults']): DomainError {
  if (faults.length === 0) return new DomainError('crime-code-file-empty', {}, [{ pointer: '/text', code: 'missing' }]);
  return new DomainError(
    'crime-code-file-faulty',
    { count: faults.length },
    faults.map(({ line, fault, cell }) => ({
      pointer: '/text',
      code: `crime-code-line-${fault}`,
      facts: { line, cell },
    })),
  );
}
