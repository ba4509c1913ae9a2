import { featureOf, isWebFeature, type Kind, kindOf, roomOf, webRoomOf } from './rooms.js';
import type { Import } from './source-tree.js';

/** Packages that compute and do nothing else; they may stand in pure files. */
const purePackages = new Set([
  'temporal-polyfill',
  'proj4',
  'polyclip-ts',
  'libphonenumber-js',
  'geojson',
  '@maplibre/vt-pbf',
  'node-diff3',
]);

/** What every feature may use of access, besides its services. */
const accessDoors = new Set(
  ['audit', 'requires', 'access.schema', 'permission'].map((name) => `api/src/access/${name}.ts`),
);

/** The error that rules throw knows nothing of HTTP; the words beside it are data. */
const pureOfApp = new Set(['domain-error', 'problem-texts'].map((name) => `api/src/app/${name}.ts`));

const calculating = new Set(['geo', 'analysis', 'privacy']);

/** Why this file may not import that, as the end of a sentence; null when it may. */
export function objection(file: string, wanted: Import): string | null {
  if (kindOf(file) === 'spec') return specObjection(file, wanted);
  const room = roomOf(file);
  if (room) return apiObjection(file, room, wanted);
  if (file.startsWith('web/')) return webObjection(file, wanted);
  if (file.startsWith('db/'))
    return wanted.file && !/^(db|api\/src)\//.test(wanted.file) ? 'db knows only the API' : null;
  return null;
}

/** A spec beside the code looks at the code beside it; it is not held to the rules of the product. */
function specObjection(file: string, wanted: Import): string | null {
  const away = wanted.file && !wanted.file.startsWith(`${file.split('/')[0]}/`) && !roomOf(wanted.file);
  return away ? 'a spec beside the code stays with the code; wider tests live in test/' : null;
}

function apiObjection(file: string, room: string, wanted: Import): string | null {
  const { file: target, specifier } = wanted;
  if (target && !target.startsWith('api/src/')) return 'the API imports nothing outside api/src: not db, web or test';
  if (calculating.has(room)) return calculatingObjection(room, wanted);
  if (room === 'app')
    return target && /\.(entity|queries)\.ts$/.test(target) && roomOf(target) !== 'app'
      ? 'app composes services and modules'
      : null;
  const kind = kindOf(file);
  if (kind === 'pure' || kind === 'schema' || kind === 'problems') return pureObjection(kind, target, specifier);
  return target ? featureObjection(file, kind, target) : null;
}

function calculatingObjection(room: string, { file: target, specifier }: Import): string | null {
  if (!target)
    return purePackages.has(specifier)
      ? null
      : `${room} is pure and ${specifier} is not among the packages that only compute`;
  const into = roomOf(target);
  return into === room || (into === 'geo' && room !== 'geo')
    ? null
    : `${room} imports ${room === 'geo' ? 'nothing else' : 'geo only'}`;
}

function pureObjection(kind: Kind, target: string | null, specifier: string): string | null {
  if (!target) {
    if (purePackages.has(specifier) || (kind === 'schema' && specifier === 'zod')) return null;
    return `a pure file does not import ${specifier}; if it must reach outside, name it with its reason in test/architecture/rooms.ts`;
  }
  const room = roomOf(target)!;
  if (calculating.has(room) || pureOfApp.has(target)) return null;
  if (room === 'app') return 'pure files know nothing of the application around them';
  return ['pure', 'schema', 'problems'].includes(kindOf(target)) ? null : 'pure files import pure files only';
}

function featureObjection(file: string, kind: Kind, target: string): string | null {
  const [own, other] = [featureOf(file), featureOf(target)];
  if (other === null || other === own) return null;
  const wanted = kindOf(target);
  if (wanted === 'entity' || wanted === 'queries')
    return `the rows and the SQL of ${other} are its own; ask its service`;
  if (wanted === 'service' || accessDoors.has(target)) return null;
  if (wanted === 'module') return kind === 'module' ? null : 'only a module imports a module';
  return wanted === 'pure' || wanted === 'schema' ? null : `of another feature only services and pure files are used`;
}

function webObjection(file: string, { file: target }: Import): string | null {
  if (!target) return null;
  if (target.startsWith('api/')) {
    return ['geo', 'privacy'].includes(roomOf(target) ?? '')
      ? null
      : 'of the API the web imports geo and privacy only; for the rest there are the generated types';
  }
  if (!target.startsWith('web/')) return 'the web imports nothing outside web/ but the pure folders of the API';
  const [from, into] = [webRoomOf(file), webRoomOf(target)];
  if (from === null || from === 'app' || into === null || into === from) return null;
  if (isWebFeature(into))
    return isWebFeature(from)
      ? 'features of the web never import each other'
      : `web/src/${from} belongs to everybody and knows no feature`;
  if (into === 'app') return 'only main.tsx imports app';
  return from === 'ui' && into !== 'ui' ? 'ui knows no domain word, no map and no server' : null;
}
