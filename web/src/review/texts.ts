import { defineTexts } from '../ui/language.js';
import { english } from './texts-english.js';
import { swedish } from './texts-swedish.js';

/** Words of the review. */
export const reviewTexts = defineTexts('review', { sv: swedish, en: english });
