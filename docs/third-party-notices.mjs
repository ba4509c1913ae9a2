/**
 * Writes THIRD-PARTY-NOTICES from the lock file and from the licence files of the installed packages:
 * `node docs/third-party-notices.mjs`. What belongs to one platform only is named from the lock file alone, so that
 * the page is the same wherever it is made. test/architecture/licences.spec.ts says when it is stale.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A slip of the pen in npm's field; the package's licence file decides. */
const misspelt = { 'BDS-3-Clause': 'BSD-3-Clause' };

/** Every package of the lock file, each name and version once, with the licence that it states. */
export function lockedPackages(folder = root) {
  const { packages } = JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8'));
  const found = new Map();
  for (const [place, entry] of Object.entries(packages)) {
    if (!place.includes('node_modules/') || entry.link) continue;
    const name = place.split('node_modules/').at(-1);
    const before = found.get(`${name}@${entry.version}`);
    found.set(`${name}@${entry.version}`, {
      name,
      version: entry.version,
      place: before?.place ?? place,
      licence: misspelt[entry.license] ?? entry.license ?? oldForm(path.join(folder, place)),
      ships: (before?.ships ?? false) || !entry.dev,
      ofOnePlatform: Boolean(entry.os || entry.cpu || entry.libc || entry.optional),
    });
  }
  return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** Packages from before 2014 state their licences as a list of objects, which npm does not copy into the lock file. */
function oldForm(place) {
  const file = path.join(place, 'package.json');
  const { licenses } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return licenses?.map((one) => one.type).join(' AND ') || 'unknown';
}

/** The whole page. */
export function notices(folder = root) {
  const packages = lockedPackages(folder);
  const shipped = packages.filter((one) => one.ships);
  return `${[
    head,
    rule('What the product contains'),
    list(shipped),
    embedded,
    ...wordings(folder, shipped),
    rule('What is used to build and to test, and is not handed on'),
    list(packages.filter((one) => !one.ships)),
  ].join('\n\n')}\n`;
}

const head = `THIRD-PARTY NOTICES

Närbild is licensed under the EUPL-1.2 (see LICENSE). It stands on the work of others, named here with their licences.
Made from package-lock.json by docs/third-party-notices.mjs; do not edit.`;

const embedded = `Inside @electric-sql/pglite and @electric-sql/pglite-postgis, which are used when no DATABASE_URL is set:
  PostgreSQL   PostgreSQL Licence           https://www.postgresql.org
  PostGIS      GPL-2.0-or-later             https://postgis.net
  GEOS         LGPL-2.1-or-later            https://libgeos.org
  PROJ         MIT                          https://proj.org
Whoever hands on an image or an archive that contains them offers their source too:
https://github.com/electric-sql/pglite and https://github.com/electric-sql/postgres-pglite`;

function list(packages) {
  return packages.map((one) => `  ${`${one.name} ${one.version}`.padEnd(64)} ${one.licence}`).join('\n');
}

function rule(title) {
  return `${'='.repeat(100)}\n${title}\n${'='.repeat(100)}`;
}

/** Licence texts, each wording once, above it the packages that carry it with their copyright lines. */
function wordings(folder, packages) {
  const byWording = new Map();
  for (const one of packages) {
    if (one.ofOnePlatform) continue;
    for (const text of licenceTexts(path.join(folder, one.place))) {
      const lines = text.split('\n').map((line) => line.trimEnd());
      const rights = lines.filter(isCopyright).map((line) => line.trim());
      const words = lines
        .filter((line) => !isCopyright(line))
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim();
      const key = words.toLowerCase().replace(/[^a-z]+/g, '');
      const entry = byWording.get(key) ?? { words, holders: [] };
      entry.holders.push([`${one.name} ${one.version}`, ...rights.map((line) => `    ${line}`)].join('\n'));
      byWording.set(key, entry);
    }
  }
  return [...byWording.values()].map(({ words, holders }) => `${'-'.repeat(100)}\n${holders.join('\n')}\n\n${words}`);
}

function isCopyright(line) {
  return /^\W*(copyright\b(?! (notice|holder|owner|licen[cs]e|and|law|interest|statement))|©|\(c\) )/i.test(line);
}

function licenceTexts(folder) {
  if (!existsSync(folder)) throw new Error(`${folder} is not installed: run npm ci first`);
  return readdirSync(folder)
    .filter((name) => /^(licen[sc]e|copying|notice)(\b|_|-)/i.test(name))
    .sort(compare)
    .map((name) => readFileSync(path.join(folder, name), 'utf8').replaceAll('\r', '').trim());
}

function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(path.join(root, 'THIRD-PARTY-NOTICES'), notices());
}
