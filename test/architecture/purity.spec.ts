import { describe, expect, test } from '@jest/globals';
import path from 'node:path';
import ts from 'typescript';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { kindOf, roomOf } from './rooms.js';
import { lineOf, parse, sourcesBelow, visit } from './source-tree.js';

const folders = ['api/src/geo', 'api/src/analysis', 'api/src/privacy'];

function configurationOf(folder: string): ts.ParsedCommandLine {
  const file = path.join(workspaceRoot, folder, 'tsconfig.json');
  const { config, error } = ts.readConfigFile(file, (name) => ts.sys.readFile(name));
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  return ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(file));
}

describe.each(folders)('%s', (folder) => {
  const configuration = configurationOf(folder);
  const probe = path.join(workspaceRoot, folder, 'purity-probe.ts');

  /** Faults that the compiler finds in a text that would lie in the folder, beside the real files of the folder. */
  function faultsOf(text: string): string[] {
    const options = { ...configuration.options, noEmit: true, composite: false, incremental: false };
    const host = ts.createCompilerHost(options);
    const real = host.getSourceFile.bind(host);
    host.getSourceFile = (name, ...rest) =>
      name === probe ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true) : real(name, ...rest);
    const exists = host.fileExists.bind(host);
    host.fileExists = (name) => name === probe || exists(name);
    // The real files come along: one of them could bring Node's types in through a package.
    const program = ts.createProgram([...configuration.fileNames, probe], options, host);
    return program
      .getSemanticDiagnostics(program.getSourceFile(probe))
      .map((fault) => ts.flattenDiagnosticMessageText(fault.messageText, ' '));
  }

  test('is compiled with no types of Node and no DOM', () => {
    expect(configuration.options.types).toEqual([]);
    expect(configuration.options.lib).toEqual(['lib.es2023.d.ts']);
    expect(configuration.options.strict).toBe(true);
  });

  test('does not compile what reaches outside, and compiles what computes', () => {
    const outside = [
      'process',
      'console',
      'window',
      'document',
      'fetch',
      'setTimeout',
      'Buffer',
      'performance',
      'crypto',
    ];
    const uses = outside.map((name) => `export const ${name}Used = ${name};`);
    const text = [...uses, `import { readFileSync } from 'node:fs';`, 'export { readFileSync };'].join('\n');
    const faults = faultsOf(text).join('\n');
    for (const name of outside) expect(faults).toMatch(new RegExp(`'${name}'`));
    expect(faults).toMatch(/'node:fs'/);
    expect(faultsOf('export const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);')).toEqual(
      [],
    );
  }, 60_000);
});

test('no pure file asks the clock, rolls dice or looks around', () => {
  const pure = sourcesBelow('api/src').filter((file) => {
    const room = roomOf(file);
    return room !== null && room !== 'app' && ['pure', 'schema', 'problems'].includes(kindOf(file));
  });
  expect(pure.length).toBeGreaterThan(30);
  const found = pure.flatMap((file) => impurities(file).map((what) => `${file}:${what}: pass it in as an argument.`));
  expect(found).toEqual([]);
});

const forbidden = /^(Date\.now|Math\.random|performance\.now|Temporal\.Now|process\.\w+|console\.\w+|crypto\.\w+)$/;
const forbiddenNames = new Set(['setTimeout', 'setInterval', 'setImmediate', 'fetch', 'require']);

function impurities(file: string): string[] {
  const source = parse(file);
  const found: string[] = [];
  visit(source, (node) => {
    if (ts.isPropertyAccessExpression(node) && forbidden.test(node.getText(source))) {
      found.push(`${lineOf(source, node)} uses ${node.getText(source)}`);
    } else if (ts.isNewExpression(node) && node.getText(source) === 'new Date()') {
      found.push(`${lineOf(source, node)} asks what time it is`);
    } else if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      forbiddenNames.has(node.expression.text)
    ) {
      found.push(`${lineOf(source, node)} calls ${node.expression.text}`);
    }
  });
  return found;
}
