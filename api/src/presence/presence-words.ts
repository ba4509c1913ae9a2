import { figure, hours, type Language, list, numberWord, weekdayNames } from '../hotspots/sentence-wording.js';
import type { Pass } from './presence-plan.js';

/** How much of all weight some passes hold, and of the week's hours, 0 to 1. */
export function coverage(passes: readonly Pass[]): { readonly share: number; readonly shareOfWeek: number } {
  const sum = (read: (pass: Pass) => number) => passes.reduce((total, pass) => total + read(pass), 0);
  return { share: sum(({ share }) => share), shareOfWeek: sum(({ hours: long }) => long) / 168 };
}

/** "Tre pass i veckan täcker 46 % av händelserna på 6 % av veckans timmar: fredag kl. 20–24, lördag kl. 20–01 och …." */
export function planSentence(passes: readonly Pass[], language: Language): string {
  const { share, shareOfWeek } = coverage(passes);
  const when = list(
    passes.map((pass) => passWords(pass, language)),
    language,
  );
  const [events, week] = [percent(share, language), percent(shareOfWeek, language)];
  const many = capital(numberWord(passes.length, language));
  return language === 'sv'
    ? `${many} pass i veckan täcker ${events} av händelserna på ${week} av veckans timmar: ${when}.`
    : `${many} passes a week cover ${events} of the events in ${week} of the week’s hours: ${when}.`;
}

/** Too few events to plan by, and how many are needed. */
export function tooFewSentence(events: number, needed: number, language: Language): string {
  return language === 'sv'
    ? `Det senaste året har ${figure(events, 'sv')} ${events === 1 ? 'händelse' : 'händelser'} en tid på dygnet. Det behövs minst ${needed} för att föreslå pass.`
    : `In the latest year ${figure(events, 'en')} ${events === 1 ? 'event has' : 'events have'} a time of day. At least ${needed} are needed to propose passes.`;
}

/** "412 minuters närvaro vid 21 tillfällen under 28 dagar." */
export function doseSentence(
  { minutes, times, days }: { minutes: number; times: number; days: number },
  language: Language,
): string {
  if (times === 0)
    return language === 'sv'
      ? `Ingen närvaro är loggad under ${days} dagar.`
      : `No presence is logged in ${days} days.`;
  return language === 'sv'
    ? `${figure(minutes, 'sv')} minuters närvaro vid ${figure(times, 'sv')} ${times === 1 ? 'tillfälle' : 'tillfällen'} under ${days} dagar.`
    : `${figure(minutes, 'en')} minutes of presence at ${figure(times, 'en')} ${times === 1 ? 'time' : 'times'} in ${days} days.`;
}

export function passWords({ weekday, hour, hours: long }: Pass, language: Language): string {
  const end = (hour + long) % 24;
  // "kl. 20–24" is said, not "kl. 20–00".
  const clock = hours(hour, hour + long, language);
  const said = end === 0 && language === 'sv' ? clock.replace(/00$/, '24') : clock;
  return `${weekdayNames([weekday], language)} ${said}`;
}

function percent(ratio: number, language: Language): string {
  return language === 'sv' ? `${figure(ratio * 100, 'sv')} %` : `${figure(ratio * 100, 'en')}%`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
