import { defineTexts } from './language.js';

/** Words of the choice of a document's reader and form. */
export const paperTexts = defineTexts('paper', {
  sv: {
    for: 'Vem ska läsa?',
    internal: 'Vi som arbetar med det',
    internalNote: 'Allt som du själv får se.',
    cooperation: 'Parter i samverkan',
    cooperationNote: 'Utan det som kan omfattas av sekretess.',
    public: 'Allmänheten',
    publicNote: 'Bara det som alla får läsa.',
    pdf: 'Ladda ner PDF',
    word: 'Ladda ner Word',
    notice: 'Dokumentet kan bli en allmän handling när det lämnas till någon annan.',
    close: 'Stäng',
  },
  en: {
    for: 'Who will read it?',
    internal: 'We who work with it',
    internalNote: 'Everything that you may see yourself.',
    cooperation: 'Parties of the cooperation',
    cooperationNote: 'Without what may be covered by secrecy.',
    public: 'The public',
    publicNote: 'Only what everybody may read.',
    pdf: 'Download PDF',
    word: 'Download Word',
    notice: 'The document may become an official document when it is given to somebody else.',
    close: 'Close',
  },
});
