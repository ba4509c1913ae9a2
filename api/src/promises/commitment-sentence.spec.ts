import { expect, test } from '@jest/globals';
import { type Done, progressOf, type Target } from './commitment.js';
import { commitmentSentence, progressFacts } from './commitment-sentence.js';

const plain: Target = {
  form: 'count',
  bound: 'at-least',
  target: 10,
  per: 'period',
  baseline: null,
  due: null,
  periodFrom: '2026-01-01',
  periodTo: '2026-12-31',
};

function facts(change: Partial<Target>, done: Partial<Done>, unit: string | null, today = '2026-07-02') {
  const target = { ...plain, ...change };
  const all: Done = { count: 0, minutes: 0, firstOn: null, ...done };
  return { target, progress: progressOf(target, all, today), unit, firstOn: all.firstOn };
}

const due: Partial<Target> = { form: 'delivery', bound: null, target: null, per: null, due: '2026-06-30' };

test.each<[Partial<Target>, Partial<Done>, string | null, string, string]>([
  [{}, { count: 6 }, 'cykelkontroller', '6 av minst 10 cykelkontroller. Enligt plan: 5 till och med i dag.', '6 of at least 10 cykelkontroller. On plan: 5 by today.'],
  [{ bound: 'exactly', target: 2 }, { count: 0 }, 'möten', '0 av 2 möten. Efter plan: planen säger 1 till och med i dag.', '0 of 2 möten. Behind plan: the plan says 1 by today.'],
  [{ bound: 'about', target: 1, per: 'month' }, { count: 6 }, 'möten', '6 av ungefär 12 möten. Enligt plan: ungefär 6 till och med i dag.', '6 of about 12 möten. On plan: about 6 by today.'],
  [{ form: 'hours', target: 100 }, { minutes: 3450 }, 'timmar', '57,5 av minst 100 timmar. Enligt plan: 50 till och med i dag.', '57.5 of at least 100 timmar. On plan: 50 by today.'],
  [{ form: 'increase', bound: null, per: null, baseline: 40, target: 60 }, { count: 31 }, 'fotpatruller', '31 av minst 60 fotpatruller. Enligt plan: 30 till och med i dag. Före löftet: 40.', '31 of at least 60 fotpatruller. On plan: 30 by today. Before the promise: 40.'],
  [{ ...due, due: '2026-08-31' }, {}, null, 'Ska vara klart 31 augusti 2026.', 'Due on 31 August 2026.'],
  [due, { count: 1, firstOn: '2026-06-12' }, null, 'Klart 12 juni 2026, i tid till 30 juni 2026.', 'Done on 12 June 2026, in time for 30 June 2026.'],
  [due, {}, null, 'Inte uppfyllt: skulle vara klart 30 juni 2026.', 'Not met: was due on 30 June 2026.'],
  [due, { count: 1, firstOn: '2026-07-01' }, null, 'Inte uppfyllt i tid: skulle vara klart 30 juni 2026, blev klart 1 juli 2026.', 'Not met in time: due on 30 June 2026, done on 1 July 2026.'],
  [{ form: 'when-needed' }, {}, null, 'Har inte behövts än.', 'Not needed so far.'],
  [{ form: 'when-needed' }, { count: 1 }, null, 'Använt 1 gång.', 'Used 1 time.'],
  [{ form: 'ongoing' }, { count: 3 }, null, '3 tillfällen loggade. Enligt plan.', '3 occasions logged. On plan.'],
  [{ form: 'ongoing' }, {}, null, 'Inget loggat än. Ej påbörjat.', 'Nothing logged so far. Not started.'],
  [{ form: 'direction' }, {}, null, 'En inriktning, som inte räknas.', 'A direction, which is not counted.'],
])('%j with %j says how it stands in both languages', (change, done, unit, sv, en) => {
  expect(commitmentSentence(facts(change, done, unit), 'sv')).toBe(sv);
  expect(commitmentSentence(facts(change, done, unit), 'en')).toBe(en);
}); // prettier-ignore

test('documents draw the counted forms alone', () => {
  expect(progressFacts(facts({}, { count: 6 }, 'cykelkontroller'))).toMatchObject({
    done: 6,
    target: 10,
    comparison: 'at-least',
    status: 'on-track',
  });
  expect(progressFacts(facts({ form: 'direction' }, {}, null))).toBeNull();
  expect(progressFacts(facts(due, {}, null))).toBeNull();
});
