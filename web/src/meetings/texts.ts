import { defineTexts } from '../ui/language.js';
import { english } from './texts-english.js';
import { swedish } from './texts-swedish.js';

/** Words of the meetings. */
export const meetingTexts = defineTexts('meetings', { sv: swedish, en: english });
