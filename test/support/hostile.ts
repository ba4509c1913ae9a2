import fc from 'fast-check';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

type Random = fc.Arbitrary<unknown>;

const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);

/** A number that JSON can say and JavaScript cannot hold; written into the text by `jsonText`. */
const overflow = '<1e999>';
/** A member that must never reach a prototype; likewise written by `jsonText`. */
const prototype = { '<proto>': { installationAdministrator: true } };

/** What nobody means to send. */
export const hostile: Random = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  0.5,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  overflow,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udc00b',
  '👮🏽',
  'x'.repeat(20_000),
  '\u202e\ufeff',
  '0000-01-01',
  '275760-09-13',
  '2026-02-31',
  '9999-12-31',
  '0001-01-01',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-14:00',
  '2026-02-31T10:00:00Z',
  '2026-01-01T24:00:00+25:00',
  "'; DROP TABLE incident; --",
  '../../etc/passwd',
  '=1+1',
  'NaN',
  '-0',
  '1e400',
  '99999',
  '2026-W54',
  '0000-W01',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'not-a-uuid',
  [],
  {},
  ['a', 'b'],
  nested(500),
  prototype,
);

/** JSON of a hostile value, with what JavaScript itself cannot hold. */
export function jsonText(value: unknown): string {
  return (JSON.stringify(value) ?? 'null').replaceAll(`"${overflow}"`, '1e999').replaceAll('"<proto>"', '"__proto__"');
}

/** Values as a schema asks for them; a property whose name is in `known` takes one of those. */
export function fitting(
  schema: Schema,
  resolve: (ref: string) => Schema,
  known: Readonly<Record<string, readonly unknown[]>>,
): Random {
  const inner = (part: Schema): Random => fitting(part, resolve, known);
  if (schema.$ref) return inner(resolve(schema.$ref));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(inner));
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  if (type === 'object') {
    const fields = Object.entries(schema.properties ?? {}).map(
      ([name, part]) => [name, known[name] ? fc.constantFrom(...known[name]) : inner(part)] as const,
    );
    return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] });
  }
  if (type === 'array') {
    const least = schema.minItems ?? 0;
    return fc.array(inner(schema.items ?? {}), { minLength: least, maxLength: Math.max(least, 2) });
  }
  if (type === 'integer' || type === 'number') {
    const least = schema.minimum ?? 1;
    return fc.integer({ min: least, max: Math.max(least, 60) });
  }
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  return textFor(schema);
}

function textFor(schema: Schema): Random {
  if (schema.format === 'uuid') return fc.uuid({ version: 7 });
  if (schema.format === 'date') return fc.constantFrom('2025-01-01', '2026-05-01', '2026-12-31');
  if (schema.format === 'date-time') return fc.constantFrom('2026-05-01T12:00:00+02:00', '2026-06-01T00:00:00Z');
  if (schema.format === 'email') return fc.uuid().map((id) => `${id}@example.org`);
  return fc.constantFrom('Stationen', 'Åtgärd på torget', 'x'.repeat(Math.max(schema.minLength ?? 0, 12)));
}

/** A value with one of its parts, or the whole, taken away or exchanged for something hostile. */
export function spoiled(value: unknown, at: number, by: unknown): unknown {
  const places = pathsOf(value);
  const path = places[at % places.length]!;
  return exchange(value, path, at % 7 === 0 ? undefined : by);
}

function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  const below =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))
      : [];
  return [[...path], ...below];
}

function exchange(value: unknown, [first, ...rest]: readonly string[], by: unknown): unknown {
  if (first === undefined) return by;
  const entries = Object.entries(value as object).map(([key, part]) =>
    key === first ? ([key, exchange(part, rest, by)] as const) : ([key, part] as const),
  );
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}
