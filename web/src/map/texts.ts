import { defineTexts } from '../ui/language.js';

/** Words of the map itself. */
export const mapTexts = defineTexts('map', {
  sv: {
    zoomIn: 'Zooma in',
    zoomOut: 'Zooma ut',
    locate: 'Visa var jag är',
    whole: 'Visa hela kommunen',
    locateRefused: 'Webbläsaren får inte använda din plats. Tillåt det i inställningarna, eller tryck på kartan.',
    locateFailed: 'Det gick inte att hitta var du är. Tryck på kartan i stället.',
    noWebGlTitle: 'Kartan kan inte visas i den här webbläsaren',
    noWebGlText: 'Allt som kartan visar finns i listan bredvid. Prova en nyare webbläsare om du vill se kartan.',
    pickHint: 'Tryck på kartan där det hände.',
    pickHere: 'Sätt platsen mitt i kartan',
    keys: 'Piltangenter flyttar kartan, plus och minus zoomar.',
  },
  en: {
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    locate: 'Show where I am',
    whole: 'Show the whole municipality',
    locateRefused: 'The browser may not use your position. Allow it in the settings, or press on the map.',
    locateFailed: 'Your position could not be found. Press on the map instead.',
    noWebGlTitle: 'The map cannot be shown in this browser',
    noWebGlText: 'Everything on the map is in the list beside it. Try a newer browser to see the map.',
    pickHint: 'Press on the map where it happened.',
    pickHere: 'Put the place in the middle of the map',
    keys: 'Arrow keys move the map, plus and minus zoom.',
  },
});
