/**
 * Search parameters as plain text, so that an address can be read and written by hand: `?fran=2026-01-01&kategori=SKAD`.
 * Every value reaches a route's `validateSearch` as a string, which turns it into numbers, dates and lists.
 */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The other way; what is `undefined`, `null` or empty is left out, a list is joined by commas. */
export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const text = Array.isArray(value) ? value.map(String).join(',') : asText(value);
    if (text !== '') parameters.set(name, text);
  }
  // A comma and a slash need no disguise in a query (RFC 3986, 3.4).
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
