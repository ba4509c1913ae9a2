import type { ProblemTable } from '../app/domain-error.js';

/** What can go wrong with a report, in words. */
export const incidentProblems: ProblemTable = {};
