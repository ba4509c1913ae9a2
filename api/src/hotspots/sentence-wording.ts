/** The two languages that documents and pages speak. */
export type Language = 'sv' | 'en';

/** A calendar day, `YYYY-MM-DD`. */
export type CalendarDay = string;

const smallNumbers: Record<Language, readonly string[]> = {
  sv: ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
};

const ordinals = ['', '', 'varannan', 'tredje', 'fjärde', 'femte', 'sjätte', 'sjunde', 'åttonde', 'nionde', 'tionde'];

const months: Record<Language, readonly string[]> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

const weekdays: Record<Language, readonly string[]> = {
  sv: 'måndag tisdag onsdag torsdag fredag lördag söndag'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
};

const noBreakSpace = '\u00a0';
const milliseconds = 86_400_000;

/** A number as it is printed: `1 234,5` in Swedish (no-break space), `1,234.5` in English; at most `decimals` decimals. */
export function figure(value: number, language: Language, decimals = 0): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.');
  const separator = language === 'sv' ? noBreakSpace : ',';
  // Swedish keeps four digits together in running text only by habit; the house style groups them: 1 234.
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, separator);
  const trimmed = fraction?.replace(/0+$/, '') ?? '';
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '−' : '';
  return sign + grouped + (trimmed === '' ? '' : (language === 'sv' ? ',' : '.') + trimmed);
}

/** A small whole number as a word (`tre`, `three`; `ett` before a neuter noun), a larger one in figures. */
export function numberWord(value: number, language: Language, gender: 'common' | 'neuter' = 'common'): string {
  if (language === 'sv' && value === 1 && gender === 'neuter') return 'ett';
  return smallNumbers[language][value] ?? figure(value, language);
}

