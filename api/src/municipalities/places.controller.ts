import { Body, Controller, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { type PlaceEdit, placeEdit, type PlaceList, placeList, placeMerge } from './place.schema.js';
import { PlacesService } from './places.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };
const read = { name: 'If-Match', required: true, description: 'The ETag of the list that was read' };

@ApiTags('lists')
@Controller('api/v1/municipalities/:code')
export class PlacesController {
  constructor(private readonly places: PlacesService) {}

  /** The named places as rows to change, merged ones too. */
  @Get('place-list')
  @Requires('list:write')
  @ApiOkResponse({ standardSchema: placeList })
  async list(@Param('code', code) _code: string, @TheActor() actor: Actor, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.places.list(actor));
  }

  /** Adds a named place. */
  @Post('place-list')
  @HttpCode(200)
  @Requires('list:write')
  @ApiHeader(read)
  @ApiOkResponse({ standardSchema: placeList })
  async add(@Param('code', code) _code: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: placeEdit }) body: PlaceEdit, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.places.save({ actor, version }, null, body));
  }

  /** Changes what a place is called and where it lies. */
  @Put('place-list/:id')
  @Requires('list:write')
  @ApiHeader(read)
  @ApiOkResponse({ standardSchema: placeList })
  async save(@Param('code', code) _code: string, @Param('id', id) placeId: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: placeEdit }) body: PlaceEdit, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.places.save({ actor, version }, placeId, body));
  }

  /** Says that a place is the same as another, or takes that back. */
  @Put('place-list/:id/merge')
  @Requires('list:write')
  @ApiHeader(read)
  @ApiOkResponse({ standardSchema: placeList })
  async merge(@Param('code', code) _code: string, @Param('id', id) placeId: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: placeMerge }) body: { into: string | null }, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.places.merge({ actor, version }, placeId, body.into));
  }
} // prettier-ignore

function tagged(response: Response, body: PlaceList): PlaceList {
  response.setHeader('ETag', etagOf(body.version));
  // Rows also change by files and other doors, which the version does not count: a browser must not answer from its own store.
  response.setHeader('Cache-Control', 'no-store');
  return body;
}
