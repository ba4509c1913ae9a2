import type { ProblemTable } from '../app/domain-error.js';

/** What can go wrong here, in words. */
export const importProblems: ProblemTable = {};
