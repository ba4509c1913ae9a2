import { defineTexts } from '../ui/language.js';
import { english } from './texts-english.js';
import { swedish } from './texts-swedish.js';

/** Words of the analysis page. */
export const analysisTexts = defineTexts('analysis', { sv: swedish, en: english });
