import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { accessProblems } from '../access/access.problems.js';
import { actionProblems } from '../actions/action.problems.js';
import { assessmentProblems } from '../assessments/assessment.problems.js';
import { calendarProblems } from '../calendar/calendar.problems.js';
import { deviceProblems } from '../devices/device.problems.js';
import { faultProblems } from '../faults/fault.problems.js';
import { coverageProblems } from '../coverage/coverage.problems.js';
import { baselineProblems } from '../baselines/baseline.problems.js';
import { analysisProblems } from '../analyses/analysis.problems.js';
import { hotspotProblems } from '../hotspots/hotspot.problems.js';
import { importProblems } from '../imports/import.problems.js';
import { incidentProblems } from '../incidents/incident.problems.js';
import { meetingProblems } from '../meetings/meeting.problems.js';
import { municipalityProblems } from '../municipalities/municipality.problems.js';
import { presenceProblems } from '../presence/presence.problems.js';
import { promiseProblems } from '../promises/promise.problems.js';
import { reminderProblems } from '../reminders/reminder.problems.js';
import { registerProblems } from '../registers/register.problems.js';
import { reviewProblems } from '../reviews/review.problems.js';
import { situationProblems } from '../situation/situation.problems.js';
import { tileProblems } from '../tiles/tile.problems.js';
import { viewProblems } from '../views/view.problems.js';
import { DomainError, type Facts, type FieldFault, type ProblemTable } from './domain-error.js';
import { type Language, languageOf } from './language.js';
import { generalProblems } from './problem-texts.js';

/** The one table from a rule's code to HTTP and to words. */
export const problems: ProblemTable = {
  ...generalProblems,
  ...accessProblems,
  ...municipalityProblems,
  ...incidentProblems,
  ...deviceProblems,
  ...faultProblems,
  ...importProblems,
  ...baselineProblems,
  ...hotspotProblems,
  ...analysisProblems,
  ...promiseProblems,
  ...situationProblems,
  ...registerProblems,
  ...reviewProblems,
  ...coverageProblems,
  ...reminderProblems,
  ...assessmentProblems,
  ...calendarProblems,
  ...meetingProblems,
  ...viewProblems,
  ...tileProblems,
  ...actionProblems,
  ...presenceProblems,
};

/** What every error of the API looks like: RFC 9457, in the reader's language. */
export const problemSchema = z.object({
  type: z.string().describe('The address of the problem in docs/problems.md'),
  code: z.string().describe('The stable code that programs may compare with'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional().describe('The id of the request, as in the log'),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
});

export type Problem = z.infer<typeof problemSchema>;
/** The words of a code with its facts filled in. */
export function problemText(
  code: string,
  facts: Facts,
  language: Language,
): { title: string; detail: string; status: number } {
  const text = problems[code] ?? generalProblems['unexpected']!;
  const index = language === 'sv' ? 0 : 1;
  const fill = (template: string) => template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
  return { title: fill(text.title[index]), detail: fill(text.detail[index]), status: text.status };
}

/** Validation faults of a schema as fields of a problem. */
export function fromIssues(issues: readonly StandardSchemaV1.Issue[]): DomainError {
  return new DomainError('invalid-request', {}, issues.map(fieldFault));
}

function fieldFault(issue: StandardSchemaV1.Issue & { code?: string; input?: unknown }): FieldFault {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  const pointer =
    path.length === 0 ? '' : `/${path.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
  // A schema may name a code of the table as its message; zod's own messages are in no language that we promise.
  if (problems[issue.message]) return { pointer, code: issue.message };
  const codes: Record<string, string> = {
    too_small: 'too-small',
    too_big: 'too-big',
    invalid_value: 'unknown-choice',
    invalid_type: /received undefined|received null/.test(issue.message) ? 'missing' : 'wrong-form',
  };
  return { pointer, code: codes[issue.code ?? ''] ?? 'wrong-form' };
}

const byStatus: Record<number, string> = {
  400: 'not-readable',
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  415: 'wrong-media-type',
};

/** Unique and foreign keys that a person can run into have a code of their own; the rest are conflicts. */
const byConstraint: Record<string, string> = {
  baseline_name_unique: 'baseline-name-taken',
  hotspot_name_unique: 'hotspot-name-taken',
  hotspot_cluster_unique: 'cluster-already-taken',
  meeting_group_name_unique: 'meeting-group-name-taken',
  mobilisation_name_unique: 'mobilisation-name-taken',
  hotspot_problem_number_unique: 'changed-by-someone-else',
  hotspot_follow_up_number_unique: 'changed-by-someone-else',
  municipality_pk: 'municipality-exists',
  account_email_unique: 'email-taken',
};

function fromDatabase(error: { code?: string; constraint?: string }): DomainError | null {
  const code = error.code ?? '';
  if (code === '23505' || code === '23503') return new DomainError(byConstraint[error.constraint ?? ''] ?? 'conflict');
  // 23514 a check; class 22 values that the database cannot read as what they should be: years, characters, ranges.
  if (code === '23514' || code.startsWith('22')) return new DomainError('invalid-request');
  const away =
    /^(08|53|57)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'].includes(code);
  return away ? new DomainError('database-away') : null;
}

/** Everything that can be thrown, as a domain error with a code of the table. */
export function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof HttpException) return new DomainError(byStatus[error.getStatus()] ?? 'unexpected');
  if (error instanceof Error) {
    const status = (error as { status?: number }).status;
    if (status && byStatus[status]) return new DomainError(byStatus[status]);
    const database = fromDatabase(error as { code?: string; constraint?: string });
    if (database) return database;
    if (/Connection terminated|timeout exceeded when trying to connect|Connection ended/i.test(error.message)) {
      return new DomainError('database-away');
    }
  }
  return new DomainError('unexpected');
}

/** Turns whatever was thrown into application/problem+json; nothing of the database or of a person goes with it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request & { id?: string }>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = toDomainError(thrown);
    const language = languageOf(request.headers['accept-language']);
    const { title, detail, status } = problemText(error.code, error.facts, language);
    if (error.code === 'unexpected') this.report(thrown, request.id);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const body: Problem = {
      ...error.members,
      type: `/docs/problems#${error.code}`,
      code: error.code,
      title,
      status,
      detail,
      ...(request.id ? { instance: request.id } : {}),
      ...(error.fields.length > 0 ? { errors: error.fields.map((field) => this.field(field, language)) } : {}),
    };
    if (error.code === 'too-many-attempts') response.setHeader('Retry-After', String(error.facts['seconds'] ?? 60));
    response.status(status).type('application/problem+json').send(JSON.stringify(body));
  }

  private field(fault: FieldFault, language: Language) {
    return {
      pointer: fault.pointer,
      code: fault.code,
      detail: problemText(fault.code, fault.facts ?? {}, language).detail,
    };
  }

  /** The stack names code, not data; the message may hold a row and is left out. */
  private report(thrown: unknown, requestId: string | undefined): void {
    const error = thrown instanceof Error ? thrown : new Error('not an error');
    const stack = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
    this.logger.error({ requestId, type: error.name, code: (error as { code?: string }).code, stack }, 'unexpected');
  }
}
