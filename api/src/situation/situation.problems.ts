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
  'public-too-early': {
    status: 422,
    title: ['För tidigt att publicera', 'Too early to publish'],
    detail: [
      'Det som alla får läsa kommer tidigast en månad efter periodens slut, här {day}.',
      'What everybody may read comes a month after the period at the earliest, here {day}.',
    ],
  },
  'public-period': {
    status: 422,
    title: [
      'Den publika lägesbilden ges ut per tertial och år',
      'The public edition is given out per tertial and year',
    ],
    detail: [
      'Välj en tertial eller ett år. För en vecka eller en månad finns den interna och den för samverkan.',
      'Choose a tertial or a year. For a week or a month there are the internal one and the one for cooperation.',
    ],
  },
  'public-is-open': {
    status: 422,
    title: ['Den publika lägesbilden är öppen', 'The public edition is open'],
    detail: [
      'Det som alla får läsa kan inte omfattas av sekretess. Välj klassen öppen.',
      'What everybody may read cannot be covered by secrecy. Choose the class open.',
    ],
  },
  'section-missing': {
    status: 422,
    title: ['Ett avsnitt är inte skrivet', 'A section is not written'],
    detail: [
      'Skriv avsnittet {heading}: det kan inga siffror berätta.',
      'Write the section {heading}: no figure can tell it.',
    ],
  },
  'plan-decided': {
    status: 409,
    title: ['Planen är beslutad', 'The plan is decided'],
    detail: [
      'En beslutad åtgärdsplan ändras inte. Börja en ny: den ersätter den här när den blir beslutad.',
      'A decided åtgärdsplan is not changed. Begin a new one: it replaces this one when it is decided.',
    ],
  },
  'plan-empty': {
    status: 422,
    title: ['Planen har inga rader', 'The plan has no rows'],
    detail: [
      'Skriv minst ett problem med mål eller åtgärd innan planen beslutas.',
      'Write at least one problem with a goal or an action before the plan is decided.',
    ],
  },
  'law-point-shows-itself': {
    status: 422,
    title: ['Punkten visar sig själv', 'The point shows itself'],
    detail: [
      'Den här punkten fylls i av lägesbilden eller åtgärdsplanen och kan inte antecknas för hand.',
      'This point is filled in by the lägesbild or the åtgärdsplan and cannot be recorded by hand.',
    ],
  },
  'date-to-come': fieldText('Skriv en dag som har varit.', 'Write a day that has been.'),
  'registration-number-form': fieldText(
    'Skriv diarienumret med bokstäver, siffror och tecknen / - . : som KS 2026/00412.',
    'Write the registration number with letters, digits and the signs / - . : as in KS 2026/00412.',
  ),
};
