import { daySpan } from '../hotspots/sentence-wording.js';
import type { Bilingual } from '../analysis/bilingual.js';
import { inBothLanguages } from '../analysis/bilingual.js';
import { both } from './answer.js';

/** When the nightly scan tells of something. */
export interface AlertRules {
  readonly enabled: boolean;
  /** Chance alone shows as much at most once in so many days. */
  readonly alertDays: number;
  readonly reviewDays: number;
  readonly fewestEvents: number;
}

/** Once a year by chance and category is told; what comes three times a year is for a person to judge (analytics, stage 4). */
export const defaultAlertRules: AlertRules = { enabled: true, alertDays: 365, reviewDays: 100, fewestEvents: 30 };

export function levelOf(recurrenceDays: number, { alertDays, reviewDays }: AlertRules): 'alert' | 'review' | null {
  if (recurrenceDays >= alertDays) return 'alert';
  return recurrenceDays >= reviewDays ? 'review' : null;
}

/** What was found, in one sentence that names its comparison and never calls anything unlikely. */
export function alertSentence(alert: {
  readonly level: 'alert' | 'review';
  readonly name: string | null;
  readonly category: Bilingual;
  readonly cases: number;
  readonly expected: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly recurrenceDays: number;
}): Bilingual {
  const { level, name, category, cases, firstDay, lastDay, recurrenceDays } = alert;
  const expected = inBothLanguages(alert.expected, 1);
  const sv = `${category.sv}${name ? ` vid ${name}` : ''}: ${cases} händelser ${daySpan(firstDay, lastDay, 'sv')}, där ${expected.sv} var att vänta. Jämförelsen är platsens och dagarnas egna antal, med datumen omblandade. Så mycket väntas högst en gång på ${recurrenceDays} dagar.`;
  const en = `${category.en}${name ? ` near ${name}` : ''}: ${cases} incidents ${daySpan(firstDay, lastDay, 'en')}, where ${expected.en} were to be expected. The comparison is the place's and the days' own counts, with the dates shuffled. As much is expected at most once in ${recurrenceDays} days.`;
  return level === 'alert'
    ? both(sv, en)
    : both(
        `${sv} Bör granskas av en människa innan något sägs.`,
        `${en} A person should look at it before anything is said.`,
      );
}