/** Joins with commas and a last `och`/`and`; `samt`/`and` when an item holds an `och` of its own. */
export function list(items: readonly string[], language: Language): string {
  if (items.length < 2) return items[0] ?? '';
  const and = language === 'en' ? 'and' : items.some((item) => item.includes(' och ')) ? 'samt' : 'och';
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)!}`;
}

/** `1 september`, or `1 september 2025` when the year is not the one given in `near`. */
export function dayAndMonth(day: CalendarDay, language: Language, near?: CalendarDay): string {
  const [year, month, date] = parts(day);
  const text = `${date} ${months[language][month - 1]!}`;
  return near !== undefined && parts(near)[0] === year ? text : `${text} ${year}`;
}

/** `9–15 november 2026`, `1 september–20 november 2026`, `27 december 2025–3 januari 2026`. */
export function daySpan(from: CalendarDay, to: CalendarDay, language: Language): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const start = sameMonth ? String(parts(from)[2]) : dayAndMonth(from, language, to);
  return from === to ? dayAndMonth(to, language) : `${start}–${dayAndMonth(to, language)}`;
}

/** `mitten av oktober`: as exactly as a change can be dated. */
export function aboutWhen(day: CalendarDay, language: Language, near: CalendarDay): string {
  const [year, month, date] = parts(day);
  const third = date <= 10 ? 0 : date <= 20 ? 1 : 2;
  const words = { sv: ['början av', 'mitten av', 'slutet av'], en: ['early', 'mid', 'late'] }[language];
  const monthName = months[language][month - 1]!;
  const when = language === 'en' && third === 1 ? `mid-${monthName}` : `${words[third]!} ${monthName}`;
  return parts(near)[0] === year ? when : `${when} ${year}`;
}

/** Both days counted: `ett år`, `tre månader`, `åtta veckor`, `tio dagar`. */
export function duration(from: CalendarDay, to: CalendarDay, language: Language): string {
  const days = dayCount(from, to);
  const unit = durationUnit(days);
  const nouns = {
    sv: { year: ['år', 'år'], month: ['månad', 'månader'], week: ['vecka', 'veckor'], day: ['dag', 'dagar'] },
    en: { year: ['year', 'years'], month: ['month', 'months'], week: ['week', 'weeks'], day: ['day', 'days'] },
  }[language][unit.name];
  const gender = unit.name === 'year' ? 'neuter' : 'common';
  return `${numberWord(unit.count, language, gender)} ${nouns[unit.count === 1 ? 0 : 1]!}`;
}

/** Days from the first to the last, both counted. */
export function dayCount(from: CalendarDay, to: CalendarDay): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / milliseconds) + 1;
}

/** `fredag och lördag`, `måndag–fredag` as `vardagar`, three or more in a row as `torsdag–lördag`, also over Sunday: `fredag–måndag`. 1 is Monday. */
export function weekdayNames(days: readonly number[], language: Language): string {
  const sorted = [...new Set(days)].filter((day) => day >= 1 && day <= 7).sort((a, b) => a - b);
  if (sorted.length === 7) return language === 'sv' ? 'alla dagar' : 'every day';
  if (sorted.join('') === '12345') return language === 'sv' ? 'vardagar' : 'weekdays';
  const inOrder = fromTheGap(sorted);
  const names = inOrder.map((day) => weekdays[language][day - 1]!);
  const first = inOrder[0] ?? 0;
  const inARow = inOrder.every((day, index) => day === ((first - 1 + index) % 7) + 1);
  if (!inARow || names.length < 3)
    return list(inARow ? names : sorted.map((day) => weekdays[language][day - 1]!), language);
  return `${names[0]!}${language === 'sv' ? '–' : ' to '}${names.at(-1)!}`;
}

/** Sorted days, begun after the longest pause when they run over Sunday: 1 2 6 7 becomes 6 7 1 2. */
function fromTheGap(sorted: readonly number[]): readonly number[] {
  if (!sorted.includes(1) || !sorted.includes(7)) return sorted;
  const start = sorted.findIndex((day, index) => index > 0 && day !== sorted[index - 1]! + 1);
  return start < 0 ? sorted : [...sorted.slice(start), ...sorted.slice(0, start)];
}

/** `kl. 20–01`, `20:00–01:00` in English; nothing for the whole day. */
export function hours(fromHour: number, toHour: number, language: Language): string {
  if ((toHour - fromHour + 24) % 24 === 0) return '';
  const two = (hour: number) => String(hour % 24).padStart(2, '0');
  return language === 'sv' ? `kl. ${two(fromHour)}–${two(toHour)}` : `${two(fromHour)}:00–${two(toHour)}:00`;
}

/** `femte` for 5: every fifth. */
export function everyNth(n: number, language: Language): string {
  if (language === 'en') return `one in ${numberWord(n, 'en')}`;
  return n === 2 ? 'varannan' : `var ${ordinals[n] ?? figure(n, 'sv')}`;
}

/** A category's label inside a sentence: lower case, without what stands in brackets; initialisms are kept. */
export function withinSentence(label: string): string {
  const bare = label.replace(/\s*\([^)]*\)\s*$/, '').trim();
  const second = bare.charAt(1);
  const initialism = second !== second.toLowerCase();
  return initialism ? bare : bare.charAt(0).toLowerCase() + bare.slice(1);
}

function parts(day: CalendarDay): [year: number, month: number, date: number] {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  return [year!, month!, date!];
}

function durationUnit(days: number): { name: 'year' | 'month' | 'week' | 'day'; count: number } {
  const years = days / 365.25;
  if (Math.round(years) >= 1 && Math.abs(years - Math.round(years)) * 365 < 4) {
    return { name: 'year', count: Math.round(years) };
  }
  if (days % 7 === 0 && days <= 84) return { name: 'week', count: days / 7 };
  const wholeMonths = Math.round(days / 30.44);
  if (wholeMonths >= 1 && Math.abs(days - wholeMonths * 30.44) < 4) return { name: 'month', count: wholeMonths };
  return days >= 21 ? { name: 'week', count: Math.round(days / 7) } : { name: 'day', count: days };
}
