import { defineTexts } from '../ui/language.js';
import { toolEnglish } from './tool-texts-english.js';
import { toolSwedish } from './tool-texts-swedish.js';

/** What the joint map can do: its filter, time slider, comparison, views and tables. */
export const toolTexts = defineTexts('map-tools', { sv: toolSwedish, en: toolEnglish });
