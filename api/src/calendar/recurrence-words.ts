import {
  dayAndMonth,
  daySpan,
  everyNth,
  figure,
  type Language,
  list,
  numberWord,
} from '../hotspots/sentence-wording.js';
import { feastOf } from './feast.js';
import { datesOf, type Rule, type Side, type YearDay } from './recurrence.js';

const weekdays: Record<Language, readonly string[]> = {
  sv: 'måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
};
const ordinals: Record<Language, readonly string[]> = {
  sv: ['sista', '', 'första', 'andra', 'tredje', 'fjärde', 'femte'],
  en: ['last', '', 'first', 'second', 'third', 'fourth', 'fifth'],
};
const sideWords: Record<Language, Readonly<Record<Side, string>>> = {
  sv: { nearest: 'närmast', before: 'före', 'on-or-before': 'på eller före', after: 'efter', 'on-or-after': 'på eller efter' },
  en: { nearest: 'nearest', before: 'before', 'on-or-before': 'on or before', after: 'after', 'on-or-after': 'on or after' },
}; // prettier-ignore
const timesWords = {
  sv: { 'at-least': 'minst', about: 'ungefär', exactly: '' },
  en: { 'at-least': 'at least', about: 'about', exactly: '' },
};
const undatedWords = {
  sv: { ongoing: 'löpande under året', 'when-needed': 'vid behov', 'not-set': 'datum är inte bestämt' },
  en: { ongoing: 'all year round', 'when-needed': 'when needed', 'not-set': 'no date set yet' },
};

/** When something comes back, in words: `onsdagen före valborgsmässoafton`, `vecka 44`, `minst 4 gånger om året`. */
export function ruleWords(rule: Rule, language: Language): string {
  const swedish = language === 'sv';
  switch (rule.kind) {
    case 'date':
      return yearlyWords(rule, language);
    case 'weeks':
      return weeksWords(rule, language);
    case 'nth-weekday':
      return withDays(`${swedish ? '' : 'the '}${ordinals[language][rule.nth + 1]!} ${weekdays[language][rule.weekday - 1]!} ${inMonths(rule.months, language)}`, rule.days, language); // prettier-ignore
    case 'after-day':
      return withDays(afterDayWords(rule, language), rule.days, language);
    case 'feast':
      return withDays(feastWords(rule, language), rule.days, language);
    case 'weekday-by':
      return withDays(`${swedish ? '' : 'the '}${weekdays[language][rule.weekday - 1]!} ${sideWords[language][rule.side]} ${anchorWords(rule, language)}`, rule.days, language); // prettier-ignore
    case 'every-weeks':
      return withDays(everyWords(rule, language), rule.days, language);
    case 'times':
      return timesText(rule, language);
    case 'once':
      return daySpan(rule.from, rule.to, language);
    case 'undated':
      return undatedWords[language][rule.when];
  }
}

/** The times of some years in words: `29 april 2026, 28 april 2027`; empty when there are none. */
export function datesWords(rule: Rule, years: readonly number[], language: Language): string {
  return years
    .flatMap((year) => datesOf(rule, year))
    .map(({ date, endDate }) => daySpan(date, endDate, language))
    .join(', ');
}

