import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { iconPng } from './icon.js';

/** A file of the build, as far as this needs to know: Rollup's and Rolldown's output have these in common. */
interface Built {
  readonly fileName: string;
  readonly type: 'chunk' | 'asset';
  readonly code?: string;
  readonly source?: string | Uint8Array;
  readonly facadeModuleId?: string | null;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly viteMetadata?: { readonly importedCss?: ReadonlySet<string> };
}

/** The pages that open without a network, and what they fetch later; everything else is the network's. */
const shellPages = [
  'app/start-page.tsx',
  'report/report-page.tsx',
  'report/my-reports-page.tsx',
  'devices/pair-page.tsx',
  'access/sign-in-page.tsx',
];
const shellLater = [
  'report/nearby-part.tsx',
  'report/time-detail.tsx',
  'report/report-time.ts',
  'report/more-fields.tsx',
  'ui/text-marks.ts',
  'api/src/privacy/personal-data.ts',
  'api/src/privacy/check.ts',
];
const mapPage = 'map-view/map-page.tsx';

/** Gzipped JS and CSS in bytes (1 kB = 1,000), as architecture.md has them. */
const budgets = { first: 170_000, whole: 260_000, map: 700_000 };

/** What the service worker keeps on the phone; filled while the build is written. */
export const shellFiles = new Set<string>();

/** Draws the icons, writes down which files the form needs without a network, and holds the size budgets of the routes. */
export function shell(): Plugin {
  return {
    name: 'narbild-shell',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle) as unknown as Built[];
      const icons = {
        'icon-192.png': iconPng(192, 8),
        'icon-512.png': iconPng(512, 8),
        'icon-maskable.png': iconPng(512, 0),
        'icon-apple.png': iconPng(180, 0),
      };
      for (const [fileName, source] of Object.entries(icons)) this.emitFile({ type: 'asset', fileName, source });
      const first = closure(files, ['report/report-page.tsx']);
      const whole = new Set([...first, ...closure(files, shellLater)]);
      const map = new Set([...closure(files, [mapPage]), ...workers(files)]);
      shellFiles.clear();
      for (const file of [...closure(files, shellPages), ...whole]) shellFiles.add(file);
      const over: string[] = [];
      for (const [name, names] of Object.entries({ first, whole, map }) as [keyof typeof budgets, Set<string>][]) {
        const size = gzipped(files, names);
        process.stdout.write(
          `size ${name.padEnd(5)} ${(size / 1000).toFixed(1).padStart(6)} kB of ${budgets[name] / 1000} kB gzipped JS and CSS\n`,
        );
        if (size > budgets[name]) over.push(name);
      }
      if (over.length > 0) this.error(`over the size budget (web/src/build/shell.ts): ${over.join(', ')}`);
    },
  };
}

/** The files that are loaded when the entry and the named modules are: their static imports and styles, all the way. */
function closure(files: readonly Built[], modules: readonly string[]): Set<string> {
  const byName = new Map(files.map((file) => [file.fileName, file]));
  const found = new Set<string>();
  const waiting = files
    .filter(
      (file) =>
        file.isEntry === true ||
        modules.some((name) =>
          file.facadeModuleId?.endsWith(name.startsWith('api/') ? `/${name}` : `/web/src/${name}`),
        ),
    )
    .map((file) => file.fileName);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const file = byName.get(name);
    if (file === undefined || found.has(name)) continue;
    found.add(name);
    waiting.push(...(file.imports ?? []));
    for (const style of file.viteMetadata?.importedCss ?? []) found.add(style);
  }
  return found;
}

/** The map's worker is a file of its own, which the page fetches. */
function workers(files: readonly Built[]): string[] {
  const modules = closure(files, ['map/map-view.tsx']);
  return [
    ...modules,
    ...files.filter(({ fileName }) => /worker-[\w-]+\.js$/.test(fileName)).map(({ fileName }) => fileName),
  ];
}

function gzipped(files: readonly Built[], names: ReadonlySet<string>): number {
  return files
    .filter(({ fileName }) => names.has(fileName) && /\.(js|css)$/.test(fileName))
    .reduce((sum, file) => sum + gzipSync(file.code ?? file.source ?? '').length, 0);
}
