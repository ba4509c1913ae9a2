import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong here, in words. */
export const promiseProblems: ProblemTable = {
  'period-order': fieldText(
    'Sista dagen ligger före första dagen. Byt plats på dem.',
    'The last day is before the first. Swap them.',
  ),
  'unit-missing': fieldText(
    'Skriv vad som räknas, till exempel cykelkontroller.',
    'Write what is counted, for example bicycle checks.',
  ),
  'target-not-positive': fieldText('Skriv ett tal som är större än noll.', 'Write a number above zero.'),
  'target-not-above-baseline': fieldText(
    'Målet måste vara högre än det ni utgår från.',
    'The target must be higher than the level you start from.',
  ),
  'unknown-organisation': fieldText(
    'Aktören finns inte i kommunen. Välj en annan.',
    'The organisation is not in the municipality. Choose another.',
  ),
  'unknown-hotspot': fieldText(
    'Hot spoten finns inte här. Välj en annan.',
    'The hot spot is not here. Choose another.',
  ),
  'unknown-area': fieldText(
    'Området finns inte i kommunen. Välj ett annat.',
    'The area is not in the municipality. Choose another.',
  ),
  'occasion-ahead': fieldText(
    'Dagen har inte varit än. Välj i dag eller tidigare.',
    'The day has not been yet. Choose today or earlier.',
  ),
  'occasion-outside-period': fieldText(
    'Löftet gäller {from} till {to}. Välj en dag inom den tiden.',
    'The promise holds from {from} to {to}. Choose a day within that time.',
  ),
  'minutes-missing': fieldText(
    'Skriv hur länge det varade. Åtagandet räknas i timmar.',
    'Write how long it lasted. The commitment is counted in hours.',
  ),
  'promise-id-taken': {
    status: 409,
    title: ['Löftet finns redan', 'The promise exists'],
    detail: [
      'Ett annat löfte har samma id. Börja om med ett nytt.',
      'Another promise has the same id. Start a new one.',
    ],
  },
  'occasion-id-taken': {
    status: 409,
    title: ['Tillfället finns redan', 'The occasion exists'],
    detail: [
      'Ett annat tillfälle har samma id. Börja om med ett nytt.',
      'Another occasion has the same id. Start a new one.',
    ],
  },
};
