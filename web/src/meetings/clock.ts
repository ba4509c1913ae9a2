import { Temporal } from 'temporal-polyfill';

const zone = 'Europe/Stockholm';

/** The instant of a day and a clock in Sweden (`2026-05-03`, `14:30`). A clock that spring skips is read an hour later. */
export function clockToInstant(day: string, clock: string): string {
  return Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(zone).toInstant().toString();
}

/** The day and clock of an instant in Sweden. */
export function clockOf(iso: string): { day: string; clock: string } {
  const here = Temporal.Instant.from(iso).toZonedDateTimeISO(zone);
  return { day: here.toPlainDate().toString(), clock: here.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/** The ISO week of an instant in Sweden, `2026-W48`. */
export function weekOf(iso: string): string {
  const { yearOfWeek, weekOfYear } = Temporal.Instant.from(iso).toZonedDateTimeISO(zone);
  return `${yearOfWeek ?? 0}-W${String(weekOfYear ?? 0).padStart(2, '0')}`;
}
