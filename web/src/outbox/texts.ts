import { defineTexts } from '../ui/language.js';

/** Words of the queue on the phone. */
export const outboxTexts = defineTexts('outbox', {
  sv: {
    title_one: '{{count}} rapport väntar på telefonen',
    title_other: '{{count}} rapporter väntar på telefonen',
    waiting: 'Sparat på telefonen, skickas när det finns nät.',
    sending: 'Skickar',
    sent: 'Skickat',
    refused: 'Behöver din hjälp: {{why}}',
    mend: 'Rätta',
    sendAsNew: 'Skicka som ny rapport',
    discard: 'Ta bort',
    discarded: 'Rapporten är borttagen från telefonen.',
    sendNow: 'Skicka nu',
    signIn: 'Logga in igen, så skickas det som väntar.',
    pair: 'Para telefonen igen, så skickas det som väntar. Be samordnaren om en ny kod.',
    signInAction: 'Logga in',
    revoked: 'Telefonens parning är återkallad. Det som väntade på den är borttaget.',
    memory:
      'Telefonen låter oss inte spara (privat läge eller fullt minne). Rapporterna finns bara här. Stäng inte sidan förrän de är skickade.',
    others_one: '{{count}} rapport väntar på den som skrev den.',
    others_other: '{{count}} rapporter väntar på den som skrev dem.',
    waitNotice_one:
      '{{count}} rapport väntar på den här telefonen. Den är kvar, och skickas när du har loggat in eller parat telefonen igen.',
    waitNotice_other:
      '{{count}} rapporter väntar på den här telefonen. De är kvar, och skickas när du har loggat in eller parat telefonen igen.',
    clockMended: 'Telefonens klocka gick fel; tiden är rättad.',
  },
  en: {
    title_one: '{{count}} report waits on the phone',
    title_other: '{{count}} reports wait on the phone',
    waiting: 'Saved on the phone, sent when there is a network.',
    sending: 'Sending',
    sent: 'Sent',
    refused: 'Needs your help: {{why}}',
    mend: 'Mend',
    sendAsNew: 'Send as a new report',
    discard: 'Throw away',
    discarded: 'The report has been removed from the phone.',
    sendNow: 'Send now',
    signIn: 'Sign in again, and what waits is sent.',
    pair: 'Pair the phone again, and what waits is sent. Ask the coordinator for a new code.',
    signInAction: 'Sign in',
    revoked: 'The pairing of the phone was revoked. What waited on it has been removed.',
    memory:
      'The phone does not let us save (private mode, or storage is full). The reports are here only. Do not close the page until they have been sent.',
    others_one: '{{count}} report waits for the one who wrote it.',
    others_other: '{{count}} reports wait for the one who wrote them.',
    waitNotice_one:
      '{{count}} report waits on this phone. It is kept, and is sent when you have signed in or paired the phone again.',
    waitNotice_other:
      '{{count}} reports wait on this phone. They are kept, and are sent when you have signed in or paired the phone again.',
    clockMended: 'The clock of the phone was wrong; the time has been corrected.',
  },
});
