/** Points at the value that is wrong, as a JSON pointer into the request body (RFC 6901). */
export interface FieldFault {
  readonly pointer: string;
  /** A code with a heading in the problem table; the sentence comes from there. */
  readonly code: string;
  readonly facts?: Facts;
}

export type Facts = Readonly<Record<string, string | number>>;

/** What a rule refuses, said as a stable code and facts. It knows nothing of HTTP; `problem.ts` maps it. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly facts: Facts = {},
    readonly fields: readonly FieldFault[] = [],
    /** What the answer carries besides (RFC 9457, 3.2): never anything that the caller may not read. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** One entry of the problem table: what happened, what it means and what to do, in both languages. `{name}` takes a fact. */
export interface ProblemText {
  readonly status: number;
  readonly title: readonly [swedish: string, english: string];
  readonly detail: readonly [swedish: string, english: string];
}

export type ProblemTable = Readonly<Record<string, ProblemText>>;
