/**
 * What lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete asks of a municipality, and what in the system
 * shows it. Only what has been verified is quoted; what has not says so. No Nest, no database, no clock.
 */

/** The wording that the quotes were compared with. */
export const lawWording = {
  statute: 'SFS 2023:196',
  address: 'https://lagen.nu/2023:196/konsolidering/2023:196',
  checked: ['4 §'],
  unchecked: ['6–9 §§', '14 § (SFS 2025:223)'],
} as const;

/** `statute`: compared with the wording; `second-hand`: told by others, not compared; `unchecked`: the text was not read. */
export const lawSources = ['statute', 'second-hand', 'unchecked'] as const;
export type LawSource = (typeof lawSources)[number];

export const lawPointIds = ['survey', 'other', 'analysis', 'every-second-year', 'action-plan', 'follow-up', 'responsible', 'coordinator', 'council', 'agreements', 'amendment'] as const; // prettier-ignore
export type LawPointId = (typeof lawPointIds)[number];

export interface LawPoint {
  readonly id: LawPointId;
  readonly source: LawSource;
  /** Shown by the system itself, or recorded by hand. */
  readonly shownBy: 'system' | 'hand';
  readonly sv: string;
  readonly en: string;
}

export const lawPoints: readonly LawPoint[] = [
  { id: 'survey', source: 'statute', shownBy: 'system', sv: 'Lägesbilden innehåller en kartläggning av brottsligheten, dess omfattning och konsekvenser', en: 'The situation report maps the crime, its extent and its consequences' }, // prettier-ignore
  { id: 'other', source: 'statute', shownBy: 'system', sv: 'Lägesbilden innehåller annan information av betydelse', en: 'The situation report holds other information that matters' }, // prettier-ignore
  { id: 'analysis', source: 'statute', shownBy: 'system', sv: 'Lägesbilden innehåller en analys av kartläggningen och informationen', en: 'The situation report analyses what was mapped and the information' }, // prettier-ignore
  { id: 'every-second-year', source: 'second-hand', shownBy: 'system', sv: 'Lägesbilden uppdateras minst vartannat år', en: 'The situation report is updated at least every second year' }, // prettier-ignore
  { id: 'action-plan', source: 'second-hand', shownBy: 'system', sv: 'En åtgärdsplan är beslutad med lägesbilden som grund', en: 'An action plan is decided, built on the situation report' }, // prettier-ignore
  { id: 'follow-up', source: 'second-hand', shownBy: 'hand', sv: 'Det är följt upp om insatserna gav det resultat man väntade', en: 'Somebody has checked whether the efforts gave the expected result' }, // prettier-ignore
  { id: 'responsible', source: 'second-hand', shownBy: 'hand', sv: 'Kommunstyrelsen, eller en annan nämnd, har det yttersta ansvaret', en: 'The municipal executive board, or another board, has the final responsibility' }, // prettier-ignore
  { id: 'coordinator', source: 'second-hand', shownBy: 'hand', sv: 'En samordnare, eller en samordningsfunktion, är utsedd', en: 'A coordinator, or a coordinating function, is appointed' }, // prettier-ignore
  { id: 'council', source: 'second-hand', shownBy: 'hand', sv: 'Det finns ett råd eller ett annat forum för samverkan', en: 'There is a council or another forum for cooperation' }, // prettier-ignore
  { id: 'agreements', source: 'unchecked', shownBy: 'hand', sv: 'Kommunen verkar för överenskommelser med Polismyndigheten och andra', en: 'The municipality works for agreements with the police and others' }, // prettier-ignore
  { id: 'amendment', source: 'unchecked', shownBy: 'hand', sv: '14 §, som gäller från den 1 april 2025: läs paragrafen och anteckna vad den betyder för kommunen', en: 'Section 14, in force since 1 April 2025: read it and note what it means for the municipality' }, // prettier-ignore
];

/** A lägesbild older than this is to be made anew, by the day that is two years after it. */
export function dueAgain(approvedOn: string): string {
  const [year, rest] = [Number(approvedOn.slice(0, 4)) + 2, approvedOn.slice(4)];
  // 29 February has no anniversary two years later.
  return rest === '-02-29' ? `${year}-02-28` : `${year}${rest}`;
}

/** Which statutory parts an approved lägesbild has a text in. */
export function partsWritten(
  sections: readonly { readonly part: string | null; readonly text: string }[],
): Set<string> {
  return new Set(sections.flatMap(({ part, text }) => (part !== null && text.trim() !== '' ? [part] : [])));
}
