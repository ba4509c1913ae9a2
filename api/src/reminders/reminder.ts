import { localTime, millisecondsPerDay, millisecondsPerHour, mondayOf, startOfDay } from '../analysis/calendar.js';
import { deadlineOf } from '../coverage/coverage.js';
import { dayAndMonth, daySpan } from '../hotspots/sentence-wording.js';
import { type Week, weekAround } from '../situation/situation.js';

/** The rules of reminders: when one is due, about which week, and its words. No Nest, no database, no clock. */

/** A link in a reminder works this long. */
export const linkDays = 10;

/** At most so many addresses, and so many numbers, for one organisation. */
export const mostRecipients = 5;

/** Nobody is reminded at night; there no clock is changed either. */
export const earliestHour = 6;
export const latestHour = 20;

/** A reminder that nothing was running for is sent late, but not the day after. */
const graceMilliseconds = 12 * millisecondsPerHour;

/** What did not go is tried again half an hour later, and once more. */
const attempts = 3;
const betweenAttempts = millisecondsPerHour / 2;

export interface Schedule {
  /** ISO: 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** On the wall in Sweden. */
  readonly hour: number;
}

/** The latest instant at which the schedule says to remind. */
export function latestOccasion({ weekday, hour }: Schedule, now: number): number {
  const day = mondayOf(now) + weekday - 1;
  const thisWeek = hourOfDay(day, hour);
  return thisWeek <= now ? thisWeek : hourOfDay(day - 7, hour);
}

/** The next one. */
export function nextOccasion(schedule: Schedule, now: number): number {
  const { day } = localTime(latestOccasion(schedule, now));
  return hourOfDay(day + 7, schedule.hour);
}

/** An hour on the wall, also on the Sunday when the clock was changed in the night. */
function hourOfDay(day: number, hour: number): number {
  const guess = startOfDay(day) + hour * millisecondsPerHour;
  return guess + (hour - localTime(guess).hour) * millisecondsPerHour;
}

/** The week that an answer is wanted for: the last one until its deadline, Monday noon, then the running one. */
export function askedWeek(now: number): Week {
  const last = weekAround(now, -1);
  return now < deadlineOf(last) ? last : weekAround(now);
}

/**
 * What should be sent by now: the week it asks about and which try it is (0, 1, 2); null when nothing is due, or when the
 * schedule was set after its hour.
 */
export function dueReminder(
  schedule: Schedule & { readonly changedAt: number },
  now: number,
): { readonly week: Week; readonly attempt: number } | null {
  const at = latestOccasion(schedule, now);
  if (at < schedule.changedAt || now - at > graceMilliseconds) return null;
  return { week: askedWeek(at), attempt: Math.min(attempts - 1, Math.floor((now - at) / betweenAttempts)) };
}

/** A number as the SMS service takes it (`+46701234567`), or null: `070-123 45 67` and `0046 70 …` are read too. */
export function phoneNumber(text: string): string | null {
  const digits = text.replaceAll(/[\s()./-]/g, '');
  const whole = digits.replace(/^00/, '+').replace(/^0(?=[1-9])/, '+46');
  return /^\+[1-9]\d{7,14}$/.test(whole) ? whole : null;
}

export interface ReminderFacts {
  readonly municipality: string;
  readonly organisation: string;
  readonly week: Week;
  readonly reportLink: string;
  readonly nothingLink: string;
  /** When the links stop working. */
  readonly expiresAt: number;
}

/** The letter, in Swedish. No name of a person and nothing of what was reported stands in it. */
export function reminderLetter(facts: ReminderFacts): { readonly subject: string; readonly text: string } {
  const { week, organisation } = facts;
  const deadline = dayAndMonth(dateAfter(week.lastDay), 'sv');
  return {
    subject: `Vecka ${week.number}: har ${organisation} något att rapportera?`,
    text: [
      'Hej!',
      `Har ni på ${organisation} sett något under vecka ${week.number} (${daySpan(week.firstDay, week.lastDay, 'sv')})? Svara senast måndag ${deadline} klockan 12.`,
      `Rapportera:\n${facts.reportLink}`,
      `Inget att rapportera:\n${facts.nothingLink}`,
      'Säg gärna till även när det varit lugnt. Då vet gruppen att någon har tittat.',
      `Länkarna är till för ${organisation} och fungerar till och med ${lastDayOf(facts.expiresAt)}. Skicka dem inte vidare utanför er organisation.`,
      `Hälsningar\n${facts.municipality}, genom Närbild`,
    ].join('\n\n'),
  };
}

/** The same, short enough for a phone. */
export function reminderSms({ week, organisation, reportLink, nothingLink }: ReminderFacts): string {
  return `Vecka ${week.number}: har ${organisation} något att rapportera?\nRapportera: ${reportLink}\nInget att rapportera: ${nothingLink}`;
}

export const testLetter = {
  subject: 'Prov av påminnelser från Närbild',
  text: 'Hej!\n\nDet här är ett prov. Om du läser det kan Närbild skicka e-post.\n\nI en påminnelse står två länkar: Rapportera och Inget att rapportera.',
};

export const testSms = 'Det här är ett prov från Närbild. Påminnelser kan skickas till det här numret.';

function dateAfter(day: string): string {
  return new Date(Date.parse(day) + millisecondsPerDay).toISOString().slice(0, 10);
}

function lastDayOf(instant: number): string {
  const { day } = localTime(instant);
  return dayAndMonth(new Date(day * millisecondsPerDay).toISOString().slice(0, 10), 'sv');
}
