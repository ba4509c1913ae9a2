import { textOf } from './source-tree.js';

/** Which test runs a command that a page shows. A command that is not here fails docs.spec. */
export const shownBy: readonly (readonly [RegExp, string])[] = [
  [/^(PORT=\d+ )?npm start$/, 'test/architecture/launcher.spec.ts'],
  [/^npm test( -- --only [a-z]+( -- .+)?)?$/, '.ci/run'],
  [/^npm run check$/, '.ci/run'],
  [/^bash \.ci\/run$/, '.ci/run'],
  [/^npm run openapi$/, 'test/architecture/openapi.spec.ts'],
  [/^npm run migrate$/, 'test/api/move-to-postgres.spec.ts'],
  [/^npm run benchmark$/, 'test/benchmark/run.mjs'],
  [/^node docs\/write-(problems|roles)\.mjs$/, 'test/architecture/docs.spec.ts'],
  [/^node docs\/third-party-notices\.mjs$/, 'test/architecture/licences.spec.ts'],
];

/** Commands in the page's fenced `sh` blocks, one a line, without comments. */
export function commandsIn(page: string): string[] {
  return [...textOf(page).matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap((match) => match[1]!.split('\n'))
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}

export function commandsShown(command: string): boolean {
  return shownBy.some(([form]) => form.test(command));
}
