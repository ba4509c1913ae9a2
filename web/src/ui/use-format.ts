import { useMemo } from 'react';
import * as format from './format.js';
import { useLanguage } from './language.js';

/** Everything in `format.ts`, bound to the page's language: `const f = useFormat(); f.number(1234)`. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(
    () => ({
      number: (value: number, decimals?: number) => format.formatNumber(value, language, decimals),
      share: (ratio: number, decimals?: number) => format.formatShare(ratio, language, decimals),
      time: (iso: string) => format.formatTime(iso, language),
      date: (iso: string, form?: 'long' | 'short' | 'weekday' | 'numeric') => format.formatDate(iso, language, form),
      dateTime: (iso: string) => format.formatDateTime(iso, language),
      period: (from: string, to: string) => format.formatPeriod(from, to, language),
      week: (iso: string) => format.formatWeek(iso, language),
      distance: (metres: number) => format.formatDistance(metres, language),
      bytes: (bytes: number) => format.formatBytes(bytes, language),
    }),
    [language],
  );
}
