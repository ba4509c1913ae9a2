import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { connection } from '../../api/src/app/database.js';
import { createOpenApiDocument } from '../../api/src/app/openapi.js';
import { migrate } from '../../db/migrate.js';
import { checkedFields, uncheckedFields } from './request-texts.js';
import { checkedColumns, uncheckedColumns } from './stored-texts.js';
import { textOf } from './source-tree.js';

let columns: string[];
let fields: string[];
let owner: DataSource;

beforeAll(async () => {
  const databaseUrl = process.env['TEST_DATABASE_URL'];
  if (!databaseUrl) throw new Error('TEST_DATABASE_URL is not set: run this through npm test -- --only architecture');
  await migrate(databaseUrl);
  owner = new DataSource(connection(databaseUrl, 1));
  await owner.initialize();
  const rows: { name: string }[] = await owner.query(
    `SELECT c.table_name || '.' || c.column_name AS name
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND NOT c.table_name IN ('spatial_ref_sys', 'migrations')
        AND c.udt_name IN ('text', 'varchar', 'bpchar', '_text', '_varchar', 'json', 'jsonb')
        AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = format('public.%I', c.table_name)::regclass AND k.contype = 'c'
                          AND pg_get_constraintdef(k.oid) ~ ('\\m' || c.column_name || ' (= ANY|<@ ARRAY)'))
      ORDER BY 1`,
  );
  columns = rows.map(({ name }) => name);
  fields = freeStrings((await createOpenApiDocument()) as unknown as Document);
}, 120_000);

afterAll(() => owner.destroy());

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Strings in request bodies that take any words, as `POST hotspots/name`: verb, last word of the address, field. */
function freeStrings({ paths, components }: Document): string[] {
  const found = new Set<string>();
  const walk = (schema: Schema, at: string, depth: number): void => {
    if (depth > 8) return;
    if (schema.$ref !== undefined) return walk(components.schemas[schema.$ref.split('/').at(-1)!]!, at, depth + 1);
    const several = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
    for (const each of several) walk(each, at, depth + 1);
    for (const [name, each] of Object.entries(schema.properties ?? {})) walk(each, `${at}/${name}`, depth + 1);
    if (schema.items) walk(schema.items, `${at}[]`, depth + 1);
    const closed = schema.enum ?? schema.const ?? schema.format ?? schema.pattern;
    if ([schema.type].flat().includes('string') && closed === undefined) found.add(at);
  };
  for (const [address, operations] of Object.entries(paths))
    for (const [verb, operation] of Object.entries(operations))
      for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
        const last = address.split('/').findLast((part) => !part.startsWith('{'))!;
        walk(schema, `${verb.toUpperCase()} ${last}`, 0);
      }
  return [...found].sort();
}

function matches(pattern: string, column: string): boolean {
  const form = new RegExp(`^${pattern.replace('.', '\\.').replaceAll('*', '[a-z_]*')}$`);
  return form.test(column);
}

const remedy =
  'say in test/architecture/stored-texts.ts or request-texts.ts which code checks it, or why none needs to';

describe('what people write', () => {
  test('is stored in columns that are checked for personal data or have a reason', () => {
    const patterns = Object.values(uncheckedColumns).flat();
    const open = columns.filter((name) => !(name in checkedColumns) && !patterns.some((each) => matches(each, name)));
    expect({ open, remedy }).toEqual({ open: [], remedy });
  });

  test('comes in by fields that are checked for personal data or have a reason', () => {
    const ends = Object.values(uncheckedFields).flat();
    const open = fields.filter((field) => !(field in checkedFields) && !ends.some((end) => field.endsWith(end)));
    expect({ open, remedy }).toEqual({ open: [], remedy });
  });

  test('is looked for where it is: no list names what is gone, or says twice what one place says', () => {
    const patterns = Object.values(uncheckedColumns).flat();
    expect(Object.keys(checkedColumns).filter((name) => !columns.includes(name))).toEqual([]);
    expect(patterns.filter((each) => !columns.some((name) => matches(each, name)))).toEqual([]);
    expect(Object.keys(checkedColumns).filter((name) => patterns.some((each) => matches(each, name)))).toEqual([]);
    expect(Object.keys(checkedFields).filter((field) => !fields.includes(field))).toEqual([]);
    const ends = Object.values(uncheckedFields).flat();
    expect(ends.filter((end) => !fields.some((field) => field.endsWith(end)))).toEqual([]);
  });

  test('is refused by the code that the lists name', () => {
    for (const file of new Set([...Object.values(checkedColumns), ...Object.values(checkedFields)])) {
      expect([file, textOf(file)]).toEqual([file, expect.stringMatching(/refusePersonalData\(|personalDataFaults\(|textFaults\(|\bmustBeRefused\b(?!.*from)/)]);
    }
  }); // prettier-ignore

  test.each(Object.entries(checkedFields))('%s is named to the sender by its pointer in %s', (field, file) => {
    const name = field.split('/').at(-1)!.replace('[]', '');
    expect(textOf(file)).toMatch(new RegExp(`['"\`}](?:/[a-z]+)*/${name}['"\`]`));
  });
});
