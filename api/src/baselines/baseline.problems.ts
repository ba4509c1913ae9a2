import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong with the table of where people live, work and move, in words. */
export const baselineProblems: ProblemTable = {
  'baseline-not-usable': {
    status: 422,
    title: ['Underlaget går inte att använda', 'The baseline cannot be used'],
    detail: [
      'Se vad som är fel vid filen. Inget har sparats.',
      'See what is wrong beside the file. Nothing was saved.',
    ],
  },
  'baseline-name-taken': {
    status: 409,
    title: ['Namnet är upptaget', 'The name is taken'],
    detail: [
      'Det finns redan ett underlag som heter så. Välj ett annat namn, eller ersätt det som finns.',
      'There is a baseline of that name already. Choose another name, or replace the one that exists.',
    ],
  },
  'baseline-already-replaced': {
    status: 409,
    title: ['Någon annan hann före', 'Somebody else was first'],
    detail: [
      'Underlaget som skulle ersättas har redan ersatts eller tagits bort. Läs in sidan igen. Inget har sparats.',
      'The baseline that was to be replaced has been replaced or removed already. Reload the page. Nothing was saved.',
    ],
  },
  'baseline-changed-since-preview': {
    status: 409,
    title: ['Underlaget har ändrats sedan du såg det', 'The baseline has changed since you saw it'],
    detail: [
      'Filen eller registret ger nu något annat än det du såg. Titta på det igen. Inget har sparats.',
      'The file or the register now gives something else than what you saw. Look at it again. Nothing was saved.',
    ],
  },
  'baseline-too-many': {
    status: 409,
    title: ['Det finns redan tre underlag', 'There are three baselines already'],
    detail: ['Ta bort eller ersätt ett av dem först.', 'Remove or replace one of them first.'],
  },
  'baseline-file-missing': fieldText('Välj en fil med en tabell.', 'Choose a file with a table.'),
  'baseline-weights-unreadable': fieldText(
    'Vikterna ska vara ett tal från 0 till 100 för varje slag.',
    'The weights must be a number from 0 to 100 for each kind.',
  ),
  'baseline-without-counts': fieldText(
    'Ingen kolumn säger hur många. Lägg till en kolumn som heter till exempel Antal, Boende eller Arbetsplatser.',
    'No column says how many. Add a column called, for example, Count, Residents or Workplaces.',
  ),
  'baseline-without-people': fieldText(
    'Det finns inga människor att räkna med: alla rader är tomma, avvisade, utanför kommunen eller väger noll.',
    'There are no people to count: all rows are empty, rejected, outside the municipality or weigh nothing.',
  ),
  'baseline-in-one-place': fieldText(
    'Alla människor finns på några få platser. Det behövs minst tio olika rutor om 100 meter för att jämföra platser.',
    'All people are in a few places. At least ten different squares of 100 metres are needed to compare places.',
  ),
  'baseline-mostly-rejected': fieldText(
    'Fler än hälften av raderna går inte att läsa. Rätta filen först, annars saknas de flesta människor.',
    'More than half of the rows cannot be read. Mend the file first; otherwise most people are missing.',
  ),
  'baseline-count-not-a-number': fieldText(
    'Antalet är inget tal. Skriv till exempel 12 eller 12,5.',
    'The count is not a number. Write, for example, 12 or 12.5.',
  ),
  'baseline-count-negative': fieldText('Antalet är mindre än noll.', 'The count is below zero.'),
  'baseline-count-too-large': fieldText(
    'Antalet är större än en miljon på samma plats. Kontrollera siffran.',
    'The count is above one million in one place. Check the figure.',
  ),
  'baseline-kind-unknown': fieldText(
    'Slaget känns inte igen. Skriv boende, arbete, skola, handel, resande, besök eller övrigt.',
    'The kind is not known. Write residents, work, school, shop, travel, visit or other.',
  ),
  'baseline-no-place': fieldText(
    'Raden har ingen plats: varken koordinater, adress eller område.',
    'The row has no place: neither coordinates, an address nor an area.',
  ),
  'baseline-address-unknown': fieldText(
    'Adressen finns inte i kommunens adressregister. Kontrollera gata och nummer.',
    'The address is not in the municipality’s register. Check street and number.',
  ),
  'baseline-area-unknown': fieldText(
    'Området finns inte bland kommunens områden. Kontrollera namnet.',
    'The area is not among the municipality’s areas. Check the name.',
  ),
  'baseline-area-without-addresses': fieldText(
    'Området har inga adresser att fördela människorna på.',
    'The area has no addresses to spread the people over.',
  ),
  'baseline-coordinates-unreadable': fieldText(
    'Koordinaterna går inte att läsa, eller hamnar utanför Sverige. Skriv dem i WGS 84 eller SWEREF 99.',
    'The coordinates cannot be read, or end up outside Sweden. Write them in WGS 84 or SWEREF 99.',
  ),
  'baseline-coordinates-swapped': fieldText(
    'Koordinaterna har bytt plats på raden: nord står där öst ska stå.',
    'The coordinates have changed places in the row: north stands where east should.',
  ),
};
