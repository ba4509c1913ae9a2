/** Monday of an ISO week: `2026-W18` gives `2026-04-27`. A day is given back as it is. */
export function weekStart(week: string): string {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (year === undefined || number === undefined) return week;
  // The fourth of January is always in the first week (ISO 8601).
  const fourth = new Date(`${year}-01-04T00:00:00Z`);
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000;
  return new Date(monday + (Number(number) - 1) * 7 * 86_400_000).toISOString().slice(0, 10);
}
