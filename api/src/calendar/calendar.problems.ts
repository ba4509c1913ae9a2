import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong with the annual wheel, in words. */
export const calendarProblems: ProblemTable = {
  'no-such-day': fieldText(
    'Månaden har inte så många dagar. Välj en annan dag.',
    'The month has not so many days. Choose another.',
  ),
  'year-outside': fieldText(
    'Årshjulet går från 1990 till 2100. Välj ett år däremellan.',
    'The annual wheel runs from 1990 to 2100. Choose a year between.',
  ),
  'span-too-long': fieldText('Fråga om högst tre år i taget.', 'Ask about three years at most.'),
  'skip-reason-missing': fieldText('Skriv varför den hoppas över.', 'Write why it is skipped.'),
  'unknown-suggestion': fieldText(
    'Förslaget finns inte. Ladda om sidan.',
    'The suggestion does not exist. Reload the page.',
  ),
  'suggestion-asks': fieldText(
    'Det här skiljer sig mellan kommuner. Lägg in det med era egna veckor.',
    'This differs between municipalities. Enter it with your own weeks.',
  ),
  'no-such-occurrence': {
    status: 422,
    title: ['Det finns inget tillfälle den dagen', 'There is no occasion on that day'],
    detail: [
      'Regeln ger inget tillfälle den {date}. Välj en dag i listan, eller lägg in ett extra tillfälle.',
      'The rule gives no occasion on {date}. Choose a day of the list, or add an extra one.',
    ],
  },
};
