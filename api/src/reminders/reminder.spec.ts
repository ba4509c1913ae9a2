import { describe, expect, test } from '@jest/globals';
import { readWeek } from '../situation/situation.js';
import {
  askedWeek,
  dueReminder,
  latestOccasion,
  nextOccasion,
  phoneNumber,
  reminderLetter,
  reminderSms,
} from './reminder.js';

const at = (iso: string) => Date.parse(iso);
const friday = { weekday: 5, hour: 14 };
const text = (instant: number) => new Date(instant).toISOString();

describe('a schedule', () => {
  test('comes round once a week, at the same hour on the wall', () => {
    expect(text(latestOccasion(friday, at('2026-11-20T13:00:00Z')))).toBe('2026-11-20T13:00:00.000Z');
    expect(text(latestOccasion(friday, at('2026-11-20T12:59:59Z')))).toBe('2026-11-13T13:00:00.000Z');
    expect(text(nextOccasion(friday, at('2026-11-20T13:00:00Z')))).toBe('2026-11-27T13:00:00.000Z');
  });

  test.each([
    ['2026-03-29T20:00:00Z', '2026-03-29T06:00:00.000Z', '2026-04-05T06:00:00.000Z'],
    ['2026-10-25T20:00:00Z', '2026-10-25T07:00:00.000Z', '2026-11-01T07:00:00.000Z'],
  ])('keeps its hour on the Sunday when the clock is changed (%s)', (now, latest, next) => {
    const sunday = { weekday: 7, hour: 8 };
    expect(text(latestOccasion(sunday, at(now)))).toBe(latest);
    expect(text(nextOccasion(sunday, at(now)))).toBe(next);
  });

  test('goes on over a week 53', () => {
    expect(text(nextOccasion(friday, at('2027-01-01T13:00:00Z')))).toBe('2027-01-08T13:00:00.000Z');
    expect(askedWeek(at('2027-01-01T13:00:00Z')).text).toBe('2026-W53');
  });
});

describe('the week that is asked about', () => {
  test('is the last one until its deadline, then the running one', () => {
    expect(askedWeek(at('2026-11-16T10:59:00Z')).text).toBe('2026-W46');
    expect(askedWeek(at('2026-11-16T11:00:00Z')).text).toBe('2026-W47');
    expect(askedWeek(at('2026-11-20T13:00:00Z')).text).toBe('2026-W47');
  });
});

describe('a reminder', () => {
  const due = (now: string, changedAt = '2026-01-01T00:00:00Z') => {
    const found = dueReminder({ ...friday, changedAt: at(changedAt) }, at(now));
    return found && [found.week.text, found.attempt];
  };

  test('is due from its hour, is tried three times, and is not sent the day after', () => {
    expect(due('2026-11-20T12:59:00Z')).toBeNull();
    expect(due('2026-11-20T13:00:00Z')).toEqual(['2026-W47', 0]);
    expect(due('2026-11-20T13:31:00Z')).toEqual(['2026-W47', 1]);
    expect(due('2026-11-20T20:00:00Z')).toEqual(['2026-W47', 2]);
    expect(due('2026-11-21T08:00:00Z')).toBeNull();
  });

  test('is not due when somebody switched it on after its hour', () => {
    expect(due('2026-11-20T15:00:00Z', '2026-11-20T14:00:00Z')).toBeNull();
    expect(due('2026-11-20T15:00:00Z', '2026-11-20T12:00:00Z')).toEqual(['2026-W47', 2]);
  });

  const facts = {
    municipality: 'Älvhamn',
    organisation: 'Bostadsbolaget',
    week: readWeek('2026-W53')!,
    reportLink: 'https://narbild.example.se/svar#r',
    nothingLink: 'https://narbild.example.se/svar#n',
    expiresAt: at('2027-01-10T13:00:00Z'),
  };

  test('says which week, until when, and has two links', () => {
    const { subject, text: letter } = reminderLetter(facts);
    expect(subject).toBe('Vecka 53: har Bostadsbolaget något att rapportera?');
    expect(letter).toContain(
      'vecka 53 (28 december 2026–3 januari 2027)? Svara senast måndag 4 januari 2027 klockan 12.',
    );
    expect(letter).toContain('Rapportera:\nhttps://narbild.example.se/svar#r\n');
    expect(letter).toContain('Inget att rapportera:\nhttps://narbild.example.se/svar#n\n');
    expect(letter).toContain('fungerar till och med 10 januari 2027');
  });

  test('fits a few SMS, with both links', () => {
    const sms = reminderSms({ ...facts, reportLink: `https://narbild.example.se/svar#${'a'.repeat(43)}` });
    expect(sms).toContain('Inget att rapportera: https://narbild.example.se/svar#n');
    expect(sms.length).toBeLessThan(3 * 153);
  });
});

describe('a phone number', () => {
  test.each([
    ['070-123 45 67', '+46701234567'],
    ['+46 (70) 123.45.67', '+46701234567'],
    ['0046701234567', '+46701234567'],
    ['+47 912 34 567', '+4791234567'],
  ])('%s is read as %s', (given, read) => expect(phoneNumber(given)).toBe(read));

  test.each(['', '112', '07012', 'ring mig', '+0701234567', '070-123 45 67, 070-123 45 68', '++46701234567'])(
    '%j is none',
    (given) => expect(phoneNumber(given)).toBeNull(),
  );
});
