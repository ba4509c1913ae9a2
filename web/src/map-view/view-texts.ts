import { defineTexts } from '../ui/language.js';

/** Saved views of the map. */
export const viewTexts = defineTexts('map-views', {
  sv: {
    title: 'Sparade vyer',
    saveTitle: 'Spara det som kartan visar nu',
    name: 'Namn',
    nameHint: 'Till exempel: Centrum kvällstid. Skriv inget om enskilda personer.',
    nameMissing: 'Skriv ett namn.',
    share: 'Dela med alla som får se kommunens karta',
    save: 'Spara vyn',
    saved: 'Vyn {{name}} är sparad.',
    none: 'Inga sparade vyer än',
    noneText: 'Spara en vy för att komma tillbaka till samma filter, lager och del av kartan.',
    own: 'din',
    shared: 'delad',
    shareNow: 'Dela',
    unshare: 'Sluta dela',
    remove: 'Ta bort vyn {{name}}',
  },
  en: {
    title: 'Saved views',
    saveTitle: 'Save what the map shows now',
    name: 'Name',
    nameHint: 'For example: Centre in the evening. Write nothing about single persons.',
    nameMissing: 'Write a name.',
    share: 'Share with everybody who may see the map of the municipality',
    save: 'Save the view',
    saved: 'The view {{name}} is saved.',
    none: 'No saved views yet',
    noneText: 'Save a view to come back to the same filter, layers and part of the map.',
    own: 'yours',
    shared: 'shared',
    shareNow: 'Share',
    unshare: 'Stop sharing',
    remove: 'Remove the view {{name}}',
  },
});
