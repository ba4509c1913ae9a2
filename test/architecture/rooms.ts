/** What kind of file a path is, told from its place and its name alone. */
export type Kind =
  'spec' | 'controller' | 'service' | 'module' | 'entity' | 'queries' | 'schema' | 'problems' | 'outward' | 'pure';

/** Folders of api/src that are no features. */
const rooms = new Set(['app', 'geo', 'analysis', 'privacy']);

/** Folders of web/src that belong to everybody. */
const webRooms = new Set(['action-form', 'app', 'api', 'findings', 'map', 'outbox', 'ui']);

/**
 * Files of a feature that reach outside (a file, a library with effects, the database) without being a service, a
 * controller, a module or queries, each with its reason. Every other plain file is pure.
 */
export const outward: Readonly<Record<string, string>> = {
  'api/src/access/access.guard.ts': 'the guard itself; Nest calls it',
  'api/src/access/audit-seal.ts': "hashes with Node's crypto",
  'api/src/access/audit.ts': 'writes one row in the transaction that it is given',
  'api/src/access/password.ts': 'scrypt comes with Node',
  'api/src/access/requires.ts': 'the decorators of the guard',
  'api/src/access/throttle.ts': 'counts attempts in the database',
  'api/src/briefs/renderer.ts': 'holds the Typst compiler, a native library',
  'api/src/calendar/calendar-body.ts': 'turns rows of the database into what crosses HTTP',
  'api/src/briefs/map-picture.ts': 'holds the program that draws PNG, compiled to WebAssembly, and its fonts',
  'api/src/briefs/sheet-docx-parts.ts': 'parts of the Word file, of the same library',
  'api/src/briefs/sheet-docx.ts': 'writes a Word file with a library that needs Buffer',
  'api/src/command-line/analyse.ts': 'the door itself: arguments, files and standard streams',
  'api/src/imports/csv-encoding.ts': "decodes bytes with Node's Buffer",
  'api/src/imports/file-kind.ts': 'looks into a zip with zlib',
  'api/src/imports/import-reading.ts': 'reads an uploaded file row by row, in a thread of its own',
  'api/src/imports/import-worker.ts': 'the reading thread itself; piscina calls it',
  'api/src/imports/import-work.ts': 'what is said between threads, a port and all',
  'api/src/imports/port-inbox.ts': 'listens to a port',
  'api/src/imports/sealed-file.ts': 'decrypts an uploaded file as it is read',
  'api/src/imports/staging-run.ts': 'makes the ids of the rows that it stages',
  'api/src/imports/geopackage.ts': 'reads a SQLite file with a library compiled to WebAssembly',
  'api/src/imports/shapefile.ts': 'unpacks and reads a zipped shapefile with a library',
  'api/src/imports/zip-entries.ts': 'unpacks with zlib',
  'api/src/imports/table-source.ts': 'reads the uploaded bytes',
  'api/src/imports/table-reader.ts': 'opens a file and streams its rows',
  'api/src/incidents/incident-body.ts': 'turns rows of the database into what crosses HTTP, by who reads',
  'api/src/actions/action-body.ts': 'turns rows of the database into what crosses HTTP',
  'api/src/meetings/agenda-facts.ts': 'turns what was read from the database into what crosses HTTP',
  'api/src/meetings/live-stream.ts': 'holds the open answer of a stream of events',
  'api/src/meetings/meeting-body.ts': 'turns rows of the database into what crosses HTTP',
  'api/src/promises/promise-body.ts': 'turns rows of the database into what crosses HTTP',
  'api/src/imports/xlsx-rows.ts': 'reads a workbook with a library that needs Node',
};

/** The feature that a file of the API belongs to; null for app, geo, analysis, privacy and main.ts. */
export function featureOf(file: string): string | null {
  const folder = /^api\/src\/([^/]+)\//.exec(file)?.[1];
  return folder && !rooms.has(folder) ? folder : null;
}

/** The room of the API that a file lies in: a feature, app, geo, analysis, privacy; null outside api/src. */
export function roomOf(file: string): string | null {
  return /^api\/src\/([^/]+)\//.exec(file)?.[1] ?? null;
}

/** The folder of web/src that a file lies in; null outside it. */
export function webRoomOf(file: string): string | null {
  return /^web\/src\/([^/]+)\//.exec(file)?.[1] ?? null;
}

export function isWebFeature(room: string): boolean {
  return !webRooms.has(room);
}

export function kindOf(file: string): Kind {
  const suffix = /\.(spec|controller|service|module|entity|queries|schema|problems)\.tsx?$/.exec(file)?.[1];
  if (suffix) return suffix as Kind;
  return outward[file] ? 'outward' : 'pure';
}
