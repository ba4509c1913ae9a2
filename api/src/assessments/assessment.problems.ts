import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong with the veckobedömning, in words. */
export const assessmentProblems: ProblemTable = {
  'unknown-factor': fieldText(
    'Frågan finns inte längre. Ladda om sidan och svara igen.',
    'The question no longer exists. Reload the page and answer again.',
  ),
  'answered-twice': fieldText('Samma fråga har två svar.', 'The same question has two answers.'),
  'factor-count': fieldText(
    'Bedömningen ska ha fem till tolv frågor, så att den går på en halv minut.',
    'The assessment has five to twelve questions, so that it takes half a minute.',
  ),
  'assessment-too-late': {
    status: 422,
    title: ['Veckan kan inte bedömas längre', 'The week can no longer be assessed'],
    detail: [
      'En vecka bedöms medan den pågår eller veckan efter, medan man minns den. Det är för sent för vecka {week}.',
      'A week is assessed while it lasts or the week after, while it is remembered. It is too late for week {week}.',
    ],
  },
};
