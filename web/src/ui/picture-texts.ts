import { defineTexts } from './language.js';

export const pictureTexts = defineTexts('picture', {
  sv: { copy: 'Kopiera som bild' },
  en: { copy: 'Copy as a picture' },
});
