import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { CalendarActivitiesService } from './calendar-activities.service.js';
import { activityRows, leaveSuggestion, leftSuggestions, wantSuggestion } from './calendar.queries.js';
import type { CalendarSuggestion, TakenSuggestions } from './calendar.schema.js';
import { type Suggestion, suggestionOf, suggestions } from './default-activity.js';
import { ruleWords } from './recurrence-words.js';

/** What a municipality may take into its wheel, or leave. */
@Injectable()
export class CalendarSuggestionsService {
  constructor(
    private readonly database: Database,
    private readonly activities: CalendarActivitiesService,
  ) {}

  async list(actor: Actor, language: Language): Promise<CalendarSuggestion[]> {
    return this.database.withTenant(actor, (manager) => this.bodies(manager, actor, language));
  }

  /** Takes suggestions as they are; one that is taken already stays as it is. */
  async take(actor: Actor, { codes }: TakenSuggestions, language: Language): Promise<CalendarSuggestion[]> {
    const chosen = codes.map((code, index) => {
      const suggestion = suggestionOf(code);
      const fault = suggestion === undefined ? 'unknown-suggestion' : suggestion.rule === null ? 'suggestion-asks' : null;
      if (fault) throw new DomainError('invalid-request', {}, [{ pointer: `/codes/${index}`, code: fault }]);
      return suggestion!;
    }); // prettier-ignore
    return this.database.withTenant(actor, async (manager) => {
      for (const suggestion of chosen) await this.activities.insert(manager, actor, activityOf(suggestion));
      return this.bodies(manager, actor, language);
    });
  }

  /** Says that a suggestion is not for this municipality, or that it may be shown again. */
  async leave(actor: Actor, code: string, left: boolean, language: Language): Promise<CalendarSuggestion[]> {
    if (!suggestionOf(code)) throw new DomainError('not-found');
    return this.database.withTenant(actor, async (manager) => {
      if (left) await leaveSuggestion(manager, actor.municipalityCode, code);
      else await wantSuggestion(manager, actor.municipalityCode, code);
      await audit(manager, actor, { action: left ? 'create' : 'delete', subject: 'calendar_suggestion_left', facts: { code } }); // prettier-ignore
      return this.bodies(manager, actor, language);
    });
  }

  private async bodies(manager: EntityManager, actor: Actor, language: Language): Promise<CalendarSuggestion[]> {
    const rows = await activityRows(manager, actor.municipalityCode);
    const taken = new Set(rows.map(({ suggestion }) => suggestion));
    const left = new Set(await leftSuggestions(manager, actor.municipalityCode));
    return suggestions.map(({ titleEnglish, rule, ...one }) => ({
      ...one,
      title: language === 'sv' ? one.title : titleEnglish,
      rule: rule as CalendarSuggestion['rule'],
      words: rule === null ? null : ruleWords(rule, language),
      state: taken.has(one.code) ? 'taken' : left.has(one.code) ? 'left' : 'open',
    }));
  }
}

function activityOf({ code, kind, title, rule, leadWeeks, parts }: Suggestion) {
  return {
    title,
    kind,
    rule: rule as NonNullable<CalendarSuggestion['rule']>,
    firstYear: null,
    lastYear: null,
    leadWeeks,
    organisationId: null,
    ownerFunction: null,
    parts,
    checklist: null,
    suggestion: code,
  };
}
