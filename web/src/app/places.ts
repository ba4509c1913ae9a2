import { may, type Membership, type Permission } from '../api/session.js';
import type { IconName } from '../ui/icon-paths.js';

/** A place of the page that the menu leads to. It is shown when its route exists and the permission is held. */
export interface Place {
  id:
    | 'start'
    | 'actions'
    | 'report'
    | 'week'
    | 'map'
    | 'analysis'
    | 'review'
    | 'promises'
    | 'situation'
    | 'import'
    | 'administration'
    | 'wheel'
    | 'meetings';
  path: string;
  icon: IconName;
  /** Name of the permission in the API's table; without it the place is not shown. */
  permission: Permission;
}

/** In the order of the rail. The bottom bar of a phone takes the first three beside *Rapportera*, the rest under "Mer". */
export const places: readonly Place[] = [
  { id: 'report', path: '/$code/rapportera', icon: 'report', permission: 'incident:report' },
  { id: 'start', path: '/$code', icon: 'home', permission: 'municipality:read' },
  { id: 'map', path: '/$code/karta', icon: 'map', permission: 'map:read' },
  { id: 'review', path: '/$code/granska', icon: 'inbox', permission: 'incident:review' },
  { id: 'meetings', path: '/$code/moten', icon: 'users', permission: 'meeting:read' },
  { id: 'analysis', path: '/$code/analys', icon: 'analysis', permission: 'analysis:run' },
  { id: 'promises', path: '/$code/loften', icon: 'promise', permission: 'promise:read' },
  { id: 'actions', path: '/$code/atgarder', icon: 'list', permission: 'action:read' },
  { id: 'situation', path: '/$code/lagesbild', icon: 'document', permission: 'document:export' },
  { id: 'wheel', path: '/$code/arshjul', icon: 'wheel', permission: 'calendar:read' },
  { id: 'week', path: '/$code/veckan', icon: 'calendar', permission: 'coverage:write' },
  { id: 'import', path: '/$code/importera', icon: 'import', permission: 'import:read' },
  { id: 'administration', path: '/$code/administration', icon: 'settings', permission: 'list:write' },
];

/** The places that this membership may open, of those that have a route. */
export function placesFor(membership: Membership | null, routes: ReadonlySet<string>): readonly Place[] {
  return places.filter((place) => routes.has(place.path) && may(membership, place.permission));
}

/** Where a person goes at once: the only place there is, or the report form for one who has no map; `null`: choose by tiles. */
export function firstPlace(available: readonly Place[]): Place | null {
  const [only] = available;
  if (available.length === 1 && only !== undefined) return only;
  if (available.some(({ id }) => id === 'map')) return null;
  return available.find(({ id }) => id === 'report') ?? null;
}
