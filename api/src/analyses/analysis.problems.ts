import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong with analyses and alerts, in words. */
export const analysisProblems: ProblemTable = {
  'analysis-busy': {
    status: 503,
    title: ['Många analyser väntar redan', 'Many analyses are waiting already'],
    detail: ['Vänta en stund och försök igen.', 'Wait a while and try again.'],
  },
  'too-many-analyses': {
    status: 429,
    title: ['Du har flera analyser på gång', 'You have several analyses going'],
    detail: [
      'Högst {most} kan pågå samtidigt. Vänta tills en är klar eller avbryt en.',
      'At most {most} can go on at the same time. Wait until one is done or cancel one.',
    ],
  },
  'analysis-finished': {
    status: 409,
    title: ['Analysen är redan klar', 'The analysis is finished already'],
    detail: ['Det finns inget att avbryta.', 'There is nothing to cancel.'],
  },
  'parameter-out-of-range': fieldText(
    'Värdet ligger utanför vad metoden och uppgifternas noggrannhet klarar.',
    'The value lies outside what the method and the precision of the data can bear.',
  ),
  'parameter-without-meaning': fieldText(
    'Frågan använder inte det här värdet. Ta bort det.',
    'The question does not use this value. Remove it.',
  ),
  'bands-not-rising': fieldText(
    'Gränserna ska komma i stigande ordning, var och en en gång.',
    'The edges should be in rising order, each once.',
  ),
  'after-within-before': fieldText(
    'Tiden efter börjar innan tiden före är slut. Välj ett senare datum.',
    'The time after starts before the time before has ended. Choose a later date.',
  ),
  'not-a-run-of-places': fieldText(
    'Bara analyser av var det händer kan jämföras och förklaras så.',
    'Only analyses of where it happens can be compared and explained like this.',
  ),
  'review-after-alert': fieldText(
    'Gränsen för granskning kan inte vara högre än gränsen för larm.',
    'The limit for review cannot be higher than the limit for an alert.',
  ),
};
