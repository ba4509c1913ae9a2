import { defineTexts } from '../ui/language.js';

/** Words around the cards of the start page; what the cards say comes from the API. */
export const startTexts = defineTexts('start', {
  sv: {
    title: 'I dag',
    lead: '{{day}}, {{week}}. Du är inloggad som {{name}}.',
    report: 'Rapportera en händelse',
    reportNote: 'Tar under en minut.',
    quiet: 'Lugnt just nu',
    allQuiet: 'Inget väntar på dig just nu.',
  },
  en: {
    title: 'Today',
    lead: '{{day}}, {{week}}. You are signed in as {{name}}.',
    report: 'Report an event',
    reportNote: 'Takes less than a minute.',
    quiet: 'Quiet just now',
    allQuiet: 'Nothing waits for you just now.',
  },
});
