/** The questions that can be asked, in the order in which the page shows them. */
export const questions = [
  'places',
  'people',
  'new',
  'near-repeat',
  'trend',
  'when',
  'concentration',
  'windows',
  'effect',
] as const;
export type Question = (typeof questions)[number];

/**
 * How a question was answered. `answered`: the test was made, whatever it showed. The others say why nothing is claimed.
 */
export const answerStatuses = [
  'answered',
  'no-events',
  'too-few',
  'first-year',
  'no-baseline',
  'no-mask',
  'no-places',
  'no-controls',
  'baseline-holds-detection',
  'too-many',
  'invalid-period',
] as const;
export type AnswerStatus = (typeof answerStatuses)[number];

/** What an expert may choose, each with its unit in its name. Left out: the rule of the method decides, and is told. */
export interface ExpertParameters {
  readonly epsMetres?: number | undefined;
  readonly minPoints?: number | undefined;
  readonly radiusMetres?: number | undefined;
  readonly windowDays?: number | undefined;
  readonly permutations?: number | undefined;
  readonly bandwidthMetres?: number | undefined;
  readonly cellMetres?: number | undefined;
  readonly bandsMetres?: readonly number[] | undefined;
  readonly bandsDays?: readonly number[] | undefined;
  readonly alpha?: number | undefined;
}

/** Which parameters mean something for which question; another one is refused instead of ignored. */
export const parametersOf: Readonly<Record<Question, readonly (keyof ExpertParameters)[]>> = {
  places: ['epsMetres', 'minPoints', 'permutations'],
  people: ['permutations', 'alpha'],
  new: ['radiusMetres', 'windowDays', 'permutations', 'alpha'],
  'near-repeat': ['bandsMetres', 'bandsDays', 'permutations', 'alpha'],
  trend: ['alpha'],
  when: ['alpha'],
  concentration: ['bandwidthMetres', 'cellMetres', 'permutations'],
  windows: ['cellMetres', 'alpha'],
  effect: ['radiusMetres', 'alpha'],
};

/** The page of docs/methods that explains each question. */
export const methodOf: Readonly<Record<Question, string>> = {
  places: 'place-size',
  people: 'people-claim',
  new: 'space-time-scan',
  'near-repeat': 'near-repeat',
  trend: 'trend-classes',
  when: 'aoristic',
  concentration: 'concentration',
  windows: 'exact-windows',
  effect: 'effect',
};

/** What decides the answer besides the data: raised when a method changes, so that no older answer is handed out. */
export const methodVersions: Readonly<Record<Question, string>> = {
  places: 'narbild-clusters-4',
  people: 'narbild-people-1',
  new: 'narbild-space-time-2',
  'near-repeat': 'narbild-near-repeat-2',
  trend: 'narbild-trend-2',
  when: 'narbild-when-2',
  concentration: 'narbild-concentration-1',
  windows: 'narbild-windows-1',
  effect: 'narbild-effect-1',
};
