import {
  Body,
  Controller,
  Get,
  Header,
  Param,
  Post,
  Put,
  Query,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { type Language, TheLanguage } from '../app/language.js';
import {
  columnChoice,
  type ColumnChoice,
  importDetail,
  type ImportDetail,
  importRows,
  importSummary,
  newImport,
  type NewImport,
  newTable,
  type NewTable,
  rowsQuery,
  type RowsQuery,
} from './import.schema.js';
import { ImportsService } from './imports.service.js';
import type { ReceivedFile } from './uploads.service.js'; // prettier-ignore

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('imports')
@Controller('api/v1/municipalities/:code/imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  /** Reads a file and answers with what would become of its rows; nothing of them is stored yet. */
  @Post()
  @Requires('import:run')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'source'],
      properties: {
        file: { type: 'string', format: 'binary' },
        source: { type: 'string', enum: ['police', 'external'] },
        kind: { type: 'string', enum: ['points', 'counts'] },
        period: { type: 'string' },
      },
    },
  })
  @ApiCreatedResponse({ standardSchema: importDetail })
  async create(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @UploadedFile() file: ReceivedFile | undefined,
    @Body({ schema: newImport }) body: NewImport,
    @Res({ passthrough: true }) response: Response,
  ) {
    return tagged(response, await this.imports.create(actor, file, body, language));
  }

  /** Reads a pasted table area x category x period and answers with what it would become. */
  @Post('tables')
  @Requires('import:run')
  @ApiCreatedResponse({ standardSchema: importDetail })
  createTable(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: newTable }) body: NewTable,
  ) {
    return this.imports.createTable(actor, body, language);
  }

  /** The latest imports. */
  @Get()
  @Requires('import:read')
  @ApiOkResponse({ standardSchema: z.array(importSummary) })
  list(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.imports.list(actor);
  }

  /** One import: its preview, its progress or its result. */
  @Get(':id')
  @Requires('import:read')
  @ApiOkResponse({ standardSchema: importDetail })
  async get(
    @Param('code', code) _code: string,
    @Param('id', id) importId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ) {
    return tagged(response, await this.imports.get(actor, importId, language));
  }

  /** Says what each column is; the whole file is read again. */
  @Put(':id/mapping')
  @Requires('import:run')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ standardSchema: importDetail })
  async changeMapping(
    @Param('code', code) _code: string,
    @Param('id', id) importId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @IfMatch() version: number,
    @Body({ schema: columnChoice }) choice: ColumnChoice,
    @Res({ passthrough: true }) response: Response,
  ) {
    return tagged(response, await this.imports.changeMapping(actor, { id: importId, version, choice }, language));
  }

  /** Starts the import; its progress is read on the import itself. */
  @Post(':id/start')
  @Requires('import:run')
  @ApiCreatedResponse({ standardSchema: importDetail })
  start(
    @Param('code', code) _code: string,
    @Param('id', id) importId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.imports.start(actor, importId, language);
  }

  /** Stops an import that is not finished; nothing of it remains. */
  @Post(':id/cancel')
  @Requires('import:run')
  @ApiCreatedResponse({ standardSchema: importDetail })
  cancel(
    @Param('code', code) _code: string,
    @Param('id', id) importId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.imports.cancel(actor, importId, language);
  }

  /** Takes a whole import back and says in numbers what was removed and restored. */
  @Post(':id/undo')
  @Requires('import:run')
  @ApiCreatedResponse({ standardSchema: importDetail })
  undo(
    @Param('code', code) _code: string,
    @Param('id', id) importId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.imports.undo(actor, importId, language);
  }

  /** What became of each row, and why. */
  @Get(':id/rows')
  @Requires('import:read')
  @ApiOkResponse({ standardSchema: importRows })
  rows(
    @Param('code', code) _code: string,
    @Param('id', id) importId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Query({ schema: rowsQuery }) query: RowsQuery,
  ) {
    return this.imports.rows(actor, importId, query, language);
  }

  /** The rejected rows as a CSV to mend and send again. */
  @Get(':id/rows.csv')
  @Requires('import:read')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="rader-att-ratta.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  rejected(
    @Param('code', code) _code: string,
    @Param('id', id) importId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.imports.rejectedCsv(actor, importId, language);
  }
}

function tagged(response: Response, body: ImportDetail): ImportDetail {
  response.setHeader('ETag', etagOf(body.version));
  return body;
}
