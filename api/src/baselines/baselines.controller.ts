import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { type Language, TheLanguage } from '../app/language.js';
import {
  baseline,
  type BaselineBody,
  baselineChange,
  type BaselineChange,
  baselineList,
  baselinePreview,
  baselinePreviewRequest,
  type BaselinePreviewRequest,
  baselineRemoval,
  baselineSurface,
  newBaseline,
  type NewBaseline,
} from './baseline.schema.js';
import { BaselineChangesService } from './baseline-changes.service.js';
import type { BaselineFile } from './baseline-reader.service.js'; // prettier-ignore
import { BaselinesService } from './baselines.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };
const limits = { fileSize: 20 * 1024 * 1024, files: 1, fields: 10, fieldSize: 10_000 };
interface FormField {
  type: 'string';
  format?: string;
  enum?: string[];
}

const previewFields: Record<string, FormField> = {
  file: { type: 'string', format: 'binary' },
  source: { type: 'string', enum: ['register', 'import'] },
  weights: { type: 'string' },
};
const newFields: Record<string, FormField> = {
  ...previewFields,
  name: { type: 'string' },
  asOf: { type: 'string', format: 'date' },
  replaces: { type: 'string', format: 'uuid' },
  fingerprint: { type: 'string' },
};

@ApiTags('baselines')
@Controller('api/v1/municipalities/:code/baselines')
export class BaselinesController {
  constructor(
    private readonly baselines: BaselinesService,
    private readonly changes: BaselineChangesService,
  ) {}

  /** The baselines in use: where people live, work and move, and how much each kind counts. */
  @Get()
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: baselineList })
  list(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.baselines.list(actor);
  }

  /** Reads a table of people, or the municipality's own registers, and answers with what it would become; nothing is stored. */
  @Post('previews')
  @HttpCode(200)
  @Requires('baseline:write')
  @UseInterceptors(FileInterceptor('file', { limits }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['source'], properties: previewFields } })
  @ApiOkResponse({ standardSchema: baselinePreview })
  preview(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @UploadedFile() file: BaselineFile | undefined,
    @Body({ schema: baselinePreviewRequest }) body: BaselinePreviewRequest,
  ) {
    return this.baselines.preview(actor, file, body, language);
  }

  /** Saves a baseline whole, or nothing of it. */
  @Post()
  @Requires('baseline:write')
  @UseInterceptors(FileInterceptor('file', { limits }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['source', 'name', 'asOf'], properties: newFields } })
  @ApiCreatedResponse({ standardSchema: baseline })
  async create(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @UploadedFile() file: BaselineFile | undefined,
    @Body({ schema: newBaseline }) body: NewBaseline,
    @Res({ passthrough: true }) response: Response,
  ) {
    return tagged(response, await this.changes.create(actor, file, body));
  }

  /** One baseline in use. */
  @Get(':id')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: baseline })
  async get(
    @Param('code', code) _code: string,
    @Param('id', id) baselineId: string,
    @TheActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ) {
    return tagged(response, await this.baselines.get(actor, baselineId));
  }

  /** Its surface as squares of 100 m; a level and never a number of people. */
  @Get(':id/surface')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: baselineSurface })
  surface(@Param('code', code) _code: string, @Param('id', id) baselineId: string, @TheActor() actor: Actor) {
    return this.baselines.surface(actor, baselineId);
  }

  /** Changes the name, the day and how much each kind counts. */
  @Put(':id')
  @Requires('baseline:write')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ standardSchema: baseline })
  async change(
    @Param('code', code) _code: string,
    @Param('id', id) baselineId: string,
    @TheActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: baselineChange }) body: BaselineChange,
    @Res({ passthrough: true }) response: Response,
  ) {
    return tagged(response, await this.changes.change(actor, { id: baselineId, version }, body));
  }

  /** Takes a baseline out of use and brings back what it replaced; says both in numbers. */
  @Delete(':id')
  @Requires('baseline:write')
  @ApiOkResponse({ standardSchema: baselineRemoval })
  remove(@Param('code', code) _code: string, @Param('id', id) baselineId: string, @TheActor() actor: Actor) {
    return this.changes.remove(actor, baselineId);
  }

  /** Brings back a baseline that was removed within thirty days. */
  @Post(':id/restorations')
  @Requires('baseline:write')
  @ApiCreatedResponse({ standardSchema: baseline })
  restore(@Param('code', code) _code: string, @Param('id', id) baselineId: string, @TheActor() actor: Actor) {
    return this.changes.restore(actor, baselineId);
  }
}

function tagged(response: Response, body: BaselineBody): BaselineBody {
  response.setHeader('ETag', etagOf(body.version));
  return body;
}
