import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { type Language, TheLanguage } from '../app/language.js';
import {
  alert,
  alertQuery,
  type AlertQuery,
  alertSeen,
  type AlertSeen,
  alertSettings,
  type AlertSettingsBody,
  newAlertSettings,
  type NewAlertSettings,
} from './alert.schema.js';
import { AlertsService } from './alerts.service.js';

const code = { schema: municipalityCode };

@ApiTags('analyses')
@Controller('api/v1/municipalities/:code/alerts')
export class AlertsController {
  constructor(private readonly alerts: AlertsService) {}

  /** What the nightly search has found among the rows that one's groups may see; the unseen first. */
  @Get()
  @Requires('alert:read')
  @ApiOkResponse({ standardSchema: z.array(alert) })
  list(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Query({ schema: alertQuery }) query: AlertQuery,
  ) {
    return this.alerts.list(actor, query, language);
  }

  /** From when the nightly search tells of something. */
  @Get('settings')
  @Requires('municipality:read')
  @ApiOkResponse({ standardSchema: alertSettings })
  async settings(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AlertSettingsBody> {
    return tagged(response, await this.alerts.settings(actor));
  }

  /** Changes from when the nightly search tells of something. */
  @Put('settings')
  @Requires('alert:settings')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ standardSchema: alertSettings })
  async saveSettings(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: newAlertSettings }) body: NewAlertSettings,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AlertSettingsBody> {
    return tagged(response, await this.alerts.saveSettings(actor, version, body));
  }

  /** Marks an alert as seen, with a note of what was decided. */
  @Post(':id/seen')
  @Requires('alert:read')
  @ApiCreatedResponse({ standardSchema: alert })
  see(
    @Param('code', code) _code: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: alertSeen }) body: AlertSeen,
  ) {
    return this.alerts.see(actor, id, body, language);
  }
}

function tagged(response: Response, body: AlertSettingsBody): AlertSettingsBody {
  response.setHeader('ETag', etagOf(body.version));
  return body;
}
