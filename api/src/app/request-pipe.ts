import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { DomainError } from './domain-error.js';
import { fromIssues } from './problem.js';

/** GeoJSON of a municipality is nine deep; what is deeper than this is an attack on whoever walks it. */
const deepest = 32;

interface Part {
  readonly value: unknown;
  readonly pointer: string;
  readonly depth: number;
}

/** Every value from outside: what no schema may let through is refused first, then the handler's own schema decides. */
export class RequestPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: fromIssues });
  }

  protected override validate<T = unknown>(
    value: unknown,
    schema: StandardSchemaV1,
    options?: Record<string, unknown>,
  ) {
    refuseUnstorable(value);
    return super.validate<T>(value, schema, options);
  }
}

/**
 * Throws `invalid-request` at the first text that PostgreSQL cannot hold as it is (NUL, half a surrogate pair), and at
 * nesting so deep that walking it would exhaust the stack.
 */
export function refuseUnstorable(value: unknown): void {
  const waiting: Part[] = [{ value, pointer: '', depth: 0 }];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (typeof part.value === 'string') refuseText(part.value, part.pointer);
    if (typeof part.value !== 'object' || part.value === null) continue;
    if (part.depth >= deepest) throw refusal('', 'wrong-form');
    for (const [key, below] of Object.entries(part.value)) {
      refuseText(key, part.pointer);
      const pointer = `${part.pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      waiting.push({ value: below, pointer, depth: part.depth + 1 });
    }
  }
}

function refuseText(text: string, pointer: string): void {
  if (/[\0\p{Surrogate}]/u.test(text)) throw refusal(pointer, 'unstorable-characters');
}

function refusal(pointer: string, code: string): DomainError {
  return new DomainError('invalid-request', {}, [{ pointer, code }]);
}
