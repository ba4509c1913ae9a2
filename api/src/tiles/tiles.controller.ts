import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import {
  newTileView,
  type NewTileView,
  squareCollection,
  squareSide,
  squaresQuery,
  type SquaresQuery,
  tileEvent,
  tileNumber,
  tileQuery,
  tileView,
  tileZoom,
} from './tile.schema.js';
import { type TaggedTile, TilesService } from './tiles.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };
const zoom = { schema: tileZoom };
const number = { schema: tileNumber };
const shortId = {
  schema: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 48),
};
const vectorTile = 'application/vnd.mapbox-vector-tile';
const binary = { schema: { type: 'string', format: 'binary' } };

@ApiTags('map')
@Controller('api/v1/municipalities/:code')
export class TilesController {
  constructor(private readonly tiles: TilesService) {}

  /** Makes the key under which the tiles of a filter are fetched, with what the map shows in all. */
  @Post('tiles/views')
  @Requires('map:read')
  @ApiCreatedResponse({ standardSchema: tileView })
  open(@Param('code', code) _code: string, @TheActor() actor: Actor, @Body({ schema: newTileView }) body: NewTileView) {
    return this.tiles.open(actor, body.filter);
  }

  /** The reports of one event of a tile, by the id of its feature. */
  @Get('tiles/views/:id/events/:event')
  @Requires('incident:read')
  @ApiOkResponse({ standardSchema: tileEvent })
  event(
    @Param('code', code) _code: string,
    @Param('id', id) viewId: string,
    @Param('event', shortId) event: number,
    @TheActor() actor: Actor,
  ) {
    return this.tiles.event(actor, viewId, event);
  }

  /** One vector tile: the layer `events`, or `squares` where there are too many to be points. */
  @Get('tiles/events/:z/:x/:y')
  @Requires('map:read')
  @ApiProduces(vectorTile)
  @ApiOkResponse(binary)
  async eventTile(
    @Param('code', code) _code: string,
    @Param('z', zoom) z: number,
    @Param('x', number) x: number,
    @Param('y', number) y: number,
    @Query({ schema: tileQuery }) { view }: { view: string },
    @TheActor() actor: Actor,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    send(await this.tiles.tile(actor, view, { z, x, y }), request, response);
  }

  /** One vector tile of squares with this side, larger where there would be too many: the layer `squares`. */
  @Get('tiles/squares/:side/:z/:x/:y')
  @Requires('map:read')
  @ApiProduces(vectorTile)
  @ApiOkResponse(binary)
  async squareTile(
    @Param('code', code) _code: string,
    @Param('side', { schema: squareSide }) side: number,
    @Param('z', zoom) z: number,
    @Param('x', number) x: number,
    @Param('y', number) y: number,
    @Query({ schema: tileQuery }) { view }: { view: string },
    @TheActor() actor: Actor,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    send(await this.tiles.tile(actor, view, { z, x, y }, side), request, response);
  }

  /** Events counted in the squares of SCB's grid over the whole municipality. */
  @Get('squares')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: squareCollection })
  squares(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Query({ schema: squaresQuery }) query: SquaresQuery,
  ) {
    return this.tiles.squares(actor, query);
  }
}

/** A browser keeps a tile, and asks each time whether it still holds: rows change, and people sign out. */
function send(tile: TaggedTile, request: Request, response: Response): void {
  response.setHeader('ETag', tile.etag);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('Vary', 'Cookie');
  response.setHeader('X-Tile-Content', tile.side === null ? tile.content : `${tile.content};side=${tile.side}`);
  if (request.headers['if-none-match'] === tile.etag) {
    response.status(304).end();
    return;
  }
  response.type(vectorTile).send(Buffer.from(tile.bytes.buffer, tile.bytes.byteOffset, tile.bytes.byteLength));
}
