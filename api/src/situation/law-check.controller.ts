import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { IfMatch } from '../app/etag.js';
import { type Language, TheLanguage } from '../app/language.js';
import {
  actionPlan,
  actionPlans,
  newActionPlan,
  type NewActionPlan,
  planDecision,
  type PlanDecision,
} from './action-plan.schema.js';
import { ActionPlansService } from './action-plans.service.js';
import { type LawPointId, lawPointIds } from './law.js';
import { lawCheck, newLawEvidence, type NewLawEvidence } from './law.schema.js';
import { LawCheckService } from './law-check.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };
const lawPoint = { schema: z.enum(lawPointIds) };

@ApiTags('situations')
@Controller('api/v1/municipalities/:code')
export class LawCheckController {
  constructor(
    private readonly law: LawCheckService,
    private readonly plans: ActionPlansService,
  ) {}

  /** What lagen (2023:196) asks for, each with its date and what shows it. */
  @Get('law-check')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: lawCheck })
  check(@Param('code', code) _code: string, @TheActor() actor: Actor, @TheLanguage() language: Language) {
    return this.law.get(actor, language);
  }

  /** Records a point that no record of the system shows. What was recorded before is kept. */
  @Put('law-check/:point')
  @Requires('situation:approve')
  @ApiOkResponse({ standardSchema: lawCheck })
  record(
    @Param('code', code) _code: string,
    @Param('point', lawPoint) point: LawPointId,
    @TheActor() actor: Actor,
    @Body({ schema: newLawEvidence }) input: NewLawEvidence,
    @TheLanguage() language: Language,
  ) {
    return this.law.record(actor, { point, input }, language);
  }

  /** The åtgärdsplaner with their rows, the latest period first. */
  @Get('action-plans')
  @Requires('action:read')
  @ApiOkResponse({ standardSchema: actionPlans })
  list(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.plans.list(actor);
  }

  /** Begins an åtgärdsplan as a draft. */
  @Post('action-plans')
  @Requires('situation:write')
  @ApiCreatedResponse({ standardSchema: actionPlan })
  create(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newActionPlan }) input: NewActionPlan,
  ) {
    return this.plans.create(actor, input);
  }

  /** Changes a draft; a decided plan stays as it was decided. */
  @Put('action-plans/:id')
  @Requires('situation:write')
  @ApiOkResponse({ standardSchema: actionPlan })
  change(
    @Param('code', code) _code: string,
    @Param('id', id) planId: string,
    @TheActor() actor: Actor,
    @Body({ schema: newActionPlan }) input: NewActionPlan,
    @IfMatch() seen: number,
  ) {
    return this.plans.change(actor, { id: planId, seen, input });
  }

  /** Records which body decided the plan and when. Decided plans for the same days are replaced by it. */
  @Put('action-plans/:id/decision')
  @Requires('situation:approve')
  @ApiOkResponse({ standardSchema: actionPlan })
  decide(
    @Param('code', code) _code: string,
    @Param('id', id) planId: string,
    @TheActor() actor: Actor,
    @Body({ schema: planDecision }) decision: PlanDecision,
    @IfMatch() seen: number,
  ) {
    return this.plans.decide(actor, { id: planId, seen, decision });
  }
}
