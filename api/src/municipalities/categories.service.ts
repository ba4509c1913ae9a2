import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { refusePersonalData } from '../app/stored-text.js';
import {
  insertSubcategory,
  listedCategories,
  listedSeverities,
  orderCategories,
  orderSubcategories,
  type SubcategoryKey,
  updateCategory,
  updateSeverity,
  updateSubcategory,
} from './category.queries.js';
import type { CategoryEdit, CategoryList, ListChangesAsked, SeverityEdit, SubcategoryEdit } from './category.schema.js';
import { keepBefore, listChanges, listVersion, takeList } from './list-version.queries.js';
import { ownCode, sameCodes } from './own-code.js';

const list = 'categories';

/** What is changed, and over which version of the list. */
interface Change {
  readonly actor: Actor;
  readonly version: number;
}

/**
 * The municipality's own names, order, severity and kind for the shared codes. Reports keep the code and the severity
 * they were made with; what is changed here is how they are called from now on, and what new ones get.
 */
@Injectable()
export class CategoriesService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<CategoryList> {
    return this.database.withTenant(actor, (manager) => body(manager, actor.municipalityCode));
  }

  async edit(change: Change, code: string, edit: CategoryEdit): Promise<CategoryList> {
    refusePersonalData({ '/name/sv': edit.name.sv, '/name/en': edit.name.en });
    return this.write(change, code, async (manager, now) => {
      const before = now.categories.find((one) => one.code === code);
      if (!before) throw new DomainError('not-found');
      checkName(
        edit.name.sv,
        now.categories.filter((one) => one.code !== code),
      );
      await updateCategory(manager, change.actor.municipalityCode, { ...edit, category: code });
      const { subcategories, ...own } = before;
      return { ...own, count: subcategories.length };
    });
  }

  async editSub(change: Change, { category, sub }: SubcategoryKey, edit: SubcategoryEdit): Promise<CategoryList> {
    refusePersonalData({ '/name/sv': edit.name.sv, '/name/en': edit.name.en });
    return this.write(change, `${category}/${sub}`, async (manager, now) => {
      const there = categoryOf(now, category).subcategories;
      const before = there.find((one) => one.code === sub);
      if (!before) throw new DomainError('not-found');
      checkName(
        edit.name.sv,
        there.filter((one) => one.code !== sub),
      );
      await updateSubcategory(manager, change.actor.municipalityCode, { ...edit, category, sub });
      return before;
    });
  }

  async addSub(change: Change, code: string, edit: SubcategoryEdit): Promise<CategoryList> {
    refusePersonalData({ '/name/sv': edit.name.sv, '/name/en': edit.name.en });
    return this.write(change, code, async (manager, now) => {
      const there = categoryOf(now, code).subcategories;
      checkName(edit.name.sv, there);
      const sub = ownCode(edit.name.sv, new Set(there.map((one) => one.code)));
      await insertSubcategory(manager, change.actor.municipalityCode, { ...edit, category: code, sub });
      return { added: sub };
    });
  }

  async order(change: Change, codes: readonly string[]): Promise<CategoryList> {
    return this.write(change, 'order', async (manager, now) => {
      const there = now.categories.map((one) => one.code);
      checkOrder(codes, there);
      await orderCategories(manager, change.actor.municipalityCode, codes);
      return { order: there };
    });
  }

  async orderSubs(change: Change, code: string, codes: readonly string[]): Promise<CategoryList> {
    return this.write(change, `${code}/order`, async (manager, now) => {
      const there = categoryOf(now, code).subcategories.map((one) => one.code);
      checkOrder(codes, there);
      await orderSubcategories(manager, change.actor.municipalityCode, { category: code, codes });
      return { order: there };
    });
  }

  async editSeverity(change: Change, level: number, edit: SeverityEdit): Promise<CategoryList> {
    refusePersonalData({ '/name/sv': edit.name.sv, '/name/en': edit.name.en });
    return this.write(change, `severity/${level}`, async (manager, now) => {
      const before = now.severities.find((one) => one.level === level);
      if (!before) throw new DomainError('not-found');
      await updateSeverity(manager, change.actor.municipalityCode, { ...edit, level });
      return before;
    });
  }

  /** What rows of a list were before they were changed. */
  async changes(actor: Actor, asked: ListChangesAsked) {
    const rows = await this.database.withTenant(actor, (manager) =>
      listChanges(manager, actor.municipalityCode, { list: asked.list, subjectId: asked.subjectId ?? null }),
    );
    return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
  }

  /** One change: the list is taken, changed, and what was there before is kept. */
  private async write(
    { actor, version }: Change,
    subjectId: string,
    work: (manager: EntityManager, now: CategoryList) => Promise<object>,
  ): Promise<CategoryList> {
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const now = await body(manager, code);
      await takeList(manager, code, { list, version });
      const before = await work(manager, now);
      await keepBefore(manager, actor, { list, subjectId, before });
      await audit(manager, actor, { action: 'update', subject: 'category', subjectId });
      return body(manager, code);
    });
  }
}

async function body(manager: EntityManager, code: number): Promise<CategoryList> {
  return {
    version: await listVersion(manager, code, list),
    severities: await listedSeverities(manager, code),
    categories: await listedCategories(manager, code),
  };
}

function categoryOf(now: CategoryList, code: string): CategoryList['categories'][number] {
  const found = now.categories.find((one) => one.code === code);
  if (!found) throw new DomainError('not-found');
  return found;
}

function checkName(name: string, others: readonly { readonly name: { readonly sv: string } }[]): void {
  if (others.some((one) => one.name.sv.toLowerCase() === name.toLowerCase()))
    throw new DomainError('name-taken', { name }, [{ pointer: '/name/sv', code: 'name-is-taken' }]);
}

function checkOrder(codes: readonly string[], there: readonly string[]): void {
  if (!sameCodes(codes, there))
    throw new DomainError('order-incomplete', {}, [{ pointer: '/codes', code: 'unknown-choice' }]);
}
