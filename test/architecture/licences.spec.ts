import { beforeAll, describe, expect, test } from '@jest/globals';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { exists, textOf } from './source-tree.js';

interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly place: string;
  readonly licence: string;
  readonly ships: boolean;
  readonly ofOnePlatform: boolean;
}

interface Notices {
  lockedPackages(): LockedPackage[];
  notices(): string;
}

interface Manifest {
  readonly license?: string;
  readonly licenses?: readonly { readonly type: string }[];
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

/** Licences that go together with EUPL-1.2 and ask for nothing but to be named. */
const welcome = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
]);

/** Licences with a condition that is met for this one package only, and how. */
const conditional: Readonly<Record<string, string>> = {
  'caniuse-lite CC-BY-4.0': 'data for the build, not handed on; named in THIRD-PARTY-NOTICES',
  'axe-core MPL-2.0': 'used unchanged in tests, not handed on',
  'lightningcss MPL-2.0': 'used unchanged in the build, not handed on',
  '@resvg/resvg-wasm MPL-2.0': 'handed on unchanged, see below',
};

/** Of those, what is handed on nevertheless, and how its condition is met. */
const handedOnWithCondition: Readonly<Record<string, string>> = {
  '@resvg/resvg-wasm MPL-2.0':
    'as it comes from npm, in files of its own; docs/decisions/libraries.md says where its source is (MPL-2.0, 3.2); EUPL-1.2 names MPL-2.0 as compatible',
};

let generator: Notices;
let packages: LockedPackage[];

beforeAll(async () => {
  generator = (await import(pathToFileURL(path.join(workspaceRoot, 'docs/third-party-notices.mjs')).href)) as Notices;
  packages = generator.lockedPackages();
});

/** Whether an SPDX expression can be met with the licences that we welcome. */
function acceptable(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(acceptable);
  return bare.split(' AND ').every((one) => welcome.has(one));
}

describe('licences', () => {
  test('of everything in the lock file are on the list', () => {
    expect(packages.length).toBeGreaterThan(300);
    const unwelcome = packages
      .filter((one) => !acceptable(one.licence))
      // The platform's own build of a package is the package.
      .filter((one) => !conditional[`${one.ofOnePlatform ? one.name.split('-')[0] : one.name} ${one.licence}`])
      .map(
        (one) =>
          `${one.name} ${one.version} has the licence ${one.licence}: may we? (test/architecture/licences.spec.ts)`,
      );
    expect(unwelcome).toEqual([]);
  });

  test('with a condition are not in what we hand on, but for those whose condition is met', () => {
    const handedOn = packages
      .filter((one) => one.ships && !acceptable(one.licence))
      .filter((one) => !handedOnWithCondition[`${one.name} ${one.licence}`]);
    expect(handedOn).toEqual([]);
    expect(textOf('docs/decisions/libraries.md')).toContain('https://github.com/yisibl/resvg-js');
  });

  test('are what the installed packages say themselves', () => {
    const installed = packages.filter((one) => exists(one.place));
    const absent = packages.filter((one) => !exists(one.place));
    // Only builds for other platforms may be absent: those are named from the lock file.
    expect(absent.filter((one) => !one.ofOnePlatform).map((one) => one.name)).toEqual([]);
    const different = installed.flatMap((one) => {
      const manifest = JSON.parse(textOf(`${one.place}/package.json`)) as Manifest;
      const said = manifest.license ?? manifest.licenses?.map(({ type }) => type).join(' AND ');
      return said === one.licence || said === 'BDS-3-Clause'
        ? []
        : [`${one.name}: the lock file says ${one.licence}, the package ${said}`];
    });
    expect(different).toEqual([]);
  });

  test('are all named in THIRD-PARTY-NOTICES, which is fresh', () => {
    const [stored, made] = [textOf('THIRD-PARTY-NOTICES'), generator.notices()];
    expect(stored === made ? 'fresh' : 'THIRD-PARTY-NOTICES is stale: run node docs/third-party-notices.mjs').toBe(
      'fresh',
    );
    for (const one of packages) expect(stored).toContain(`  ${one.name} ${one.version} `);
  });

  test('of our own is EUPL-1.2, in every manifest and as a text', () => {
    for (const file of manifests) expect((JSON.parse(textOf(file)) as Manifest).license).toBe('EUPL-1.2');
    expect(textOf('LICENSE')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\nEUPL © the European Union 2007, 2016/);
    expect(textOf('publiccode.yml')).toMatch(/license: EUPL-1\.2/);
  });
});

const manifests = ['package.json', 'api/package.json', 'web/package.json', 'db/package.json', 'test/package.json'];

describe('the lock file', () => {
  test('and the manifests pin every dependency exactly', () => {
    const loose = manifests.flatMap((file) => {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(textOf(file)) as Manifest;
      return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${file}: ${name} ${version} is not one version`);
    });
    expect(loose).toEqual([]);
  });

  test('names no registry', () => {
    const { packages: locked } = JSON.parse(textOf('package-lock.json')) as {
      packages: Record<string, { resolved?: string; link?: boolean }>;
    };
    const resolved = Object.entries(locked).filter(([, entry]) => entry.resolved !== undefined && !entry.link);
    expect(resolved.map(([place]) => place)).toEqual([]);
    expect(textOf('package-lock.json')).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  test('is made by npm with the settings that keep it so', () => {
    const settings = textOf('.npmrc').split('\n');
    expect(settings).toEqual(
      expect.arrayContaining(['ignore-scripts=true', 'save-exact=true', 'omit-lockfile-registry-resolved=true']),
    );
    expect(textOf('.npmrc')).not.toMatch(/registry\s*=|_auth/i);
  });
});
