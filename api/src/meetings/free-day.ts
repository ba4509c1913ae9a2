import { dayOf, type FeastCode, feastOf, feastsOf } from '../calendar/feast.js';

/** The feast or eve that a day (`YYYY-MM-DD`) is when offices are closed for it, as its code; null for any other day. */
export function freeDay(day: string): FeastCode | null {
  const feasts = feastsOf(Number(day.slice(0, 4)));
  return (feasts.find((feast) => feast.free && feast.day === dayOf(day))?.code ?? null) as FeastCode | null;
}

/** Its name in words; null where there is none. */
export function feastName(code: string | null, language: 'sv' | 'en'): string | null {
  return code === null ? null : feastOf(code as FeastCode)[language];
}
