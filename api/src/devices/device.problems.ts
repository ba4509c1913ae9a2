import type { ProblemTable } from '../app/domain-error.js';

/** What can go wrong with paired phones, in words. */
export const deviceProblems: ProblemTable = {
  'too-many-devices': {
    status: 409,
    title: ['Kontot har för många telefoner', 'The account has too many phones'],
    detail: [
      'Ett konto kan ha {most} parade telefoner. Återkalla någon som inte används.',
      'An account may have {most} paired phones. Revoke one that is not used.',
    ],
  },
  'account-may-not-report': {
    status: 409,
    title: ['Kontot får inte rapportera', 'The account may not report'],
    detail: [
      'En telefon kan bara paras med ett konto som får rapportera i kommunen.',
      'A phone can be paired only with an account that may report in the municipality.',
    ],
  },
};
