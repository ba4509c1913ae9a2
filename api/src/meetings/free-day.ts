const fixed: Readonly<Record<string, string>> = {
  '01-01': 'nyårsdagen',
  '01-06': 'trettondedag jul',
  '05-01': 'första maj',
  '06-06': 'nationaldagen',
  '12-24': 'julafton',
  '12-25': 'juldagen',
  '12-26': 'annandag jul',
  '12-31': 'nyårsafton',
};

/** The holiday that a day (`YYYY-MM-DD`) is, when offices are closed for it; null for any other day. */
export function freeDay(day: string): string | null {
  return fixed[day.slice(5)] ?? null;
}
