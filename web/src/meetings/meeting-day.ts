import type { useFormat } from '../ui/use-format.js';

/** `tisdag 24 november`, and with its year when it is not this one: in November, 11 March is a long way off. */
export function meetingDay(f: ReturnType<typeof useFormat>, iso: string, now = new Date()): string {
  const day = f.date(iso, 'weekday');
  const year = f.date(iso, 'numeric').slice(0, 4);
  return year === String(now.getFullYear()) ? day : `${day} ${year}`;
}
