import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { createOpenApiDocument } from '../../api/src/app/openapi.js';
import { textOf } from './source-tree.js';

const remedy = 'is not what the code gives now: run `npm run openapi`';
const verbs = ['get', 'post', 'put', 'patch', 'delete'] as const;

let document: OpenAPIObject;
let text: string;

beforeAll(async () => {
  document = await createOpenApiDocument();
  text = `${JSON.stringify(document, null, 2)}\n`;
}, 60_000);

describe('the description of the API', () => {
  test('in docs/openapi.json is what the code gives', () => {
    expect(firstDifference('docs/openapi.json', textOf('docs/openapi.json'), text)).toBeNull();
  });

  test('in web/src/api/openapi.d.ts is what openapi-typescript makes of it', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'narbild-openapi-'));
    try {
      const [input, output] = [path.join(folder, 'openapi.json'), path.join(folder, 'openapi.d.ts')];
      writeFileSync(input, text);
      execFileSync(process.execPath, [openapiTypescript(), input, '--output', output], { stdio: 'pipe' });
      const file = 'web/src/api/openapi.d.ts';
      expect(firstDifference(file, textOf(file), readFileSync(output, 'utf8'))).toBeNull();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);

  const operations = () =>
    Object.entries(document.paths).flatMap(([address, item]) =>
      verbs.flatMap((verb) => (item[verb] ? [{ name: `${verb} ${address}`, operation: item[verb] }] : [])),
    );

  test('gives every operation a summary, a name of its own and an answer for failure', () => {
    expect(operations().length).toBeGreaterThan(20);
    const names = operations().map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    const silent = operations().filter(({ operation }) => !operation.responses['default']);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test('keeps to the national profile: versioned, plural nouns in kebab-case, parameters in camelCase', () => {
    const odd = Object.keys(document.paths).filter(
      (address) =>
        !/^\/(health|api\/v1|ogc)(\/([a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?|\{[a-z][a-zA-Z]*\}(\.[a-z]+)?))*$/.test(address),
    );
    expect(odd).toEqual([]);
  });

  test('refers to schemas that are in it', () => {
    const known = new Set(Object.keys(document.components?.schemas ?? {}));
    const wanted = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]!);
    expect(wanted.filter((name) => !known.has(name))).toEqual([]);
  });
});

/** Where two texts part, as a sentence that says what to do; null when they are the same. */
function firstDifference(file: string, stored: string, made: string): string | null {
  if (stored === made) return null;
  const [before, after] = [stored.split('\n'), made.split('\n')];
  const line = before.findIndex((one, index) => one !== after[index]);
  const number = line < 0 ? before.length : line;
  return `${file} ${remedy}. Line ${number + 1} has ${JSON.stringify(before[number])}, the code gives ${JSON.stringify(after[number])}.`;
}

/** The program of openapi-typescript, which is a dependency of the API. */
function openapiTypescript(): string {
  const main = createRequire(path.join(workspaceRoot, 'api/package.json')).resolve('openapi-typescript');
  return path.join(main.slice(0, main.lastIndexOf('openapi-typescript')), 'openapi-typescript/bin/cli.js');
}
