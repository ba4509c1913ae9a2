/** What is asked about an area's week, as rows that a municipality starts with and may change; from NTU's list of problems where one lives and the words of EST work. */
export const defaultFactors = [
  { code: 'skadegorelse', sv: 'Skadegörelse och klotter', en: 'Damage and graffiti' },
  { code: 'nedskrapning', sv: 'Nedskräpning', en: 'Litter' },
  { code: 'samlingar', sv: 'Samlingar som stör', en: 'Gatherings that disturb' },
  { code: 'berusning', sv: 'Berusning och narkotika', en: 'Alcohol and drugs' },
  { code: 'brak', sv: 'Bråk och hot', en: 'Fights and threats' },
  { code: 'trafik', sv: 'Störande körning', en: 'Disturbing driving' },
  { code: 'morker', sv: 'Belysning och mörka platser', en: 'Lighting and dark places' },
  { code: 'stamning', sv: 'Stämningen i området', en: 'The mood of the area' },
] as const;

export const fewestFactors = 5;
export const mostFactors = 12;
