/** Who did something, as the pages say it: the organisation and the role of the account, never its name. */
export function byOf(row: { readonly by_organisation: string | null; readonly by_role: string | null }): {
  organisation: string | null;
  role: string | null;
} {
  return { organisation: row.by_organisation, role: row.by_role };
}
