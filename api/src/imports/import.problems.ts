import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';
import { explainOutcome } from './outcomes.js';
import { tableProblemCodes } from './table-problem.js';

/** Why a file is no table; each stands beside the file. */
const files: ProblemTable = Object.fromEntries(
  tableProblemCodes.map((code) => [code, fieldText(explainOutcome(code, 'sv'), explainOutcome(code, 'en'))]),
);

/** What can go wrong with an import, in words. */
export const importProblems: ProblemTable = {
  ...files,
  'import-not-usable': {
    status: 422,
    title: ['Filen går inte att läsa in', 'The file cannot be imported'],
    detail: [
      'Se vad som är fel vid filen. Inget har sparats.',
      'See what is wrong beside the file. Nothing was saved.',
    ],
  },
  'import-not-ready': {
    status: 409,
    title: ['Importen går inte att starta än', 'The import cannot be started yet'],
    detail: ['Rätta det som är markerat och försök igen.', 'Correct what is marked and try again.'],
  },
  'import-wrong-status': {
    status: 409,
    title: ['Det går inte längre', 'It can no longer be done'],
    detail: [
      'Importen har redan gått vidare. Läs in sidan igen och se hur den står.',
      'The import has already moved on. Reload the page and see where it stands.',
    ],
  },
  'import-interrupted': {
    status: 409,
    title: ['Importen avbröts', 'The import was interrupted'],
    detail: [
      'Filen finns inte kvar hos oss: den sparas krypterad i högst 30 minuter och försvinner när servern startar om. Inget av den har sparats. Välj filen igen.',
      'The file is no longer with us: it is kept encrypted for at most 30 minutes and disappears when the server restarts. Nothing of it was saved. Choose the file again.',
    ],
  },
  'import-failed': {
    status: 409,
    title: ['Importen gick inte att slutföra', 'The import could not be finished'],
    detail: [
      'Något gick fel när raderna skulle sparas. Inget av filen har sparats. Försök igen, och hör av dig till administratören om det händer fler gånger.',
      'Something went wrong while the rows were saved. Nothing of the file was saved. Try again, and tell the administrator if it happens again.',
    ],
  },
  'import-source-not-yours': fieldText(
    'Din organisation får inte läsa in uppgifter från den källan.',
    'Your organisation may not import data from that source.',
  ),
  'import-file-missing': fieldText('Välj en fil.', 'Choose a file.'),
  'field-twice': fieldText(
    'Två kolumner kan inte vara samma sak. Ändra den ena.',
    'Two columns cannot be the same thing. Change one of them.',
  ),
  'column-not-there': fieldText('Kolumnen finns inte i filen.', 'The column is not in the file.'),
  'date-column-missing': fieldText(
    explainOutcome('date-column-missing', 'sv'),
    explainOutcome('date-column-missing', 'en'),
  ),
  'kind-column-missing': fieldText(
    'Ingen kolumn är vald som brottskod eller händelsetyp. Utan den går det inte att se vilka rader som ska förlora sin plats.',
    'No column is chosen as crime code or event type. Without it nobody can tell which rows must lose their place.',
  ),
};
