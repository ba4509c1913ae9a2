import { expect, test } from '@jest/globals';
import { coverage, doseSentence, planSentence, tooFewSentence } from './presence-words.js';

const passes = [
  { weekday: 5, hour: 20, hours: 4, share: 0.2 },
  { weekday: 6, hour: 22, hours: 3, share: 0.16 },
  { weekday: 7, hour: 1, hours: 3, share: 0.1 },
];

test('a plan says which passes, how much of the events they cover, and of the week', () => {
  expect(coverage(passes)).toEqual({ share: expect.closeTo(0.46, 9), shareOfWeek: 10 / 168 });
  expect(planSentence(passes, 'sv')).toBe(
    'Tre pass i veckan täcker 46 % av händelserna på 6 % av veckans timmar: fredag kl. 20–24, lördag kl. 22–01 och söndag kl. 01–04.',
  );
  expect(planSentence(passes, 'en')).toBe(
    'Three passes a week cover 46% of the events in 6% of the week’s hours: Friday 20:00–00:00, Saturday 22:00–01:00 and Sunday 01:00–04:00.',
  );
});

test('too few events are said to be too few, with the number that is needed', () => {
  expect(tooFewSentence(1, 20, 'sv')).toBe(
    'Det senaste året har 1 händelse en tid på dygnet. Det behövs minst 20 för att föreslå pass.',
  );
  expect(tooFewSentence(12, 20, 'en')).toBe(
    'In the latest year 12 events have a time of day. At least 20 are needed to propose passes.',
  );
});

test('the dose is told in minutes and times', () => {
  expect(doseSentence({ minutes: 412, times: 21, days: 28 }, 'sv')).toBe(
    '412 minuters närvaro vid 21 tillfällen under 28 dagar.',
  );
  expect(doseSentence({ minutes: 20, times: 1, days: 28 }, 'en')).toBe('20 minutes of presence at 1 time in 28 days.');
  expect(doseSentence({ minutes: 0, times: 0, days: 28 }, 'sv')).toBe('Ingen närvaro är loggad under 28 dagar.');
});
