import { describe, expect, test } from '@jest/globals';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as permissionTable from '../../api/src/access/permission.js';
import { settingNames, workspaceRoot } from '../../api/src/app/environment.js';
import { problems } from '../../api/src/app/problem.js';
import { commandsIn, commandsShown, forOperators, shownBy } from './doc-commands.js';
import { exists, filesBelow, textOf } from './source-tree.js';

const pages = filesBelow('', /\.md$/);

/** The name under which GitHub and others link to a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

function headingsOf(file: string): string[] {
  const text = textOf(file).replaceAll(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map((match) => match[1]!.trim());
}

function load<Exports>(file: string): Promise<Exports> {
  return import(pathToFileURL(path.join(workspaceRoot, file)).href) as Promise<Exports>;
}

describe('every setting', () => {
  const headings = () => headingsOf('docs/configuration.md').map((heading) => heading.replaceAll('`', ''));

  test('has its heading in docs/configuration.md', () => {
    expect(settingNames.filter((name) => !headings().includes(name))).toEqual([]);
  });

  test('has its line in .env.example, and nothing is there that is no setting', () => {
    const lines = [...textOf('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]!);
    const ofCompose = ['POSTGRES_PASSWORD_FILE'];
    expect(lines.filter((name) => !ofCompose.includes(name)).sort()).toEqual([...settingNames].sort());
  });

  test('that a script reads has its heading too', () => {
    const scripts = filesBelow('', /\.(mjs|ts)$/).filter((file) => !file.startsWith('api/src/'));
    const read = scripts.flatMap((file) =>
      [...textOf(file).matchAll(/process\.env(?:\.|\[')([A-Z][A-Z_]+)/g)].map((match) => match[1]!),
    );
    // What belongs to Node and to the shell is documented there.
    const notOurs = ['PATH', 'NODE_OPTIONS', 'TZ', 'CI', 'HOME'];
    const unnamed = [...new Set(read)].filter((name) => !notOurs.includes(name) && !headings().includes(name));
    expect(unnamed).toEqual([]);
  });

  test('in docs/configuration.md exists', () => {
    const named = headings().filter((heading) => /^[A-Z][A-Z_]+$/.test(heading));
    const everything = filesBelow('', /\.(mjs|ts|yml)$/)
      .map(textOf)
      .join('\n');
    expect(named.filter((name) => !everything.includes(name))).toEqual([]);
  });
});

describe('pages made from code are what the code gives', () => {
  test('docs/problems.md', async () => {
    const { problemsPage } = await load<{ problemsPage: (table: typeof problems) => string }>(
      'docs/write-problems.mjs',
    );
    const fresh = textOf('docs/problems.md') === problemsPage(problems);
    expect(fresh ? 'fresh' : 'docs/problems.md is stale: run node docs/write-problems.mjs after a build').toBe('fresh');
    expect(Object.keys(problems).filter((code) => !headingsOf('docs/problems.md').includes(code))).toEqual([]);
  });

  test('docs/roles.md', async () => {
    const { rolesPage } = await load<{ rolesPage: (table: typeof permissionTable) => string }>('docs/write-roles.mjs');
    const fresh = textOf('docs/roles.md') === rolesPage(permissionTable);
    expect(fresh ? 'fresh' : 'docs/roles.md is stale: run node docs/write-roles.mjs after a build').toBe('fresh');
    const page = textOf('docs/roles.md');
    for (const name of [...permissionTable.roles, ...Object.keys(permissionTable.permissions)]) {
      expect(page).toContain(`\`${name}\``);
    }
  });
});

describe('links', () => {
  test('between pages resolve, with their anchors', () => {
    const broken = pages.flatMap((page) => {
      const text = textOf(page)
        .replaceAll(/^```[\s\S]*?^```/gm, '')
        .replaceAll(/`[^`\n]*`/g, '');
      const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g), ...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(
        (match) => match[1]!,
      );
      return targets
        .filter((target) => !/^(https?:|mailto:)/.test(target))
        .filter((target) => !resolves(page, decodeURI(target)))
        .map((target) => `${page} links to ${target}, which is not there.`);
    });
    expect(broken).toEqual([]);
  });

  function resolves(page: string, target: string): boolean {
    const [relative, anchor] = target.split('#') as [string, string | undefined];
    const file = relative === '' ? page : path.posix.join(path.posix.dirname(page), relative);
    if (!exists(file)) return false;
    return anchor === undefined || headingsOf(file).map(anchorOf).includes(anchor);
  }

  test('lead from docs/README.md to every page of docs', () => {
    const map = textOf('docs/README.md');
    const lost = pages
      .filter((page) => page.startsWith('docs/') && page !== 'docs/README.md')
      .filter((page) => !map.includes(`(${page.slice('docs/'.length)})`));
    expect(lost).toEqual([]);
  });

  test('in code to pages of docs resolve', () => {
    const sources = filesBelow('', /\.(ts|tsx|mjs)$/).filter((file) => !file.startsWith('test/architecture/'));
    const broken = sources.flatMap((file) =>
      [...textOf(file).matchAll(/\bdocs\/[\w/-]+\.md\b/g)]
        .filter(([target]) => !exists(target))
        .map(([target]) => `${file} refers to ${target}, which is not there.`),
    );
    expect(broken).toEqual([]);
  });
});

describe('commands in the pages', () => {
  const manifest = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const own = ['start', 'test', 'ci', 'install'];

  test('that are npm scripts exist', () => {
    const named = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map((match) => [page, match[1]!] as const),
    );
    expect(named.length).toBeGreaterThan(3);
    const lost = named.filter(([, script]) => !manifest.scripts[script]);
    expect(lost.map(([page, script]) => `${page}: npm run ${script} is no script of package.json`)).toEqual([]);
    const bare = pages.flatMap((page) => [...textOf(page).matchAll(/`npm (\w+)/g)].map((match) => match[1]!));
    expect(bare.filter((name) => name !== 'run' && !own.includes(name))).toEqual([]);
  });

  test('in package.json lead to targets and files that exist', () => {
    const lost = Object.entries(manifest.scripts).filter(([, command]) => {
      const [, project, target] = /^nx run (\w+):([\w-]+)$/.exec(command) ?? [];
      if (!project) return !exists(command.split(' ')[1]!);
      const { targets } = JSON.parse(textOf(`${project}/project.json`)) as { targets: Record<string, unknown> };
      return !targets[target!];
    });
    expect(lost).toEqual([]);
  });

  test('that run a file of ours name one that exists', () => {
    const lost = pages.flatMap((page) =>
      commandsIn(page).flatMap((command) =>
        [...command.matchAll(/(?:node|bash) ([\w./-]+\.(?:mjs|js|sh)|\.ci\/run)/g)]
          .map((match) => match[1]!.replace(/^dist\/(.*)\.js$/, '$1.ts'))
          .filter((file) => !exists(file))
          .map((file) => `${page}: ${command} runs ${file}, which is not there`),
      ),
    );
    expect(lost).toEqual([]);
  });

  test('are each run by a test that is named, or are for an operator to run, with the reason', () => {
    const shown = pages.flatMap((page) => commandsIn(page).map((command) => ({ page, command })));
    expect(shown.length).toBeGreaterThan(10);
    const unshown = shown
      .filter(({ command }) => !commandsShown(command))
      .map(
        ({ page, command }) => `${page}: nobody runs "${command}"; name the test in test/architecture/doc-commands.ts`,
      );
    expect(unshown).toEqual([]);
    expect([...new Set(shownBy.map(([, file]) => file))].filter((file) => !exists(file))).toEqual([]);
  });

  test('of the README are all run by a test', () => {
    const byHand = commandsIn('README.md').filter((command) => forOperators.some(([form]) => form.test(command)));
    expect(byHand).toEqual([]);
  });
});

describe('the papers of the project', () => {
  test.each([
    'CHANGELOG.md',
    'LICENSE',
    'publiccode.yml',
    '.github/CONTRIBUTING.md',
    '.github/SECURITY.md',
    '.editorconfig',
  ])('%s is there', (file) => expect(textOf(file).length).toBeGreaterThan(100));

  test('README tells in order: what it is, how it looks, how to start, where it is, what to do, for whom, where to read on', () => {
    const text = textOf('README.md');
    const order = [
      '# Närbild',
      '](docs/pictures/map-1920.png)',
      'npm start',
      'http://127.0.0.1:3000',
      '## Five minutes',
      '## Who it is for',
      '## Documentation',
      '## Contributing',
      '## Licence',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('docker-compose.yml has healthchecks and volumes, asks for its secrets and sets only settings that exist', () => {
    const text = textOf('docker-compose.yml');
    expect(text.match(/healthcheck:/g)!.length).toBeGreaterThanOrEqual(2);
    expect(text).toMatch(/^volumes:/m);
    expect(text).not.toMatch(/PASSWORD: *\S|postgres(ql)?:\/\/[^/\s]*:[^@\s]+@/);
    const names = [...text.matchAll(/^ {6}([A-Z][A-Z_]+):/gm)].map((match) => match[1]!);
    const known = new Set([
      ...settingNames,
      ...settingNames.map((name) => `${name}_FILE`),
      'POSTGRES_USER',
      'POSTGRES_DB',
      'POSTGRES_PASSWORD_FILE',
    ]);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
    expect(text).not.toMatch(/image: .*:latest/);
  });
});

test('every library has its line with its version and its reason in docs/decisions/libraries.md', () => {
  const manifests = ['package.json', 'api/package.json', 'web/package.json', 'db/package.json', 'test/package.json'];
  const pinned = manifests.flatMap((file) => {
    const { dependencies, devDependencies } = JSON.parse(textOf(file)) as Record<string, Record<string, string>>;
    return Object.entries({ ...dependencies, ...devDependencies });
  });
  const wanted = pinned.filter(([name]) => !name.startsWith('@types/')).map(([name, version]) => `${name} ${version}`);
  const rows = [...textOf('docs/decisions/libraries.md').matchAll(/^\| `([^`]+)` \| (\S+) \| (.{4,}?) \|/gm)];
  expect(rows.map(([, name, version]) => `${name} ${version}`).sort()).toEqual([...new Set(wanted)].sort());
});
