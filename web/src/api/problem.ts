import type { Language } from '../ui/language.js';

/** RFC 9457 as the API writes it, in the language that was asked for. */
export interface Problem {
  /** A stable address whose last part names the problem, also when there is no page behind it. */
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** What is wrong in which field: `pointer` is a JSON Pointer (RFC 6901) into the body that was sent. */
  errors?: readonly { pointer: string; detail: string }[];
}

/** What every failed call throws. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
  }
}

/** Our own problem when no answer came at all. */
export const noContactType = 'urn:narbild:no-contact';

const words = {
  sv: {
    noContact: 'Ingen kontakt med servern',
    noContactDetail: 'Det du skrivit finns kvar. Vi försöker igen av oss själva.',
    unexpected: 'Det gick inte',
    unexpectedDetail: 'Något gick fel hos oss. Det du skrivit finns kvar. Försök igen om en stund.',
  },
  en: {
    noContact: 'No contact with the server',
    noContactDetail: 'What you typed is still here. We keep trying by ourselves.',
    unexpected: 'It did not work',
    unexpectedDetail: 'Something went wrong on our side. What you typed is still here. Try again in a while.',
  },
} as const;

/** The problem of a call that never reached the server. */
export function noContactProblem(language: Language): Problem {
  return { type: noContactType, status: 0, title: words[language].noContact, detail: words[language].noContactDetail };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readErrors(value: unknown): { pointer: string; detail: string }[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .flatMap(({ pointer, detail }) =>
      typeof pointer === 'string' && typeof detail === 'string' ? [{ pointer, detail }] : [],
    );
}

/**
 * Reads a failed answer's body as a problem. A body that is not one (a proxy's page, nothing at all) becomes a problem
 * with our own words, so that no caller has to think of it.
 */
export function readProblem(body: unknown, status: number, language: Language): Problem {
  if (!isRecord(body) || typeof body['title'] !== 'string') {
    return {
      type: 'about:blank',
      status,
      title: words[language].unexpected,
      detail: words[language].unexpectedDetail,
    };
  }
  const errors = readErrors(body['errors']);
  return {
    type: typeof body['type'] === 'string' ? body['type'] : 'about:blank',
    status,
    title: body['title'],
    ...(typeof body['detail'] === 'string' ? { detail: body['detail'] } : {}),
    ...(errors.length === 0 ? {} : { errors }),
  };
}

/** The last part of the problem's type: `stale-version` of `https://…/problems#stale-version`. */
export function problemName(problem: Problem): string {
  return problem.type.split(/[#/:]/).at(-1) ?? '';
}

/** `/location/coordinates/0` as react-hook-form names a field: `location.coordinates.0`. */
export function fieldName(pointer: string): string {
  return pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

/** Turns what was thrown into a problem, whatever it was. */
export function problemOf(error: unknown, language: Language): Problem {
  return error instanceof ProblemError ? error.problem : readProblem(null, 0, language);
}
