/** Why a report is set aside, as rows that a municipality starts with and may change. */
export const defaultDismissalReasons = [
  { code: 'duplicate', sv: 'Dubblett', en: 'Duplicate' },
  { code: 'personal-data', sv: 'Innehåller personuppgifter', en: 'Holds personal data' },
  { code: 'wrong-place', sv: 'Fel plats', en: 'Wrong place' },
  { code: 'not-ours', sv: 'Inte en fråga för oss', en: 'Not a matter for us' },
  { code: 'test', sv: 'Prov', en: 'Test' },
] as const;

/** Within which distance and time two rows are shown as perhaps the same event: between reports, and between a report and a police row. */
export const defaultDuplicateRules = [
  { pair: 'reports', metres: 50, hours: 48, sameCategory: true },
  { pair: 'police', metres: 150, hours: 48, sameCategory: false },
] as const;
