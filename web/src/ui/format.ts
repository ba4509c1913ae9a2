import type { Language } from './language.js';

/** Numbers, dates and weeks as Swedish readers write them: 1 234,5 · 14.30 · 3 maj 2026 · vecka 18. Times are Sweden's. */

const timeZone = 'Europe/Stockholm';
const locales = { sv: 'sv-SE', en: 'en-GB' } as const;
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locales[language], options);
  numberFormats.set(key, format);
  return format;
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
  dateFormats.set(key, format);
  return format;
}

/** A date alone (`2026-05-03`) is read as noon in UTC, which is the same day in Sweden all year. */
function instantOf(iso: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T12:00:00Z` : iso);
}

/** `1 234,5`. At most `decimals` decimals, 0 unless told. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  return numberFormat(language, { maximumFractionDigits: decimals }).format(value);
}

/** `12 %`, from a ratio of 0 to 1. */
export function formatShare(ratio: number, language: Language, decimals = 0): string {
  return numberFormat(language, { style: 'percent', maximumFractionDigits: decimals }).format(ratio);
}

/** `14.30` in Swedish, `14:30` in English. */
export function formatTime(iso: string, language: Language): string {
  const text = dateFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instantOf(iso));
  return language === 'sv' ? text.replace(':', '.') : text;
}

/**
 * `3 maj 2026` (long), `3 maj` (short), `söndag 3 maj` (weekday), `2026-05-03` (numeric).
 *
 * @param iso an instant, or a date alone
 */
export function formatDate(
  iso: string,
  language: Language,
  form: 'long' | 'short' | 'weekday' | 'numeric' = 'long',
): string {
  const options = {
    long: { day: 'numeric', month: 'long', year: 'numeric' },
    short: { day: 'numeric', month: 'short' },
    weekday: { weekday: 'long', day: 'numeric', month: 'long' },
    numeric: { year: 'numeric', month: '2-digit', day: '2-digit' },
  } as const;
  if (form === 'numeric') return dateFormat('sv', options.numeric).format(instantOf(iso));
  const text = dateFormat(language, options[form]).format(instantOf(iso));
  return form === 'short' ? text.replace(/\.$/, '') : text;
}

/** `3 maj 2026 kl. 14.30`. */
export function formatDateTime(iso: string, language: Language): string {
  const clock = language === 'sv' ? 'kl. ' : 'at ';
  return `${formatDate(iso, language)} ${clock}${formatTime(iso, language)}`;
}

/** `1 maj–3 juni 2026`, with what the two dates share said once. */
export function formatPeriod(from: string, to: string, language: Language): string {
  return dateFormat(language, { day: 'numeric', month: 'long', year: 'numeric' })
    .formatRange(instantOf(from), instantOf(to))
    .replace(/\s*[–-]\s*/, '–')
    .replace(/–(\d+) (?=\p{L})/u, '–$1\u00a0');
}

/**
 * A sentence whose ranges and clock times are never parted by the end of a line: `(5–14)`, `kl. 17–00`. Word joiners
 * and no-break spaces that are not seen; for the page only, so that answers and documents keep plain text.
 */
export function keepTogether(sentence: string): string {
  return sentence.replace(/(?<=\d)–(?=\d)/g, '\u2060–\u2060').replace(/\b(kl\.|vecka|week) (?=\d)/g, '$1\u00a0');
}

/** ISO 8601 week and its year, of the day in Sweden. Thursday decides which year a week belongs to. */
export function isoWeek(iso: string): { year: number; week: number } {
  const [year = 1970, month = 1, day = 1] = formatDate(iso, 'sv', 'numeric').split('-').map(Number);
  const thursday = new Date(Date.UTC(year, month - 1, day));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return {
    year: thursday.getUTCFullYear(),
    week: Math.ceil(((thursday.getTime() - firstDay) / 86_400_000 + 1) / 7),
  };
}

/** `vecka 18`, or `week 18`. */
export function formatWeek(iso: string, language: Language): string {
  return `${language === 'sv' ? 'vecka' : 'week'} ${isoWeek(iso).week}`;
}

/** `85 m`, `1,2 km`. */
export function formatDistance(metres: number, language: Language): string {
  if (metres < 1000) return `${formatNumber(Math.round(metres), language)} m`;
  return `${formatNumber(metres / 1000, language, metres < 10_000 ? 1 : 0)} km`;
}

/** `340 kB`, `1,2 MB`. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1000)), language)} kB`;
  return `${formatNumber(bytes / 1_000_000, language, 1)} MB`;
}
