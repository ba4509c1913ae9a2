import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong with presence and mobilisation, in words. */
export const presenceProblems: ProblemTable = {
  'commitment-not-here': fieldText(
    'Åtagandet hör inte till ett löfte som gäller här nu. Välj ett annat, eller inget.',
    'The commitment belongs to no promise that holds here now. Choose another, or none.',
  ),
  'presence-id-taken': {
    status: 409,
    title: ['Närvaron finns redan', 'The presence exists'],
    detail: ['En annan närvaro har samma id. Tryck igen.', 'Another presence has the same id. Press again.'],
  },
  'function-number-wrong': fieldText(
    'Skriv ett nummer till en funktion, till exempel 114 14 eller 0221-123 45. Mobilnummer hör till en person och sparas inte.',
    'Write the number of a function, for example 114 14 or 0221-123 45. A mobile number belongs to a person and is not stored.',
  ),
  'unknown-place': fieldText(
    'Platsen finns inte i registret. Välj en annan.',
    'The place is not in the register. Choose another.',
  ),
  'mobilisation-name-taken': {
    status: 409,
    title: ['Rutinen finns redan', 'The routine exists'],
    detail: [
      'Platsen har redan en rutin med det namnet. Välj ett annat.',
      'The place has a routine of that name. Choose another.',
    ],
  },
  'mobilisation-ended': {
    status: 409,
    title: ['Insatsen är avslutad', 'The effort is ended'],
    detail: ['Starta rutinen på nytt om den behövs igen.', 'Start the routine anew if it is needed again.'],
  },
};
