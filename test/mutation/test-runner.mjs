import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { loadTests } from './light-jest.mjs';

// What is drawn at random is drawn alike each time, so that the score can be repeated; a property is tried for a quarter of a
// second at most, because it is tried again for every mutant, and its counterexample is not made smaller: nobody reads it.
fc.configureGlobal({ seed: 1, interruptAfterTimeLimit: 250, markInterruptAsFailure: false, endOnFailure: true });

/** Where the instrumented code looks for the mutant that is on, and counts which test came by which mutant. */
const switches = (globalThis.__stryker__ ??= {});

const timesFile = 'test-times.json';

/** Stryker's test runner for pure specs: each mutant meets fresh modules and only the tests that come by it. */
class LightTestRunner {
  static inject = ['options'];

  constructor({ light }) {
    this.specs = light.specs.map((spec) => resolve(spec));
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** A runner that replaces one that hung learns from its file how long each test takes. */
  async init() {
    if (existsSync(timesFile)) this.times = JSON.parse(readFileSync(timesFile, 'utf8'));
  }

  async dispose() {}

  async dryRun() {
    switches.mutantCoverage = { static: {}, perTest: {} };
    switches.activeMutant = undefined;
    const tests = [];
    for (const test of await loadTests(this.specs, { counting: true })) {
      switches.currentTestId = test.id;
      const started = performance.now();
      const failure = await failureOf(test);
      switches.currentTestId = undefined;
      const told = { id: test.id, name: test.id, fileName: test.file, timeSpentMs: performance.now() - started };
      tests.push(failure === undefined ? { ...told, status: 0 } : { ...told, status: 1, failureMessage: failure });
    }
    this.times = Object.fromEntries(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    writeFileSync(timesFile, JSON.stringify(this.times));
    return { status: 'complete', tests, mutantCoverage: switches.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }) {
    Object.assign(switches, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    switches.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    try {
      return await this.verdict(activeMutant.id, testFilter === undefined ? undefined : new Set(testFilter));
    } catch (error) {
      return overLimit() ?? { status: 'error', errorMessage: String(error) };
    } finally {
      switches.activeMutant = undefined;
    }
  }

  async verdict(mutant, filter) {
    const specs = this.specs.filter(
      (spec) => filter === undefined || [...filter].some((id) => id.startsWith(`${spec} `)),
    );
    const tests = (await loadTests(specs, { counting: false })).filter(
      ({ id }) => filter === undefined || filter.has(id),
    );
    switches.activeMutant = mutant;
    for (const [ran, test] of tests.entries()) {
      const failure = await failureOf(test);
      const limit = overLimit();
      if (limit !== undefined) return limit;
      if (failure !== undefined) {
        return { status: 'killed', killedBy: [test.id], failureMessage: failure, nrOfTests: ran + 1 };
      }
    }
    return { status: 'survived', nrOfTests: tests.length };
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

/** A changed loop that goes round a hundred times as often as before will not end: Stryker counts it as a time limit. */
function overLimit() {
  return switches.hitCount > switches.hitLimit
    ? { status: 'timeout', reason: 'a hundred times the rounds' }
    : undefined;
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'light', injectableClass: LightTestRunner }];
