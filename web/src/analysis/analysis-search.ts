import type { Question } from '../findings/findings-api.js';
import { isPeriodName, type PeriodName } from '../ui/period.js';

/** The questions in the order of the page, by their word in the address. */
export const questionWords = {
  platser: 'places',
  manniskor: 'people',
  nytt: 'new',
  foljer: 'near-repeat',
  utveckling: 'trend',
  nar: 'when',
  samlat: 'concentration',
  hjalpte: 'effect',
  rutor: 'windows',
} as const satisfies Record<string, Question>;
export type QuestionWord = keyof typeof questionWords;

export const sourceNames = ['polis', 'personal'] as const;
export type SourceName = (typeof sourceNames)[number];

/** What is asked, as it stands in the address: send it, and a colleague with the same rights asks the same. */
export interface AnalysisSearch {
  fraga?: QuestionWord;
  /** Left out: the latest twelve months. */
  period?: PeriodName;
  /** First and last day of `period=egen`. */
  fran?: string;
  till?: string;
  kategori?: readonly string[];
  kalla?: SourceName;
  omrade?: string;
  hotspot?: string;
  /** First and last day of the effort, for "Hjälpte insatsen?". */
  insatsFran?: string;
  insatsTill?: string;
  /** Last day of the time before, when it is not the year before the effort. */
  foreTill?: string;
  /** The expert's own values: `epsMetres:120,bandsDays:8+15`. */
  varden?: readonly string[];
  /** A stored run: the very answer that was shared. */
  korning?: string;
}

const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
/** Whether the question knows it is looked at when it is asked (analysis-request.ts). */
const expertValue = /^[a-zA-Z]+:[\d.]+(?:[+ ][\d.]+)*$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function listOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',') : [];
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== '' && part.length <= 80))];
}

/** Reads the address; what is not of our form is left out, so that an old or mistyped link still shows the page. */
export function analysisSearch(search: Record<string, unknown>): AnalysisSearch {
  const found: AnalysisSearch = {};
  const matching = (name: string, form: RegExp): string | undefined => {
    const value = search[name];
    return typeof value === 'string' && form.test(value) ? value : undefined;
  };
  const word = (Object.keys(questionWords) as QuestionWord[]).find((one) => one === search['fraga']);
  if (word !== undefined) found.fraga = word;
  const period = search['period'];
  if (typeof period === 'string' && isPeriodName(period) && period !== '12m') found.period = period;
  const own = found.period === 'egen' ? (['fran', 'till'] as const) : [];
  for (const name of [...own, 'insatsFran', 'insatsTill', 'foreTill'] as const) {
    const value = matching(name, day);
    if (value !== undefined) found[name] = value;
  }
  for (const name of ['omrade', 'hotspot', 'korning'] as const) {
    const value = matching(name, uuid);
    if (value !== undefined) found[name] = value;
  }
  const categories = listOf(search['kategori']);
  if (categories.length > 0) found.kategori = categories.toSorted();
  const source = sourceNames.find((name) => name === search['kalla']);
  if (source !== undefined) found.kalla = source;
  const values = word === undefined ? [] : listOf(search['varden']).filter((part) => expertValue.test(part));
  if (values.length > 0) found.varden = values;
  return found;
}
