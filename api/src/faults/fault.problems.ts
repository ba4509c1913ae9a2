import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong when a fault is passed on, in words. */
export const faultProblems: ProblemTable = {
  'webhook-not-allowed': fieldText(
    'Adressen ska börja med https:// och gå till en server som nås från internet, inte till ett internt nät.',
    'The address must begin with https:// and lead to a server on the Internet, not to an internal network.',
  ),
  'mail-address-wrong': fieldText(
    'E-postadressen verkar inte vara hel. Den ska se ut som felanmalan@kommun.se.',
    'The e-mail address does not seem to be whole. It should look like faults@municipality.se.',
  ),
  'no-fault-route': {
    status: 409,
    title: ['Det finns ingen felanmälan för kategorin', 'There is no fault service for the category'],
    detail: [
      'Kommunen har inte sagt vart fel av det här slaget ska skickas. Administratören kan lägga till det.',
      'The municipality has not said where faults of this kind go. The administrator can add it.',
    ],
  },
  'fault-not-delivered': {
    status: 502,
    title: ['Felanmälan kom inte fram', 'The fault report was not delivered'],
    detail: [
      'Mottagarens system svarade inte som det ska. Rapporten är sparad. Försök igen om en stund.',
      'The receiving system did not answer as it should. The report is stored. Try again in a while.',
    ],
  },
};
