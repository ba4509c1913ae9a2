/** What somebody may do. The sentence is printed in the docs and on the administration page. */
export const permissions = {
  'incident:report': 'Report an incident',
  'incident:read': 'Open reports and police rows of the groups that one may see',
  'incident:review': 'Correct, accept and dismiss reports',
  'import:read': 'See imports and their row results',
  'import:run': 'Bring in a file, and undo it',
  'map:read': 'See the map with its figures, clusters and hot spots',
  'analysis:run': 'Run and store an analysis',
  'hotspot:read': 'See hot spots',
  'hotspot:decide': 'Take up a cluster as a hot spot and change its stage',
  'promise:read': 'See promises and their progress',
  'promise:write': 'Write promises and commitments',
  'occasion:log': 'Log that a commitment was carried out',
  'document:export': 'Make documents: platsunderlag and lägesbild',
  'audit:read': 'Read who has read and written what',
  'municipality:read': "See the municipality's categories, areas, places and organisations",
  'municipality:administer': "Change the municipality's areas, places, organisations and settings",
  'account:administer': 'Invite and disable accounts of the municipality',
} as const;

export type Permission = keyof typeof permissions;

export const roles = ['reporter', 'coordinator', 'police', 'analyst', 'reader', 'administrator'] as const;
export type Role = (typeof roles)[number];

const everybody: Permission[] = ['municipality:read', 'incident:report'];
const readers: Permission[] = ['municipality:read', 'map:read', 'hotspot:read', 'promise:read', 'document:export'];
const workers: Permission[] = [
  ...readers,
  'incident:report',
  'incident:read',
  'analysis:run',
  'import:read',
  'occasion:log',
];

/** Role by permission, the one table that the guard reads. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  reporter: [...everybody, 'promise:read', 'occasion:log'],
  reader: readers,
  analyst: workers,
  police: [...workers, 'import:run', 'hotspot:decide', 'promise:write', 'incident:review'],
  coordinator: [...workers, 'import:run', 'hotspot:decide', 'promise:write', 'incident:review', 'audit:read'],
  administrator: [
    'municipality:read',
    'municipality:administer',
    'account:administer',
    'audit:read',
    'map:read',
    'promise:read',
    'hotspot:read',
  ],
};

/** Whether a role carries a permission. A role that is not known carries none. */
export function mayRole(role: string, permission: Permission): boolean {
  return Object.hasOwn(rolePermissions, role) && rolePermissions[role as Role].includes(permission);
}
