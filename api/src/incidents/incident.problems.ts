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
  'outside-sweden': fieldText('Platsen ligger utanför Sverige.', 'The place is outside Sweden.'),
  'radius-out-of-range': fieldText(
    'Välj ett avstånd mellan 1 meter och 20 kilometer.',
    'Choose a distance between 1 metre and 20 kilometres.',
  ),
  'drawn-corners': fieldText(
    'Ett ritat område ska ha minst 3 och högst 100 hörn.',
    'A drawn area has at least 3 and at most 100 corners.',
  ),
  'drawn-area-crosses': {
    status: 422,
    title: ['Det ritade området korsar sig självt', 'The drawn area crosses itself'],
    detail: [
      'Två av kanterna korsar varandra, så det går inte att säga vad som ligger innanför. Flytta hörnen eller rita om området.',
      'Two of its sides cross, so it cannot be said what lies inside. Move the corners, or draw the area again.',
    ],
  },
  'drawn-area-empty': {
    status: 422,
    title: ['Det ritade området har ingen yta', 'The drawn area has no surface'],
    detail: [
      'Hörnen ligger på en rad eller på samma ställe. Flytta dem isär eller rita om området.',
      'The corners lie in a row or in one place. Move them apart, or draw the area again.',
    ],
  },
  'place-missing': fieldText('Välj var det hände.', 'Choose where it happened.'),
  'inside-dwelling': fieldText(
    'Det som händer inne i en bostad rapporteras inte här. Gäller det trapphus, tvättstuga eller gård, välj det i stället.',
    'What happens inside a home is not reported here. If it was a stairwell, laundry room or yard, choose that instead.',
  ),
  'not-ours-to-move': fieldText(
    'Tid och plats går bara att rätta i egna rapporter. Det här kom från ett annat system och skulle ändras tillbaka av nästa fil.',
    'Time and place can be corrected in our own reports only. This came from another system, whose next file would change it back.',
  ),
  'personal-data-found': {
    status: 422,
    title: ['Texten innehåller personuppgifter', 'The text holds personal data'],
    detail: [
      'Ta bort personnummer, telefonnummer och e-postadresser och försök igen. Inget har sparats.',
      'Remove personal identity numbers, phone numbers and e-mail addresses and try again. Nothing was saved.',
    ],
  },
  'personnummer-in-text': fieldText(
    'Texten innehåller ett personnummer. Ta bort det. Skriv vad som hände, inte vem det gäller.',
    'The text contains a personal identity number. Remove it. Write what happened, not who it is about.',
  ),
  'samordningsnummer-in-text': fieldText(
    'Texten innehåller ett samordningsnummer. Ta bort det. Skriv vad som hände, inte vem det gäller.',
    'The text contains a coordination number. Remove it. Write what happened, not who it is about.',
  ),
  'phone-in-text': fieldText(
    'Texten innehåller ett telefonnummer. Ta bort det.',
    'The text contains a telephone number. Remove it.',
  ),
  'email-in-text': fieldText(
    'Texten innehåller en e-postadress. Ta bort den.',
    'The text contains an e-mail address. Remove it.',
  ),
  'nothing-to-clear': {
    status: 409,
    title: ['Texten är redan synlig', 'The text can be seen already'],
    detail: [
      'Texten har inga markeringar som väntar på granskning.',
      'The text has no marks that wait for a reviewer.',
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
  'report-differs': {
    status: 409,
    title: ['Rapporten är redan skickad med annat innehåll', 'The report was already sent with other content'],
    detail: [
      'Samma rapport har skickats tidigare, kanske från en annan telefon, och då stod det något annat. Den som finns är kvar. Skicka den här som en ny rapport eller ta bort den.',
      'The same report was sent before, perhaps from another phone, and it said something else then. That one stays. Send this as a new report, or throw it away.',
    ],
  },
  'status-not-allowed': {
    status: 409,
    title: ['Det går inte härifrån', 'It cannot be done from here'],
    detail: ['En rapport som är {from} kan inte bli {to}.', 'A report that is {from} cannot become {to}.'],
  },
};
