import type { ProblemTable } from './domain-error.js';

/** Problems that belong to no feature. */
export const generalProblems: ProblemTable = {
  'invalid-request': {
    status: 400,
    title: ['Något i det du skickade stämmer inte', 'Something in what you sent is not right'],
    detail: ['Rätta de markerade fälten och försök igen.', 'Correct the marked fields and try again.'],
  },
  'not-readable': {
    status: 400,
    title: ['Det du skickade går inte att läsa', 'What you sent cannot be read'],
    detail: [
      'Innehållet är inte giltig JSON, eller så ligger filen inte ensam i fältet ”file”. Inget har sparats.',
      'The content is not valid JSON, or the file is not alone in the field “file”. Nothing was saved.',
    ],
  },
  'not-signed-in': {
    status: 401,
    title: ['Du är inte inloggad', 'You are not signed in'],
    detail: [
      'Logga in och försök igen. Det du skrivit finns kvar.',
      'Sign in and try again. What you wrote is still there.',
    ],
  },
  forbidden: {
    status: 403,
    title: ['Du har inte behörighet', 'You are not allowed'],
    detail: [
      'Din roll får inte göra detta här. Fråga administratören i kommunen.',
      'Your role may not do this here. Ask the administrator of the municipality.',
    ],
  },
  'cross-site': {
    status: 403,
    title: ['Anropet kom från en annan webbplats', 'The call came from another site'],
    detail: ['Öppna Närbild i en egen flik och försök igen.', 'Open Närbild in a tab of its own and try again.'],
  },
  'not-found': {
    status: 404,
    title: ['Det finns inte här', 'It is not here'],
    detail: ['Adressen är fel, eller så har du inte rätt att se det.', 'The address is wrong, or you may not see it.'],
  },
  conflict: {
    status: 409,
    title: ['Det krockar med något som redan finns', 'It collides with something that exists'],
    detail: ['Läs in sidan igen och se vad som redan är sparat.', 'Reload the page and see what is saved already.'],
  },
  'changed-by-someone-else': {
    status: 412,
    title: ['Någon annan hann före', 'Somebody else was first'],
    detail: [
      'Uppgiften har ändrats sedan du öppnade den. Läs in den igen. Det du skrivit har inte sparats.',
      'It was changed after you opened it. Reload it. What you wrote has not been saved.',
    ],
  },
  'version-needed': {
    status: 428,
    title: ['Versionen saknas', 'The version is missing'],
    detail: ['Skicka If-Match med den ETag som du läste.', 'Send If-Match with the ETag that you read.'],
  },
  'too-large': {
    status: 413,
    title: ['Det är för stort', 'It is too large'],
    detail: ['Skicka en mindre fil eller dela upp den.', 'Send a smaller file, or divide it.'],
  },
  'wrong-media-type': {
    status: 415,
    title: ['Fel sorts innehåll', 'The wrong kind of content'],
    detail: ['Skicka JSON, eller en fil där det begärs.', 'Send JSON, or a file where one is asked for.'],
  },
  'too-many-attempts': {
    status: 429,
    title: ['För många försök', 'Too many attempts'],
    detail: ['Vänta {seconds} sekunder och försök igen.', 'Wait {seconds} seconds and try again.'],
  },
  'no-answer-from-database': {
    status: 500,
    title: ['Databasen gav inget svar', 'The database gave no answer'],
    detail: ['Inget har sparats. Försök igen.', 'Nothing was saved. Try again.'],
  },
  'database-away': {
    status: 503,
    title: ['Databasen svarar inte', 'The database does not answer'],
    detail: [
      'Vi har ingen kontakt med databasen just nu. Det du skrivit finns kvar på sidan. Försök igen om en stund.',
      'We cannot reach the database right now. What you wrote is still on the page. Try again in a while.',
    ],
  },
  'job-cancelled': {
    status: 409,
    title: ['Arbetet avbröts', 'The work was cancelled'],
    detail: ['Någon avbröt det. Inget av det finns kvar.', 'Somebody cancelled it. Nothing of it remains.'],
  },
  unexpected: {
    status: 500,
    title: ['Något gick fel hos oss', 'Something went wrong on our side'],
    detail: [
      'Inget har sparats. Försök igen, och hör av dig till administratören om det händer fler gånger.',
      'Nothing was saved. Try again, and tell the administrator if it happens again.',
    ],
  },
  'too-small': fieldText('Värdet är för litet eller för kort.', 'The value is too small or too short.'),
  'too-big': fieldText('Värdet är för stort eller för långt.', 'The value is too large or too long.'),
  'wrong-form': fieldText('Värdet har fel form.', 'The value has the wrong form.'),
  'unstorable-characters': fieldText(
    'Texten innehåller tecken som inte går att spara. Skriv den på nytt.',
    'The text holds characters that cannot be saved. Write it again.',
  ),
  missing: fieldText('Fyll i det här fältet.', 'Fill in this field.'),
  'unknown-choice': fieldText('Välj ett av de värden som finns.', 'Choose one of the values there are.'),
};

/** A text that stands beside a field; it is never a problem of its own. */
export function fieldText(swedish: string, english: string) {
  return { status: 400, title: [swedish, english], detail: [swedish, english] } as const;
}
