import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong with reminders and the links in them, in words. */
export const reminderProblems: ProblemTable = {
  'phone-number-wrong': fieldText(
    'Numret verkar inte vara helt. Det ska se ut som 070-123 45 67 eller +46 70 123 45 67.',
    'The number does not seem to be whole. It should look like 070-123 45 67 or +46 70 123 45 67.',
  ),
  'no-recipients': fieldText(
    'Skriv minst en e-postadress eller ett nummer, så att påminnelsen kommer fram till någon.',
    'Write at least one e-mail address or number, so that the reminder reaches somebody.',
  ),
  'reminders-not-set-up': {
    status: 409,
    title: ['Påminnelser kan inte skickas än', 'Reminders cannot be sent yet'],
    detail: [
      'Närbild har ingen e-postserver, eller vet inte sin egen adress. Den som sköter driften anger SMTP_URL och PUBLIC_URL.',
      'Närbild has no mail server, or does not know its own address. Whoever runs it sets SMTP_URL and PUBLIC_URL.',
    ],
  },
  'sms-not-set-up': {
    status: 409,
    title: ['Sms kan inte skickas än', 'SMS cannot be sent yet'],
    detail: [
      'Ange först adressen till kommunens sms-tjänst under Sms.',
      'First give the address of the municipality’s SMS service under SMS.',
    ],
  },
  'reminder-without-recipients': {
    status: 409,
    title: ['Det finns ingen att påminna', 'There is nobody to remind'],
    detail: [
      'Organisationen har ingen e-postadress och inget nummer för påminnelser. Lägg till det under Påminnelser.',
      'The organisation has no e-mail address and no number for reminders. Add it under Reminders.',
    ],
  },
  'reminder-not-needed': {
    status: 409,
    title: ['Organisationen har redan svarat', 'The organisation has answered already'],
    detail: [
      'Det finns ett svar för vecka {week}, eller så väntar ingen på svar från organisationen. Ingen påminnelse skickades.',
      'There is an answer for week {week}, or nobody waits for one from the organisation. No reminder was sent.',
    ],
  },
  'reminder-just-sent': {
    status: 409,
    title: ['En påminnelse har nyss skickats', 'A reminder has just been sent'],
    detail: [
      'Organisationen fick en påminnelse för mindre än en timme sedan. Vänta en stund innan du påminner igen.',
      'The organisation got a reminder less than an hour ago. Wait a while before reminding again.',
    ],
  },
  'reminder-not-delivered': {
    status: 502,
    title: ['Påminnelsen kom inte fram', 'The reminder was not delivered'],
    detail: [
      'Mottagarens system svarade inte som det ska. Kontrollera inställningarna och försök igen om en stund.',
      'The receiving system did not answer as it should. Check the settings and try again in a while.',
    ],
  },
  'reminder-link-unknown': {
    status: 404,
    title: ['Länken fungerar inte', 'The link does not work'],
    detail: [
      'Länken är inte hel, eller så finns den inte längre. Öppna den från påminnelsen igen, eller logga in i Närbild.',
      'The link is not whole, or it no longer exists. Open it from the reminder again, or sign in to Närbild.',
    ],
  },
  'reminder-link-expired': {
    status: 410,
    title: ['Länken har slutat gälla', 'The link has run out'],
    detail: [
      'En länk i en påminnelse gäller i {days} dagar. Svara i den senaste påminnelsen, eller logga in i Närbild.',
      'A link in a reminder works for {days} days. Answer in the latest reminder, or sign in to Närbild.',
    ],
  },
  'reminder-link-used': {
    status: 409,
    title: ['Länken är redan använd', 'The link has been used'],
    detail: [
      'Svaret sparades och har sedan tagits tillbaka. Logga in i Närbild om det ska ändras igen.',
      'The answer was stored and has since been taken back. Sign in to Närbild to change it again.',
    ],
  },
  'reminder-link-other': {
    status: 409,
    title: ['Länken är till för något annat', 'The link is for something else'],
    detail: [
      'Den här länken leder till rapportformuläret. Använd den andra länken i påminnelsen för att säga att det inte finns något att rapportera.',
      'This link leads to the report form. Use the other link of the reminder to say that there is nothing to report.',
    ],
  },
};
