import { figure, type Language } from '../hotspots/sentence-wording.js';
import { besides, periodAt, type SituationPeriod } from '../situation/period.js';
import { agendaWords } from './agenda-words.js';

/** Of need: 1 small, 2 some, 3 great. Of influence: 1 little, 2 somewhat, 3 much. */
export type Grade = 1 | 2 | 3;

interface CountedArea {
  readonly count: number;
  readonly usual: {
    readonly status: 'more' | 'as-usual' | 'fewer' | 'first-year' | 'too-few';
    readonly low: number;
    readonly high: number;
  };
}

/** With fewer events than this in an area nothing is suggested of it. */
const fewestToSuggest = 10;
/** So many times the mean of the areas is much, and so small a part of it is little. */
const much = 2;
const little = 0.5;
/** A tertial is read by its own figures when it has run for this long. */
const shortestDays = 28;

/**
 * How great is the need in an area, going by its figures against its own usual and against the mean of the areas? A
 * suggestion with its reason in words, null where the events are too few; the group decides. Design: docs/methods/meetings.md.
 */
export function suggestedNeed(area: CountedArea, mean: number, language: Language): { need: Grade | null; reason: string } {
  const { count, usual } = area;
  const words = agendaWords[language];
  const said = `${words.events(figure(count, language), count)}${words.usual(usual)}`;
  if (count < fewestToSuggest) return { need: null, reason: needWords[language].few(said) };
  const most = count >= much * mean;
  const against = most ? needWords[language].most : count < little * mean ? needWords[language].least : '';
  const reason = `${said}${against}.`;
  if (usual.status === 'more' || (most && usual.status !== 'fewer')) return { need: 3, reason };
  if (usual.status === 'fewer') return { need: most ? 2 : 1, reason };
  return { need: count < little * mean ? 1 : 2, reason };
} // prettier-ignore

/** The tertial whose figures a ranking goes by: its own, or the one before while it has run for less than four weeks. */
export function rankedBy(tertial: SituationPeriod, now: number): SituationPeriod {
  const running = periodAt('tertial', now);
  const asked = tertial.from > running.from ? running : tertial;
  return now - asked.from < shortestDays * 86_400_000 ? besides(asked, -1) : asked;
}

const needWords = {
  sv: {
    few: (said: string) => `${said}: för få för ett förslag.`,
    most: ', minst dubbelt så många som områdena i snitt',
    least: ', mindre än hälften så många som områdena i snitt',
  },
  en: {
    few: (said: string) => `${said}: too few for a suggestion.`,
    most: ', at least twice as many as the areas on average',
    least: ', less than half as many as the areas on average',
  },
} as const;
