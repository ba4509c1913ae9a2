import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { type Language, TheLanguage } from '../app/language.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { newView, type NewView, view, type ViewBody, viewChange, type ViewChange } from './view.schema.js';
import { ViewsService } from './views.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('views')
@Controller('api/v1/municipalities/:code')
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  /** The saved views of the map: one’s own and those that are shared. */
  @Get('views')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: z.array(view) })
  list(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.views.list(actor);
  }

  /** Saves a view of the map, or freezes it with its figures and its picture. */
  @Post('views')
  @Requires('view:write')
  @ApiCreatedResponse({ standardSchema: view })
  async create(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newView }) body: NewView,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ViewBody> {
    return tagged(response, await this.views.create(actor, body));
  }

  /** One view; a frozen one only for those who may see all that it counts. */
  @Get('views/:id')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: view })
  async get(
    @Param('code', code) _code: string,
    @Param('id', id) viewId: string,
    @TheActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ViewBody> {
    return tagged(response, await this.views.get(actor, viewId));
  }

  /** Renames, shares or redraws a view of one’s own. */
  @Patch('views/:id')
  @Requires('view:write')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ standardSchema: view })
  async change(
    @Param('code', code) _code: string,
    @Param('id', id) viewId: string,
    @TheActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: viewChange }) body: ViewChange,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ViewBody> {
    return tagged(response, await this.views.change(actor, viewId, version, body));
  }

  /** Removes a view of one’s own. */
  @Delete('views/:id')
  @Requires('view:write')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Param('code', code) _code: string, @Param('id', id) viewId: string, @TheActor() actor: Actor) {
    return this.views.remove(actor, viewId);
  }

  /** What was seen when a view was frozen, as a drawing. */
  @Get('views/:id/picture')
  @Requires('map:read')
  @Header('Content-Type', 'image/svg+xml')
  @Header('Cache-Control', 'private, no-store')
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  picture(
    @Param('code', code) _code: string,
    @Param('id', id) viewId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.views.pictureOf(actor, viewId, language);
  }
}

function tagged(response: Response, body: ViewBody): ViewBody {
  response.setHeader('ETag', etagOf(body.version));
  return body;
}
