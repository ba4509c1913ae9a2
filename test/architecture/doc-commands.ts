import { textOf } from './source-tree.js';

/** Which test runs a command that a page shows. A command that is not here fails docs.spec. */
export const shownBy: readonly (readonly [RegExp, string])[] = [
  [/^(PORT=\d+ )?npm start$/, 'test/architecture/launcher.spec.ts'],
  [/^npm test( -- --only [a-z]+( -- .+)?)?$/, '.ci/run'],
  [/^npm run check$/, '.ci/run'],
  [/^bash \.ci\/run$/, '.ci/run'],
  [/^npm run openapi$/, 'test/architecture/openapi.spec.ts'],
  [/^npm run migrate$/, 'test/architecture/tenancy.spec.ts'],
  [/^npm run move-to-postgres$/, 'test/api/move-to-postgres.spec.ts'],
  [/^npm run benchmark$/, 'test/benchmark/run.mjs'],
  [/^node docs\/write-(problems|roles)\.mjs$/, 'test/architecture/docs.spec.ts'],
  [/^node docs\/third-party-notices\.mjs$/, 'test/architecture/licences.spec.ts'],
];

/** Commands that no test can run, and why. */
export const forOperators: readonly (readonly [RegExp, string])[] = [
  [/^apt-get install /, 'installs packages of the system; .ci/run does the same on a bare Debian'],
  [/^sudo -u postgres (createuser|createdb|psql) /, 'needs the administrator of a database server'],
  [/^export DATABASE_URL=postgresql:/, 'sets a variable of the shell'],
  [/^(tar|pg_dump|pg_restore) /, "copies the operator's own data"],
];

/** Commands in the page's fenced `sh` blocks, one a line, without comments. */
export function commandsIn(page: string): string[] {
  return [...textOf(page).matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap((match) => match[1]!.split('\n'))
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}

export function commandsShown(command: string): boolean {
  return [...shownBy, ...forOperators].some(([form]) => form.test(command));
}
