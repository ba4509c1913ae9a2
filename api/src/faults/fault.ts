/** The rules about passing a fault on to the municipality's felanmälan: no Nest, no database. */

/** What a template may name; none of it says who reported. */
export interface FaultFacts {
  readonly kategori: string;
  readonly sort: string;
  readonly plats: string;
  readonly tid: string;
  readonly lank: string;
  readonly text: string;
}

/** Fills `{kategori}`, `{sort}`, `{plats}`, `{tid}`, `{lank}` and `{text}`; an unknown name stays as it is. */
export function fillTemplate(template: string, facts: FaultFacts): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(facts, name) ? facts[name as keyof FaultFacts] : whole,
  );
}

/** A letter in the reader's own mail program, for where there is no SMTP server. */
export function mailtoLink(to: string, subject: string, text: string): string {
  return `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}

/** Which route is taken: the one of the sub-category before the one of the whole category. */
export function chooseRoute<Route extends { readonly categoryCode: string; readonly subcategoryCode: string | null }>(
  routes: readonly Route[],
  report: { readonly categoryCode: string; readonly subcategoryCode: string | null },
): Route | null {
  const ofCategory = routes.filter((route) => route.categoryCode === report.categoryCode);
  const exact = ofCategory.find(
    (route) => route.subcategoryCode !== null && route.subcategoryCode === report.subcategoryCode,
  );
  return exact ?? ofCategory.find((route) => route.subcategoryCode === null) ?? null;
}
