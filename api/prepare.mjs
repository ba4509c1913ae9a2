/** What `npm start`, `npm test` and every other command do alike before anything else: Node's version, npm ci when needed, Nx. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

/** Throws when this Node is not one that package.json names. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major >= 27 || major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node ${process.versions.node} does not do. Närbild needs Node 20.19 or later, before 27.`);
  }
}

/** Says what is done, does it, says how long it took. */
export async function step(name, work) {
  const began = Date.now();
  process.stdout.write(`${name} ...\n`);
  const result = await work();
  process.stdout.write(`${name}: done in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  return result;
}

/** Runs `npm ci` when the lock file, Node or the platform is another than at the last installation. */
export async function install() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const stampFile = join(modules, '.narbild-stamp');
  const stamp = [createHash('sha256').update(lock).digest('hex'), process.version, process.platform, process.arch].join(
    ' ',
  );
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  await step('Installing packages (npm ci)', installLocked);
  await addNativePackages(JSON.parse(lock.toString()));
  mkdirSync(modules, { recursive: true });
  writeFileSync(stampFile, stamp);
}

/**
 * `npm ci`; and where it says that the lock file lacks packages, `npm install` that keeps the locked versions and writes
 * nothing. npm 11 says so of optional native packages of other platforms that the registry did not have when the lock
 * file was made, although this platform needs none of them.
 */
async function installLocked() {
  const tail = ['--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await run('npm', ['ci', ...tail]);
  } catch {
    console.error('npm ci did not accept the lock file; installing its versions with npm install --no-save.');
    await run('npm', ['install', '--no-save', ...tail]);
  }
}

/**
 * npm writes only the native packages of the platform on which the lock file was made, as far as it knew others
 * (npm/cli#4828). Those that this platform lacks are added without touching package.json or the lock file.
 */
async function addNativePackages(lock) {
  const abi =
    process.platform === 'linux' ? (process.report.getReport().header.glibcVersionRuntime ? 'gnu' : 'musl') : '';
  const here = `${process.platform}-${process.arch}`;
  const missing = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    const optional = entry.optionalDependencies ?? {};
    for (const [name, version] of Object.entries(optional)) {
      if (!name.includes(here) || (abi && /-(gnu|musl)/.test(name) && !name.includes(abi))) continue;
      const nested = path === '' ? name : `${path}/node_modules/${name}`;
      if (!existsSync(join(modules, name)) && !existsSync(join(root, nested))) missing.push(`${name}@${version}`);
    }
  }
  if (missing.length === 0) return;
  const added = [...new Set(missing)];
  try {
    await step(`Adding native packages for ${here}`, () =>
      run('npm', ['install', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', ...added]),
    );
  } catch {
    console.error(`Could not add ${added.join(', ')}; going on without. Proven is linux-x64 only.`);
  }
}

/** Runs Nx of this workspace, without daemon, cloud, analytics or its full-screen display. */
export function runNx(args) {
  return run(process.execPath, [join(modules, 'nx/dist/bin/nx.js'), ...args], {
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
  });
}

/** Runs a program in the workspace and rejects when it fails; its output is shown. */
export function run(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32' && program === 'npm',
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve(undefined);
      else
        reject(
          new Error(
            `${program.endsWith('node') ? args[0] : program} ${args.slice(0, 4).join(' ')} failed (${signal ?? `code ${code}`}).`,
          ),
        );
    });
  });
}

/**
 * A command from a clean clone: installs the packages, compiles a project (done in a second when nothing has changed) and
 * does the work, which answers the exit code. Standard output belongs to the work: what is printed before goes to standard error.
 */
export async function command(project, work) {
  const installation = `import { install } from ${JSON.stringify(import.meta.url)}; await install();`;
  try {
    checkNode();
    mustQuietly('The packages could not be installed.', ['--input-type=module', '--eval', installation]);
    mustQuietly(`${project} could not be compiled.`, [join(modules, 'typescript/bin/tsc'), '-b', project]);
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

function mustQuietly(failure, words) {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(failure);
}

/** Runs a script with Node in a folder, the workspace unless told, and answers its exit code. */
export function runScript(words, cwd = root) {
  return spawnSync(process.execPath, words, { cwd, stdio: 'inherit' }).status ?? 1;
}
