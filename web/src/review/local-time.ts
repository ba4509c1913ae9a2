import { Temporal } from 'temporal-polyfill';

const zone = 'Europe/Stockholm';

/** A day and a clock as the device's own pickers give them: `2026-05-03`, `14:30`; empty when there is none. */
export interface LocalTime {
  readonly date: string;
  readonly time: string;
}

export const noTime: LocalTime = { date: '', time: '' };

/** The day and clock of an instant in Sweden. */
export function localTime(iso: string | null): LocalTime {
  if (iso === null) return noTime;
  const here = Temporal.Instant.from(iso).toZonedDateTimeISO(zone);
  return { date: here.toPlainDate().toString(), time: here.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/** The instant of a day and a clock in Sweden; `null` when they are no time. Of the autumn's double hour, the earlier. */
export function instantOfLocal({ date, time }: LocalTime): string | null {
  try {
    const local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
    return local.toZonedDateTime(zone, { disambiguation: 'earlier' }).toInstant().toString();
  } catch {
    return null;
  }
}
