import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** Jest runs what `tsc -b` emitted: what is tested is what ships. */
const project = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir,
  roots: ['<rootDir>/dist'],
  testMatch: testMatch.map((glob) => `<rootDir>/dist/${glob}`),
  modulePathIgnorePatterns: ['<rootDir>/dist/site'],
  testEnvironment: 'node',
  transform: {},
  ...more,
});

export default {
  projects: [
    project('unit', ['api/src/**/*.spec.js', 'db/**/*.spec.js', 'web/src/**/*.spec.js']),
    project('reference', ['test/reference/*.spec.js']),
    project('architecture', ['test/architecture/*.spec.js']),
    project('api', ['test/api/*.spec.js']),
    project('browser', ['test/browser/*.spec.js']),
  ],
};
