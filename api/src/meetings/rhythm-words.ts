import type { Rhythm } from './rhythm.js';

const weekdays = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const months = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const ordinals = {
  sv: { 1: 'första', 2: 'andra', 3: 'tredje', 4: 'fjärde', [-1]: 'sista' } as Readonly<Record<number, string>>,
  en: { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' } as Readonly<Record<number, string>>,
};

/** A rhythm in words: `varje tisdag 08:30`, `andra onsdagen varje månad 13:00`, `första tisdagen i november varje år 09:00`. */
export function rhythmText(rhythm: Rhythm, startsAt: string, language: 'sv' | 'en'): string {
  return `${language === 'sv' ? swedish(rhythm) : english(rhythm)} ${startsAt}`;
}

function swedish(rhythm: Rhythm): string {
  const day = weekdays.sv[rhythm.weekday - 1]!;
  if (rhythm.every === 'week') {
    if (rhythm.weeks === 1) return `varje ${day}`;
    return rhythm.weeks === 2 ? `varannan ${day}` : `${day} var ${ordinalOf(rhythm.weeks)} vecka`;
  }
  const which = `${ordinals.sv[rhythm.nth]!} ${day}en`;
  if (rhythm.every === 'year') return `${which} i ${months.sv[rhythm.month - 1]!} varje år`;
  if (rhythm.months === 1) return `${which} varje månad`;
  return rhythm.months === 2 ? `${which} varannan månad` : `${which} var ${ordinalOf(rhythm.months)} månad`;
}

function english(rhythm: Rhythm): string {
  const day = weekdays.en[rhythm.weekday - 1]!;
  if (rhythm.every === 'week') return rhythm.weeks === 1 ? `every ${day}` : `${day} every ${rhythm.weeks} weeks`;
  const which = `the ${ordinals.en[rhythm.nth]!} ${day}`;
  if (rhythm.every === 'year') return `${which} of ${months.en[rhythm.month - 1]!} every year`;
  return rhythm.months === 1 ? `${which} of every month` : `${which} every ${rhythm.months} months`;
}

function ordinalOf(count: number): string {
  const words = ['', '', '', 'tredje', 'fjärde', 'femte', 'sjätte', 'sjunde', 'åttonde', 'nionde', 'tionde'];
  return words[count] ?? `${count}:e`;
}
