/**
 * JSON that PostgreSQL can hold, of rows from a file: jsonb refuses NUL and half a surrogate pair (SQLSTATE 22P05), which
 * damaged files hold and which cutting a long text in the middle of a sign makes. NUL is left out, a half becomes U+FFFD,
 * as it does in text columns.
 */
export function storedJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!text.includes('\\u')) return text;
  // Escapes are taken as wholes, so that a written backslash before "u0000" stays what it is.
  return text.replace(/\\(?:u[0-9a-f]{4}|.)/g, (escape) => {
    if (escape === '\\u0000') return '';
    return /^\\ud[89a-f]/.test(escape) ? '\ufffd' : escape;
  });
}
