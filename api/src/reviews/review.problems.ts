import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong in the review, in words. */
export const reviewProblems: ProblemTable = {
  'unknown-reason': fieldText(
    'Skälet finns inte i kommunens lista. Välj ett annat.',
    'The reason is not in the municipality’s list. Choose another.',
  ),
  'reason-missing': fieldText('Välj varför rapporten avfärdas.', 'Choose why the report is dismissed.'),
  'merge-needs-two': {
    status: 400,
    title: ['Det behövs två rapporter', 'Two reports are needed'],
    detail: ['Välj minst två rapporter som är samma händelse.', 'Choose at least two reports of the same event.'],
  },
  'merge-sensitive': {
    status: 409,
    title: ['Den kan inte slås ihop', 'It cannot be merged'],
    detail: [
      'En av raderna är känslig och har ingen plats. Den får inte knytas till en rapport som har det.',
      'One of the rows is sensitive and has no place. It must not be tied to a report that has one.',
    ],
  },
  'merge-dismissed': {
    status: 409,
    title: ['Den kan inte slås ihop', 'It cannot be merged'],
    detail: [
      'En av rapporterna är avfärdad. Ta tillbaka den först.',
      'One of the reports is dismissed. Take it back first.',
    ],
  },
  'already-one-event': {
    status: 409,
    title: ['De är redan en händelse', 'They are one event already'],
    detail: ['Rapporterna räknas redan som en händelse.', 'The reports count as one event already.'],
  },
  'merge-not-undoable': {
    status: 409,
    title: ['Det går inte att ångra', 'It cannot be undone'],
    detail: [
      'Händelsen har slagits ihop igen efter det här, eller så är någon rad borta. Ångra det senaste först.',
      'The event has been merged again since, or one of its rows is gone. Undo the latest merge first.',
    ],
  },
  'nothing-to-undo': {
    status: 409,
    title: ['Det finns inget att ångra', 'There is nothing to undo'],
    detail: [
      'Du kan bara ångra det du själv gjorde senast med rapporten.',
      'You can only undo what you yourself did last with the report.',
    ],
  },
  'nobody-to-ask': {
    status: 409,
    title: ['Det finns ingen att fråga', 'There is nobody to ask'],
    detail: [
      'Raden kom genom en import. Fråga den som lämnade filen.',
      'The row came by import. Ask whoever gave you the file.',
    ],
  },
  'no-open-question': {
    status: 409,
    title: ['Det finns ingen fråga att svara på', 'There is no question to answer'],
    detail: ['Frågan är redan besvarad eller tillbakatagen.', 'The question is answered already, or was taken back.'],
  },
  'not-trusted': {
    status: 409,
    title: ['Organisationen är inte betrodd', 'The organisation is not trusted'],
    detail: [
      'Markera organisationen som betrodd innan dess rapporter godkänns tillsammans.',
      'Mark the organisation as trusted before its reports are accepted together.',
    ],
  },
};
