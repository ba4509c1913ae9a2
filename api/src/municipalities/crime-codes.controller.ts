import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import {
  type CrimeCodeEdit,
  crimeCodeEdit,
  crimeCodeFile,
  type CrimeCodeList,
  crimeCodeList,
  crimeCodeParam,
} from './crime-code.schema.js';
import { CrimeCodesService } from './crime-codes.service.js';

const code = { schema: municipalityCode };
const key = { schema: crimeCodeParam };
const read = { name: 'If-Match', required: true, description: 'The ETag of the list that was read' };

@ApiTags('lists')
@Controller('api/v1/municipalities/:code/crime-codes')
export class CrimeCodesController {
  constructor(private readonly codes: CrimeCodesService) {}

  /** The municipality's own rows of the crime-code table. */
  @Get()
  @Requires('list:write')
  @ApiOkResponse({ standardSchema: crimeCodeList })
  async list(@Param('code', code) _code: string, @TheActor() actor: Actor, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.codes.list(actor));
  }

  /** Says where a crime code belongs, and whether place and hour are held back. */
  @Put(':crimeCode')
  @Requires('list:write')
  @ApiHeader(read)
  @ApiOkResponse({ standardSchema: crimeCodeList })
  async save(@Param('code', code) _code: string, @Param('crimeCode', key) crimeCode: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: crimeCodeEdit }) body: CrimeCodeEdit, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.codes.save({ actor, version }, crimeCode, body));
  }

  /** Lets a crime code follow the standard table again. */
  @Delete(':crimeCode')
  @HttpCode(200)
  @Requires('list:write')
  @ApiHeader(read)
  @ApiOkResponse({ standardSchema: crimeCodeList })
  async remove(@Param('code', code) _code: string, @Param('crimeCode', key) crimeCode: string, @TheActor() actor: Actor, @IfMatch() version: number, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.codes.remove({ actor, version }, crimeCode));
  }

  /** Brings in rows from a CSV file: all or none. */
  @Post('file')
  @HttpCode(200)
  @Requires('list:write')
  @ApiHeader(read)
  @ApiOkResponse({ standardSchema: crimeCodeList })
  async bring(@Param('code', code) _code: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: crimeCodeFile }) body: { text: string }, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.codes.bring({ actor, version }, body.text));
  }
} // prettier-ignore

function tagged(response: Response, body: CrimeCodeList): CrimeCodeList {
  response.setHeader('ETag', etagOf(body.version));
  // Rows also change by files and other doors, which the version does not count: a browser must not answer from its own store.
  response.setHeader('Cache-Control', 'no-store');
  return body;
}
