import { defineTexts } from './language.js';

/** What stands beside a text that is checked while it is written. */
export const checkedTextWords = defineTexts('checked-text', {
  sv: {
    title: 'Det här kan peka ut en person',
    refused: 'Måste bort innan du kan spara.',
    pointed: 'Får stå kvar om det behövs. Granskaren ser texten först.',
    replace: 'Skriv ”{{words}}” i stället',
    show: 'Visa i texten',
    count_one: '{{count, number}} ställe i texten kan peka ut en person. Förslag finns efter textfältet.',
    count_other: '{{count, number}} ställen i texten kan peka ut en person. Förslag finns efter textfältet.',
    clear: 'Inget i texten pekar ut en person längre.',
    more_one: 'Och {{count, number}} ställe till, markerat i texten.',
    more_other: 'Och {{count, number}} ställen till, markerade i texten.',
  },
  en: {
    title: 'This may point out a person',
    refused: 'Has to go before you can save.',
    pointed: 'May stay if it is needed. The reviewer sees the text first.',
    replace: 'Write “{{words}}” instead',
    show: 'Show in the text',
    count_one: '{{count, number}} place in the text may point out a person. Suggestions follow the field.',
    count_other: '{{count, number}} places in the text may point out a person. Suggestions follow the field.',
    clear: 'Nothing in the text points out a person any more.',
    more_one: 'And {{count, number}} more place, marked in the text.',
    more_other: 'And {{count, number}} more places, marked in the text.',
  },
});
