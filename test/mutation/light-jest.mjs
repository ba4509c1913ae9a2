import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';

const require = createRequire(import.meta.url);
// the very `expect` that Jest hands to a spec
const { jestExpect } = require(require.resolve('@jest/expect', { paths: [dirname(require.resolve('@jest/globals'))] }));
const sources = new Map();
const libraries = new Map();

/**
 * Loads specs afresh, with fresh copies of every module of ours that they import (libraries are loaded once), and answers
 * their tests in order: `{ id, file, run }`. It knows of Jest what pure specs need, `describe`, `test`, `test.each` and
 * `expect`, and nothing else; a run of Jest itself costs a second, and one such run would be needed for each mutant.
 * A test that asks for a time limit of its own asks everything at once or draws many maps: it is left out.
 * Only where `counting` is true does the instrumented code count what is reached.
 */
export async function loadTests(specs, { counting }) {
  const ours = new Map();
  const tests = [];
  for (const spec of specs) {
    const globals = globalsFor(spec, tests);
    const module = moduleAt(spec, { ours, counting });
    await module.link((specifier, { identifier }) => {
      if (specifier === '@jest/globals') return synthetic(globals);
      return specifier.startsWith('.')
        ? moduleAt(join(dirname(identifier), specifier), { ours, counting })
        : library(specifier);
    });
    await module.evaluate();
  }
  return tests;
}

function globalsFor(file, tests) {
  const path = [];
  let count = 0;
  const test = (name, run, limit) => {
    if (limit !== undefined) return;
    count += 1;
    tests.push({ id: `${file} ${[...path, name].join(' ')} #${count}`, file, run });
  };
  test.each = (rows) => (name, run, limit) => {
    for (const row of rows) test(name, () => (Array.isArray(row) ? run(...row) : run(row)), limit);
  };
  const describe = (name, body) => {
    path.push(name);
    body();
    path.pop();
  };
  return { describe, test, expect: jestExpect };
}

/** One copy per path and load: a spec sees the same module as the module under test does. */
function moduleAt(path, { ours, counting }) {
  const known = ours.get(path);
  if (known !== undefined) return known;
  if (!sources.has(path)) sources.set(path, readFileSync(path, 'utf8'));
  const source = counting ? sources.get(path) : uncounted(sources.get(path));
  const module = new vm.SourceTextModule(source, { identifier: path });
  ours.set(path, module);
  return module;
}

/** Counting is most of what an instrumented loop would do. Were the text another one, the answers would be the same, only later. */
function uncounted(source) {
  return source.replace('  function cover() {', '  function cover() { return;');
}

async function library(specifier) {
  if (!libraries.has(specifier)) libraries.set(specifier, await import(specifier));
  return synthetic(libraries.get(specifier));
}

function synthetic(exported) {
  return new vm.SyntheticModule(Object.keys(exported), function setExports() {
    for (const [name, value] of Object.entries(exported)) this.setExport(name, value);
  });
}
