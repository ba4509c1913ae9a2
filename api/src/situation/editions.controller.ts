import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { IfMatch } from '../app/etag.js';
import { type Language, TheLanguage } from '../app/language.js';
import { type Audience, type SectionId, sectionIds } from './edition.js';
import {
  audience,
  edition,
  newPublishingDecision,
  type NewPublishingDecision,
  newSectionText,
  type NewSectionText,
  newVersion,
  type NewVersion,
  situationVersion,
  situationVersions,
  standingDecision,
} from './edition.schema.js';
import { EditionsService } from './editions.service.js';
import { PublicationsService } from './publications.service.js';
import { SituationVersionsService } from './situation-versions.service.js';

const code = { schema: municipalityCode };
const period = { schema: z.string().max(20) };
const told = { schema: audience };
const section = { schema: z.enum(sectionIds) };
const id = { schema: z.uuid() };

@ApiTags('situations')
@Controller('api/v1/municipalities/:code')
export class EditionsController {
  constructor(
    private readonly editions: EditionsService,
    private readonly versions: SituationVersionsService,
    private readonly publications: PublicationsService,
  ) {}

  /** The lägesbild of a period as text for an audience: as the figures tell it, and as it is edited. */
  @Get('situations/:period/editions/:audience')
  @Requires('situation:write')
  @ApiOkResponse({ standardSchema: edition })
  draft(
    @Param('code', code) _code: string,
    @Param('period', period) periodText: string,
    @Param('audience', told) toldTo: Audience,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.editions.draft(actor, { periodText, audience: toldTo }, language);
  }

  /** Edits a section in the reader's language; without a text, the figures tell it again. */
  @Put('situations/:period/editions/:audience/sections/:section')
  @Requires('situation:write')
  @ApiOkResponse({ standardSchema: edition })
  write(
    @Param('code', code) _code: string,
    @Param('period', period) periodText: string,
    @Param('audience', told) toldTo: Audience,
    @Param('section', section) edited: SectionId,
    @TheActor() actor: Actor,
    @Body({ schema: newSectionText }) input: NewSectionText,
    @IfMatch() seen: number,
    @TheLanguage() language: Language,
  ) {
    return this.editions.write(actor, { periodText, audience: toldTo, section: edited, seen, input }, language);
  }

  /** Approves the edition: it is frozen as a new version, with its content's digest. */
  @Post('situations/:period/editions/:audience/versions')
  @Requires('situation:approve')
  @ApiCreatedResponse({ standardSchema: situationVersion })
  async approve(
    @Param('code', code) _code: string,
    @Param('period', period) periodText: string,
    @Param('audience', told) toldTo: Audience,
    @TheActor() actor: Actor,
    @Body({ schema: newVersion }) input: NewVersion,
    @TheLanguage() language: Language,
  ) {
    return this.versions.get(
      actor,
      await this.editions.approve(actor, { periodText, audience: toldTo, input }, language),
    );
  }

  /** The approved versions of a period, the latest first. */
  @Get('situations/:period/versions')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: situationVersions })
  list(@Param('code', code) _code: string, @Param('period', period) periodText: string, @TheActor() actor: Actor) {
    return this.versions.list(actor, periodText);
  }

  /** The approved versions of all periods, the latest first. */
  @Get('situation-versions')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: situationVersions })
  all(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.versions.list(actor, null);
  }

  /** An approved version, as it was frozen. */
  @Get('situation-versions/:id')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: situationVersion })
  version(@Param('code', code) _code: string, @Param('id', id) versionId: string, @TheActor() actor: Actor) {
    return this.versions.get(actor, versionId);
  }

  /** The municipality's decision to publish figures below itself. */
  @Get('publishing-decision')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: standingDecision })
  decision(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.publications.decision(actor);
  }

  /** Records the decision, with its date, body and registration number. */
  @Put('publishing-decision')
  @Requires('situation:approve')
  @ApiOkResponse({ standardSchema: standingDecision })
  decide(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newPublishingDecision }) input: NewPublishingDecision,
  ) {
    return this.publications.decide(actor, input);
  }

  /** Withdraws the decision: from then on only figures of the whole municipality are published. */
  @Delete('publishing-decision')
  @Requires('situation:approve')
  @ApiOkResponse({ standardSchema: standingDecision })
  withdraw(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.publications.withdraw(actor);
  }
}
