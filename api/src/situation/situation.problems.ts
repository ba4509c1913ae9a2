import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong here, in words. */
export const situationProblems: ProblemTable = {
  'week-unknown': {
    status: 400,
    title: ['Den veckan finns inte', 'There is no such week'],
    detail: [
      'Skriv år och vecka som 2026-W46. Ett år har 52 veckor, vissa år 53.',
      'Write the year and the week as 2026-W46. A year has 52 weeks, some years 53.',
    ],
  },
  'week-to-come': {
    status: 422,
    title: ['Veckan har inte börjat', 'The week has not begun'],
    detail: [
      'Vecka {week} börjar {day}. Välj en vecka som har börjat.',
      'Week {week} begins on {day}. Choose a week that has begun.',
    ],
  },
  'period-unknown': {
    status: 400,
    title: ['Den perioden finns inte', 'There is no such period'],
    detail: [
      'Skriv en vecka som 2026-W46, en månad som 2026-11, en tertial som 2026-T3 eller ett år som 2026.',
      'Write a week as 2026-W46, a month as 2026-11, a tertial as 2026-T3 or a year as 2026.',
    ],
  },
  'period-to-come': {
    status: 422,
    title: ['Perioden har inte börjat', 'The period has not begun'],
    detail: [
      'Perioden {period} börjar {day}. Välj en period som har börjat.',
      'The period {period} begins on {day}. Choose a period that has begun.',
    ],
  },
  'registration-number-form': fieldText(
    'Skriv diarienumret med bokstäver, siffror och tecknen / - . : som KS 2026/00412.',
    'Write the registration number with letters, digits and the signs / - . : as in KS 2026/00412.',
  ),
};
