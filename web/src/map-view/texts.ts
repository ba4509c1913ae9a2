import { defineTexts } from '../ui/language.js';
import { english } from './texts-english.js';
import { swedish } from './texts-swedish.js';

/** Words of the map page. */
export const mapViewTexts = defineTexts('map-view', { sv: swedish, en: english });
