import type { ProblemTable } from '../app/domain-error.js';

/** What can go wrong with who has reported, in words. */
export const coverageProblems: ProblemTable = {
  'week-too-old': {
    status: 422,
    title: ['Veckan är för länge sedan', 'The week is too long ago'],
    detail: [
      'Det går att svara för den här veckan och de {weeks} närmast före.',
      'An answer can be given for this week and the {weeks} before it.',
    ],
  },
};
