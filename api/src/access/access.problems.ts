import { type ProblemTable } from '../app/domain-error.js';

/** What can go wrong at the door, in words. */
export const accessProblems: ProblemTable = {
  'wrong-credentials': {
    status: 401,
    title: ['Inloggningen lyckades inte', 'Sign-in did not succeed'],
    detail: ['E-postadressen eller lösenordet stämmer inte.', 'The e-mail address or the password is not right.'],
  },
  'pairing-code-used': {
    status: 410,
    title: ['Koden gäller inte längre', 'The code no longer works'],
    detail: [
      'Koden har redan använts, är äldre än en kvart eller är återkallad. Be om en ny.',
      'The code has been used, is older than a quarter of an hour or was revoked. Ask for a new one.',
    ],
  },
  'device-expired': {
    status: 401,
    title: ['Para telefonen igen', 'Pair the phone again'],
    detail: [
      'Telefonens parning har gått ut. Det som väntar på telefonen är kvar och skickas när den är parad igen.',
      'The pairing of the phone has run out. What waits on the phone is kept, and is sent when it is paired again.',
    ],
  },
  'device-revoked': {
    status: 401,
    title: ['Telefonens parning är återkallad', 'The pairing of the phone was revoked'],
    detail: [
      'Telefonen får inte rapportera längre. Det som väntade på den är borttaget.',
      'The phone may no longer report. What waited on it has been removed.',
    ],
  },
  'not-demo': {
    status: 404,
    title: ['Det finns inga demokonton här', 'There are no demo accounts here'],
    detail: ['Demokonton finns bara i exempelkommunen.', 'Demo accounts exist in the example municipality only.'],
  },
  'link-used': {
    status: 410,
    title: ['Länken gäller inte längre', 'The link no longer works'],
    detail: [
      'Länken har redan använts eller är fel. Starta om servern för en ny länk om ingen administratör finns.',
      'The link has been used or is wrong. Restart the server for a new link if there is no administrator.',
    ],
  },
  'email-taken': {
    status: 409,
    title: ['E-postadressen används redan', 'The e-mail address is in use'],
    detail: ['Välj en annan adress.', 'Choose another address.'],
  },
  'password-short': {
    status: 400,
    title: ['Lösenordet är för kort', 'The password is too short'],
    detail: [
      'Välj minst 12 tecken, gärna några ord efter varandra.',
      'Choose at least 12 characters, perhaps a few words in a row.',
    ],
  },
  'api-key-invalid': {
    status: 401,
    title: ['API-nyckeln gäller inte', 'The API key is not valid'],
    detail: [
      'Skicka en nyckel för kommunen i rubriken Authorization: Bearer. Den kan vara fel, återkallad eller ha gått ut.',
      'Send a key of the municipality in the header Authorization: Bearer. It may be wrong, revoked or out of date.',
    ],
  },
};
