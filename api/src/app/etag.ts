import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from './domain-error.js';

/** A row's version as it goes in the ETag header. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version that the caller read. Throws `version-needed` when it is missing or not of our form. */
export function readIfMatch(header: string | undefined): number {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '');
  if (!match) throw new DomainError('version-needed');
  return Number(match[1]);
}

/** The version in If-Match; what is saved over it must be that version still. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  readIfMatch(context.switchToHttp().getRequest<Request>().headers['if-match']),
);
