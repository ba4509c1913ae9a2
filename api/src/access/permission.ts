/** What somebody may do. The sentence is printed in the docs and on the administration page. */
export const permissions = {
  'incident:report': 'Report an incident',
  'device:pair': 'Pair phones of one’s own with one’s account, and revoke them',
  'device:administer': 'Pair phones with other accounts, see all of them and revoke them',
  'incident:read': 'Open reports and police rows of the groups that one may see',
  'incident:review': 'Correct, accept and dismiss reports',
  'review:settings': 'Say whose reports are trusted, and what counts as a possible duplicate',
  'import:read': 'See imports and their row results',
  'import:run': 'Bring in a file, and undo it',
  'register:write': 'Bring in addresses, places, streets and areas from a file',
  'map:read': 'See the map with its figures, clusters and hot spots',
  'analysis:run': 'Run and store an analysis',
  'baseline:write': 'Bring in, weigh and remove what says where people live, work and move',
  'alert:read': 'See what the nightly search found, and mark it as seen',
  'alert:settings': 'Say from when the nightly search tells of something',
  'hotspot:read': 'See hot spots',
  'hotspot:decide': 'Take up or draw hot spots, write about them, change their stage, merge and split them',
  'promise:read': 'See promises and their progress',
  'promise:write': 'Write promises and commitments',
  'occasion:log': 'Log that a commitment was carried out',
  'document:export': 'Make documents: platsunderlag and lägesbild',
  'coverage:read': 'See which organisations have reported, had nothing to report, or were silent',
  'coverage:write': 'Say that one’s organisation has nothing to report this week, and take it back',
  'coverage:settings': 'Say from which organisations reports are expected',
  'assessment:write': 'Say how an area’s week was, calmer, as usual or worse, and take it back',
  'assessment:settings': 'Say what is asked in the veckobedömning',
  'reminder:administer': 'Say which organisations are reminded when and how, and remind one now',
  'audit:read': 'Read who has read and written what',
  'municipality:read': "See the municipality's categories, areas, places and organisations",
  'list:write': "Change the municipality's categories, crime codes, places and thresholds",
  'municipality:administer': "Change the municipality's areas, places, organisations and settings",
  'account:administer': 'Invite and disable accounts of the municipality',
  'calendar:read': 'See the annual wheel',
  'calendar:write': 'Change the annual wheel, and say what was done, moved or skipped',
  'action:read': 'See actions and decisions with how they go, secret ones apart',
  'action:write': 'Write, change, share and withdraw actions, and see secret ones',
  'situation:write': 'Set the colour of an area and edit the text of the lägesbild',
  'situation:approve': 'Approve the lägesbild and the åtgärdsplan, and record what the law asks for',
  'meeting:read': 'Read meetings with their agenda, notes and minutes, and follow them live',
  'meeting:write': 'Keep groups, series and meetings: agenda, notes, decisions, priorities, closing',
  'view:write': 'Save and share views of the map, and freeze one with what it shows',
} as const;

export type Permission = keyof typeof permissions;

export const roles = ['reporter', 'coordinator', 'police', 'analyst', 'reader', 'administrator'] as const;
export type Role = (typeof roles)[number];

const everybody: Permission[] = [
  'municipality:read',
  'incident:report',
  'device:pair',
  'coverage:write',
  'assessment:write',
];

/** All that a paired phone may do, whatever the role of its account. */
export const devicePermissions: readonly Permission[] = [
  'municipality:read',
  'incident:report',
  'coverage:write',
  'assessment:write',
];

const readers: Permission[] = [
  'municipality:read',
  'map:read',
  'hotspot:read',
  'promise:read',
  'document:export',
  'coverage:read',
  'calendar:read',
  'action:read',
  'meeting:read',
];
const workers: Permission[] = [
  ...readers,
  'incident:report',
  'device:pair',
  'coverage:write',
  'assessment:write',
  'incident:read',
  'analysis:run',
  'alert:read',
  'import:read',
  'occasion:log',
  'view:write',
];

/** Role by permission, the one table that the guard reads. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  reporter: [...everybody, 'promise:read', 'occasion:log'],
  reader: readers,
  analyst: [...workers, 'baseline:write'],
  police: [
    ...workers,
    'import:run',
    'hotspot:decide',
    'promise:write',
    'incident:review',
    'calendar:write',
    'action:write',
    'situation:write',
    'meeting:write',
  ],
  coordinator: [
    ...workers,
    'import:run',
    'register:write',
    'hotspot:decide',
    'promise:write',
    'incident:review',
    'review:settings',
    'device:administer',
    'alert:settings',
    'coverage:settings',
    'assessment:settings',
    'reminder:administer',
    'audit:read',
    'baseline:write',
    'list:write',
    'calendar:write',
    'action:write',
    'situation:write',
    'situation:approve',
    'meeting:write',
  ],
  administrator: [
    'municipality:read',
    'municipality:administer',
    'list:write',
    'alert:settings',
    'coverage:read',
    'coverage:settings',
    'assessment:settings',
    'reminder:administer',
    'register:write',
    'baseline:write',
    'account:administer',
    'device:administer',
    'audit:read',
    'map:read',
    'promise:read',
    'hotspot:read',
    'calendar:read',
  ],
};

/** Whether a role carries a permission. A role that is not known carries none. */
export function mayRole(role: string, permission: Permission): boolean {
  return Object.hasOwn(rolePermissions, role) && rolePermissions[role as Role].includes(permission);
}
