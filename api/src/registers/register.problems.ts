import type { ProblemTable } from '../app/domain-error.js';

/** What can go wrong with the registers, in words. */
export const registerProblems: ProblemTable = {
  'scb-away': {
    status: 503,
    title: ['SCB svarar inte', 'Statistics Sweden does not answer'],
    detail: [
      'Det gick inte att hämta områdena från SCB. Kontrollera att servern når geodata.scb.se, eller läs in områdena från en fil. Inget har ändrats.',
      'The areas could not be fetched from Statistics Sweden. Check that the server can reach geodata.scb.se, or import the areas from a file. Nothing was changed.',
    ],
  },
  'scb-answer-unusable': {
    status: 502,
    title: ['SCB:s svar går inte att använda', 'The answer from Statistics Sweden cannot be used'],
    detail: [
      'SCB svarade, men inte med områden för kommunen. Försök igen senare, eller läs in områdena från en fil. Inget har ändrats.',
      'Statistics Sweden answered, but not with areas of the municipality. Try again later, or import the areas from a file. Nothing was changed.',
    ],
  },
};
