import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import {
  type CategoryEdit,
  categoryEdit,
  type CategoryList,
  categoryList,
  type CodeOrder,
  codeOrder,
  listChange,
  type ListChangesAsked,
  listChangesAsked,
  type SeverityEdit,
  severityEdit,
  type SubcategoryEdit,
  subcategoryEdit,
} from './category.schema.js';
import { CategoriesService } from './categories.service.js';

const code = { schema: municipalityCode };
const key = { schema: z.string().regex(/^[\w-]{1,40}$/, 'wrong-form') };
const level = { schema: z.coerce.number().int().min(1).max(3) };
const read = { name: 'If-Match', required: true, description: 'The ETag of the list that was read' };

@ApiTags('lists')
@Controller('api/v1/municipalities/:code')
export class CategoriesController {
  constructor(private readonly categories: CategoriesService) {}

  /** The categories, sub-categories and severities as rows to change, hidden ones too. */
  @Get('category-list')
  @Requires('list:write')
  @ApiOkResponse({ standardSchema: categoryList })
  async list(@Param('code', code) _code: string, @TheActor() actor: Actor, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.categories.list(actor));
  }

  /** Changes the names, kind, severity and use of a category; its code stays. */
  @Put('category-list/:category')
  @Requires('list:write')
  @ApiHeader(read)
  @ApiOkResponse({ standardSchema: categoryList })
  async edit(@Param('code', code) _code: string, @Param('category', key) category: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: categoryEdit }) body: CategoryEdit, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.categories.edit({ actor, version }, category, body));
  }

  /** Puts the categories in another order. */
  @Put('category-order')
  @Requires('list:write')
  @ApiHeader(read)
  @ApiOkResponse({ standardSchema: categoryList })
  async order(@Param('code', code) _code: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: codeOrder }) body: CodeOrder, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.categories.order({ actor, version }, body.codes));
  }

  /** Adds a sub-category of the municipality's own. */
  @Post('category-list/:category/subcategories')
  @HttpCode(200)
  @Requires('list:write')
  @ApiHeader(read)
  @ApiOkResponse({ standardSchema: categoryList })
  async addSub(@Param('code', code) _code: string, @Param('category', key) category: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: subcategoryEdit }) body: SubcategoryEdit, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.categories.addSub({ actor, version }, category, body));
  }

  /** Changes a sub-category; its code stays. */
  @Put('category-list/:category/subcategories/:sub')
  @Requires('list:write')
  @ApiHeader(read)
  @ApiOkResponse({ standardSchema: categoryList })
  async editSub(@Param('code', code) _code: string, @Param('category', key) category: string, @Param('sub', key) sub: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: subcategoryEdit }) body: SubcategoryEdit, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.categories.editSub({ actor, version }, { category, sub }, body));
  }

  /** Puts the sub-categories of a category in another order. */
  @Put('category-list/:category/subcategory-order')
  @Requires('list:write')
  @ApiHeader(read)
  @ApiOkResponse({ standardSchema: categoryList })
  async orderSubs(@Param('code', code) _code: string, @Param('category', key) category: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: codeOrder }) body: CodeOrder, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.categories.orderSubs({ actor, version }, category, body.codes));
  }

  /** Changes what a severity is called, and its weight in lists. */
  @Put('severities/:level')
  @Requires('list:write')
  @ApiHeader(read)
  @ApiOkResponse({ standardSchema: categoryList })
  async editSeverity(@Param('code', code) _code: string, @Param('level', level) severity: number, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: severityEdit }) body: SeverityEdit, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.categories.editSeverity({ actor, version }, severity, body));
  }

  /** What the rows of a list were before they were changed, the latest first. */
  @Get('list-changes')
  @Requires('list:write')
  @ApiOkResponse({ standardSchema: z.array(listChange) })
  changes(@Param('code', code) _code: string, @TheActor() actor: Actor, @Query({ schema: listChangesAsked }) query: ListChangesAsked) {
    return this.categories.changes(actor, query);
  }
} // prettier-ignore

function tagged(response: Response, body: CategoryList): CategoryList {
  response.setHeader('ETag', etagOf(body.version));
  // Rows also change by files and other doors, which the version does not count: a browser must not answer from its own store.
  response.setHeader('Cache-Control', 'no-store');
  return body;
}
