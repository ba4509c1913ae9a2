import { type ProblemTable } from '../app/domain-error.js';

/** What can go wrong at the door, in words. */
export const accessProblems: ProblemTable = {
  'wrong-credentials': {
    status: 401,
    title: ['Inloggningen lyckades inte', 'Sign-in did not succeed'],
    detail: ['E-postadressen eller lösenordet stämmer inte.', 'The e-mail address or the password is not right.'],
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
};
