import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { loadTests } from './light-jest.mjs';

// What is drawn at random is drawn alike each time, so that the score can be repeated; a property is tried for a quarter of a
// second at most, because it is tried again for every mutant, and its counterexample is not made smaller: nobody reads it.
fc.configureGlobal({ seed: 1, interruptAfterTimeLimit: 250, markInterruptAsFailure: false, endOnFailure: true });

/** Where the instrumented code looks for the mutant that is on, and counts which test came by which mutant. */
const switches = (globalThis.__stryker__ ??= {});

const seenFile = 'seen-before.json';
/** A loop may always go round so often without being called endless. */
const harmlessRounds = 100_000;

/** Stryker's test runner for pure specs: each mutant meets fresh modules and only the tests that come by it. */
class LightTestRunner {
  static inject = ['options'];

  constructor({ light }) {
    this.specs = light.specs.map((spec) => resolve(spec));
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** A runner that replaces one that hung learns from the file what the first one saw. */
  async init() {
    if (existsSync(seenFile)) Object.assign(this, JSON.parse(readFileSync(seenFile, 'utf8')));
  }

  async dispose() {}

  /** Once to see which test comes by what, and once without counting, to see how long each takes when it matters. */
  async dryRun() {
    switches.mutantCoverage = { static: {}, perTest: {} };
    switches.activeMutant = undefined;
    for (const test of await loadTests(this.specs, { counting: true })) {
      switches.currentTestId = test.id;
      await failureOf(test);
      switches.currentTestId = undefined;
    }
    const tests = [];
    for (const test of await loadTests(this.specs, { counting: false })) {
      const started = performance.now();
      const failure = await failureOf(test);
      const told = { id: test.id, name: test.id, fileName: test.file, timeSpentMs: performance.now() - started };
      tests.push(failure === undefined ? { ...told, status: 0 } : { ...told, status: 1, failureMessage: failure });
    }
    this.times = Object.fromEntries(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    this.rounds = switches.mutantCoverage.perTest;
    writeFileSync(seenFile, JSON.stringify({ times: this.times, rounds: this.rounds }));
    return { status: 'complete', tests, mutantCoverage: switches.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter }) {
    const filter = testFilter === undefined ? undefined : new Set(testFilter);
    try {
      return await this.verdict({ mutant: activeMutant.id, isStatic: mutantActivation === 'static', filter });
    } catch (error) {
      return { status: 'error', errorMessage: String(error) };
    } finally {
      switches.activeMutant = undefined;
    }
  }

  /** Most mutants fall to a test that takes no time: the quickest specs first, and in each the quickest tests. */
  async verdict({ mutant, isStatic, filter }) {
    let ran = 0;
    for (const spec of this.quickestFirst(filter)) {
      // what is done while a module loads belongs to a static mutant only
      Object.assign(switches, { activeMutant: isStatic ? mutant : undefined, hitCount: undefined });
      const tests = (await loadTests([spec], { counting: false })).filter(({ id }) => filter?.has(id) ?? true);
      switches.activeMutant = mutant;
      for (const test of tests.toSorted((a, b) => this.times[a.id] - this.times[b.id])) {
        const hitLimit = Math.max(harmlessRounds, 100 * (this.rounds[test.id]?.[mutant] ?? Infinity));
        Object.assign(switches, { hitLimit, hitCount: 0 });
        const failure = await failureOf(test);
        ran += 1;
        const limit = overLimit();
        if (limit !== undefined) return limit;
        if (failure === undefined) continue;
        return { status: 'killed', killedBy: [test.id], failureMessage: failure, nrOfTests: ran };
      }
    }
    return { status: 'survived', nrOfTests: ran };
  }

  quickestFirst(filter) {
    const ids = Object.keys(this.times).filter((id) => filter?.has(id) ?? true);
    const millisecondsOf = (spec) =>
      ids.filter((id) => id.startsWith(`${spec} `)).reduce((sum, id) => sum + this.times[id], 0);
    return this.specs
      .map((spec) => ({ spec, milliseconds: millisecondsOf(spec) }))
      .filter(({ milliseconds }) => milliseconds > 0)
      .sort((a, b) => a.milliseconds - b.milliseconds)
      .map(({ spec }) => spec);
  }
}

async function failureOf({ run }) {
  try {
    await run();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** A changed loop that goes round a hundred times as often as it did in this test will not end: as good as a time limit. */
function overLimit() {
  return switches.hitCount > switches.hitLimit
    ? { status: 'timeout', reason: 'a hundred times the rounds' }
    : undefined;
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'light', injectableClass: LightTestRunner }];
