import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { PictureCopiesService } from './picture-copies.service.js';
import { newPictureCopy, type NewPictureCopy, pictureCopy } from './picture-copy.schema.js';

@ApiTags('views')
@Controller('api/v1/municipalities/:code/picture-copies')
export class PictureCopiesController {
  constructor(private readonly copies: PictureCopiesService) {}

  /** Writes down that the map or a chart is copied as a picture; answers with what the picture says of its source. */
  @Post()
  @Requires('municipality:read')
  @ApiCreatedResponse({ standardSchema: pictureCopy })
  log(
    @Param('code', { schema: municipalityCode }) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newPictureCopy }) body: NewPictureCopy,
  ) {
    return this.copies.log(actor, body);
  }
}
