import { Access1000000000001 } from './0001-access.js';
import { Place1000000000002 } from './0002-place.js';
import { Incident1000000000003 } from './0003-incident.js';
import { Hotspot1000000000004 } from './0004-hotspot.js';

/** Every migration, oldest first. A released one is never edited. */
export const migrations = [Access1000000000001, Place1000000000002, Incident1000000000003, Hotspot1000000000004];
