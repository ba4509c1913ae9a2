/** The tertial (four months) that a day (`YYYY-MM-DD`) lies in, as `2026-T3`. */
export function tertialOf(day: string): string {
  return `${day.slice(0, 4)}-T${Math.ceil(Number(day.slice(5, 7)) / 4)}`;
}

/** Is there such a tertial? */
export function isTertial(text: string): boolean {
  return /^(?:19|20)\d\d-T[123]$/.test(text);
}