/** 2024 is a leap year, so that every day of a year has a name. */
function monthDay({ month, day }: YearDay, language: Language): string {
  const date = `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return dayAndMonth(date, language, date);
}

function monthName(month: number, language: Language): string {
  return monthDay({ month, day: 1 }, language).slice(2);
}

function yearlyWords(rule: Extract<Rule, { kind: 'date' }>, language: Language): string {
  const end =
    rule.toMonth === null || rule.toDay === null
      ? ''
      : `–${monthDay({ month: rule.toMonth, day: rule.toDay }, language)}`;
  return `${monthDay(rule, language)}${end} ${language === 'sv' ? 'varje år' : 'each year'}`;
}

function weeksWords({ week, toWeek, weekday }: Extract<Rule, { kind: 'weeks' }>, language: Language): string {
  const weeks = `${language === 'sv' ? 'vecka' : 'week'} ${week}${toWeek === null || toWeek === week ? '' : `–${toWeek}`}`;
  if (weekday === null) return weeks;
  return language === 'sv' ? `${weekdays.sv[weekday - 1]!} i ${weeks}` : `${weekdays.en[weekday - 1]!} of ${weeks}`;
}

function inMonths(months: readonly number[], language: Language): string {
  if (months.length === 0 || new Set(months).size === 12) return language === 'sv' ? 'varje månad' : 'of each month';
  const names = [...new Set(months)].toSorted((a, b) => a - b).map((month) => monthName(month, language));
  return `${language === 'sv' ? 'i' : 'of'} ${list(names, language)}`;
}

function afterDayWords(rule: Extract<Rule, { kind: 'after-day' }>, language: Language): string {
  const weekday = weekdays[language][rule.weekday - 1]!;
  const months = inMonths(rule.months, language);
  if (language === 'sv')
    return rule.pay
      ? `${weekday} efter lön den ${rule.day}:e ${months}`
      : `första ${weekday} från och med den ${rule.day}:e ${months}`;
  return rule.pay
    ? `the ${weekday} after pay day, the ${ordinalFigure(rule.day)} ${months}`
    : `the first ${weekday} on or after the ${ordinalFigure(rule.day)} ${months}`;
}

function ordinalFigure(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}

function feastWords({ feast, offset }: Extract<Rule, { kind: 'feast' }>, language: Language): string {
  const name = feastOf(feast)[language];
  if (offset === 0) return name;
  const count = Math.abs(offset);
  if (language === 'sv') {
    if (count === 1) return offset < 0 ? `dagen före ${name}` : `dagen efter ${name}`;
    return `${numberWord(count, 'sv')} dagar ${offset < 0 ? 'före' : 'efter'} ${name}`;
  }
  return `${count === 1 ? 'the day' : `${numberWord(count, 'en')} days`} ${offset < 0 ? 'before' : 'after'} ${name}`;
}

function anchorWords(rule: Extract<Rule, { kind: 'weekday-by' }>, language: Language): string {
  if (rule.feast !== null) return feastOf(rule.feast)[language];
  const day = monthDay({ month: rule.month ?? 1, day: rule.day ?? 1 }, language);
  return language === 'sv' ? `den ${day}` : day;
}

function everyWords({ every, from, until }: Extract<Rule, { kind: 'every-weeks' }>, language: Language): string {
  const start = dayAndMonth(from, language);
  const end = until === null ? '' : ` ${language === 'sv' ? 'till' : 'to'} ${dayAndMonth(until, language)}`;
  if (language === 'sv') return `${every === 1 ? 'varje' : everyNth(every, 'sv')} vecka från ${start}${end}`;
  return `${every === 1 ? 'every week' : `every ${figure(every, 'en')} weeks`} from ${start}${end}`;
}

function timesText({ bound, count, per, dates }: Extract<Rule, { kind: 'times' }>, language: Language): string {
  const times = language === 'sv' ? (count === 1 ? 'gång' : 'gånger') : count === 1 ? 'time' : 'times';
  const unit = { sv: { year: 'om året', month: 'i månaden' }, en: { year: 'a year', month: 'a month' } }[language][per];
  const said = [timesWords[language][bound], figure(count, language), times, unit].filter((word) => word !== '');
  if (dates.length === 0) return said.join(' ');
  const days = dates.toSorted((a, b) => a.month - b.month || a.day - b.day).map((day) => monthDay(day, language));
  return `${said.join(' ')}: ${list(days, language)}`;
}

function withDays(text: string, days: number, language: Language): string {
  const said = text.trim();
  if (days === 1) return said;
  return language === 'sv' ? `${said}, ${numberWord(days, 'sv')} dagar` : `${said}, ${numberWord(days, 'en')} days`;
}
