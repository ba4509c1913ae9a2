/** The roles, in the order in which they are chosen. */
export const roles = ['reporter', 'coordinator', 'police', 'analyst', 'reader', 'administrator'] as const;
