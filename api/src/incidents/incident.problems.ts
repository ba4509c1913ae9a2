import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong with a report, in words. */
export const incidentProblems: ProblemTable = {
  'unknown-category': fieldText(
    'Kategorin finns inte i kommunens lista. Välj en annan.',
    'The category is not in the municipality’s list. Choose another.',
  ),
  'category-import-only': fieldText(
    'Den här kategorin kommer bara från polisens uppgifter och går inte att rapportera.',
    'This category comes from police data only and cannot be reported.',
  ),
  'end-before-start': fieldText(
    'Sluttiden ligger före starttiden. Byt plats på dem.',
    'The end is before the start. Swap them.',
  ),
  'in-the-future': fieldText(
    'Tiden ligger framåt i tiden. Kontrollera datum och klocka.',
    'The time is in the future. Check date and clock.',
  ),
  'too-old': fieldText(
    'Händelsen är mer än ett år gammal. Kontrollera datumet.',
    'The event is more than a year old. Check the date.',
  ),
  'outside-municipality': fieldText(
    'Platsen ligger utanför kommunen. Flytta markören på kartan.',
    'The place is outside the municipality. Move the marker on the map.',
  ),
  'swapped-position': fieldText(
    'Longitud och latitud verkar ha bytt plats.',
    'Longitude and latitude seem to be swapped.',
  ),
  'personal-data-found': {
    status: 422,
    title: ['Texten innehåller personuppgifter', 'The text holds personal data'],
    detail: [
      'Ta bort personnummer, telefonnummer och e-postadresser och försök igen. Inget har sparats.',
      'Remove personal identity numbers, phone numbers and e-mail addresses and try again. Nothing was saved.',
    ],
  },
  'report-id-taken': {
    status: 409,
    title: ['Rapporten finns redan', 'The report exists'],
    detail: [
      'En annan rapport har samma id. Börja om med en ny rapport.',
      'Another report has the same id. Start a new report.',
    ],
  },
  'status-not-allowed': {
    status: 409,
    title: ['Det går inte härifrån', 'It cannot be done from here'],
    detail: ['En rapport som är {from} kan inte bli {to}.', 'A report that is {from} cannot become {to}.'],
  },
};
