import type { Bilingual } from '../analysis/bilingual.js';
import { monthsOf, type Period } from '../analysis/calendar.js';
import { findClusters } from '../analysis/clusters.js';
import { classifyTrend, densePeriods, type TrendAnswer } from '../analysis/emerging.js';
import { countBetween } from '../analysis/trend.js';
import { areaOf, containment, type MetresMultiPolygon } from '../geo/polygon.js';
import { type Answer, type AnswerTable, both, noTable, type Task } from './answer.js';
import { builtUpSquareMetres, polygonFeature, rounded, type TaskEvents, taskEvents } from './task-events.js';

interface Course {
  readonly name: Bilingual;
  readonly polygon: MetresMultiPolygon;
  readonly counts: readonly number[];
  readonly expectedShare: number;
  readonly answer: TrendAnswer;
}

interface Steps {
  readonly unit: 'quarters' | 'months';
  readonly periods: readonly Period[];
  readonly leastPeriods: number;
}

/** How have the places come about? Each hot spot (or cluster, before any is taken up) over equal whole periods. */
export function trendAnswer(task: Task): Answer {
  const prepared = taskEvents({ ...task, within: null });
  const alpha = task.expert.alpha ?? 0.05;
  const steps = stepsOf(task);
  const courses = coursesOf(task, prepared, { steps, alpha });
  const rest = {
    parameters: { alpha, unit: steps.unit, periods: steps.periods.length, leastPeriods: steps.leastPeriods },
    input: prepared.input,
    choices: choicesOf(task, steps),
    notices: [],
  };
  if (courses.length === 0) return { ...rest, ...noPlaces, features: [], table: noTable };
  const enough = steps.periods.length >= steps.leastPeriods;
  return {
    ...rest,
    status: enough ? 'answered' : 'too-few',
    sentence: sentenceOf(courses, enough),
    features: courses.map(({ polygon, answer }, row) =>
      polygonFeature(polygon, { layer: 'place', row, trend: answer.trendClass }),
    ),
    table: tableOf(courses),
  };
}

const noPlaces: Pick<Answer, 'status' | 'sentence'> = {
  status: 'no-places',
  sentence: both('Det finns ingen hot spot eller anhopning att följa.', 'There is no hot spot or cluster to follow.'),
};

/** Quarters once three years are covered, months before that; only whole ones that reports cover. */
function stepsOf({ period, historyFrom }: Task): Steps {
  const from = historyFrom ?? period.from;
  const whole = monthsOf({ from, to: period.to }).filter((month) => month.from >= from && month.to <= period.to);
  const quarters = whole.flatMap((month, index) => {
    const last = whole[index + 2];
    return Number(month.month.slice(5)) % 3 === 1 && last ? [{ from: month.from, to: last.to }] : [];
  });
  if (quarters.length >= 12) return { unit: 'quarters', periods: quarters, leastPeriods: 12 };
  return { unit: 'months', periods: whole, leastPeriods: 10 };
}

function coursesOf(task: Task, prepared: TaskEvents, { steps, alpha }: { steps: Steps; alpha: number }): Course[] {
  const placed = [...prepared.clean.usable, ...prepared.clean.earlier];
  const totals = countsOf(placed, steps);
  return chosenPlaces(task, prepared).map(({ name, polygon }) => {
    const expectedShare = shareOf(task, polygon);
    const counts = countsOf(placed.filter(containment(polygon)), steps);
    const answer = classifyTrend(
      { values: counts, hot: densePeriods(counts, totals, { expectedShare, level: alpha }) },
      { level: alpha, leastPeriods: steps.leastPeriods },
    );
    return { name, polygon, counts, expectedShare, answer };
  });
}

function chosenPlaces(
  task: Task,
  { events, defaultCoordinates }: TaskEvents,
): { name: Bilingual; polygon: MetresMultiPolygon }[] {
  const known = task.places.filter(({ id }) => task.placeId === null || id === task.placeId);
  if (known.length > 0 || task.placeId !== null)
    return known.map(({ name, polygon }) => ({ name: both(name, name), polygon }));
  const { clusters } = findClusters(events, {
    period: task.period,
    historyFrom: task.historyFrom,
    builtUpAreaSquareMetres: builtUpSquareMetres(task),
    mask: task.boundary,
    defaultCoordinates,
  });
  return clusters
    .filter(({ status }) => status !== 'single-home')
    .map(({ number, polygon }) => ({ name: both(`Anhopning ${number}`, `Cluster ${number}`), polygon }));
}

function countsOf(events: readonly { readonly from: number }[], { periods }: Steps): number[] {
  const instants = Float64Array.from(events, ({ from }) => from).sort();
  return periods.map((period) => countBetween(instants, period));
}

/** The share of the people, else of the built-up area, that the place holds. */
function shareOf(task: Task, polygon: MetresMultiPolygon): number {
  const [baseline] = task.baselines;
  if (!baseline) return areaOf(polygon) / Math.max(areaOf(polygon), builtUpSquareMetres(task));
  const isInside = containment(polygon);
  let [inside, all] = [0, 0];
  for (let at = 0; at < baseline.weight.length; at++) {
    all += baseline.weight[at]!;
    if (isInside({ x: baseline.x[at]!, y: baseline.y[at]! })) inside += baseline.weight[at]!;
  }
  return all > 0 ? inside / all : 0;
}

function sentenceOf(courses: readonly Course[], enough: boolean): Bilingual {
  const [first] = courses;
  if (courses.length === 1)
    return both(`${first!.name.sv}: ${first!.answer.sentence.sv}`, `${first!.name.en}: ${first!.answer.sentence.en}`);
  if (!enough) return first!.answer.sentence;
  const tally = new Map<string, number>();
  for (const { answer } of courses) {
    const { sv } = classWords[answer.trendClass];
    tally.set(sv, (tally.get(sv) ?? 0) + 1);
  }
  const parts = (language: 'sv' | 'en') =>
    Object.values(classWords)
      .filter(({ sv }) => tally.has(sv))
      .map((words) => `${tally.get(words.sv)!} ${words[language]}`)
      .join(', ');
  return both(`Av ${courses.length} platser: ${parts('sv')}.`, `Of ${courses.length} places: ${parts('en')}.`);
}

const classWords: Readonly<Record<TrendAnswer['trendClass'], Bilingual>> = {
  new: both('ny', 'new'),
  consecutive: both('håller i sig sedan den kom', 'holding since it came'),
  intensifying: both('ständig och växer', 'constant and growing'),
  persistent: both('ständig', 'constant'),
  diminishing: both('ständig men avtar', 'constant but fading'),
  sporadic: both('kommer och går', 'coming and going'),
  oscillating: both('växlande', 'swinging'),
  historical: both('var tät förr', 'dense before'),
  none: both('utan tydlig utveckling', 'without a clear course'),
};

function tableOf(courses: readonly Course[]): AnswerTable {
  return {
    columns: [
      { key: 'place', label: both('Plats', 'Place'), unit: null },
      { key: 'course', label: both('Utveckling', 'Course'), unit: null },
      { key: 'count', label: both('Händelser', 'Incidents'), unit: null },
      { key: 'dense', label: both('Täta perioder', 'Dense periods'), unit: null },
      { key: 'periods', label: both('Perioder', 'Periods'), unit: null },
      { key: 'direction', label: both('Riktning (tau)', 'Direction (tau)'), unit: null },
      { key: 'p', label: both('p för riktningen', 'p of the direction'), unit: null },
    ],
    rows: courses.map(({ name, counts, answer }) => ({
      place: name,
      course:
        answer.status === 'too-few-periods'
          ? both('för få perioder', 'too few periods')
          : classWords[answer.trendClass],
      count: counts.reduce((sum, count) => sum + count, 0),
      dense: answer.hotPeriods,
      periods: answer.parameters.periods,
      direction: rounded(answer.trend.tau, 2),
      p: answer.trend.p,
    })),
  };
}

function choicesOf(task: Task, { unit, periods }: Steps): Answer['choices'] {
  const words = unit === 'quarters' ? both('kvartal', 'quarters') : both('månader', 'months');
  const [baseline] = task.baselines;
  return [
    both(
      `${periods.length} hela ${words.sv} räknas, så långt tillbaka som det finns rapporter.`,
      `${periods.length} whole ${words.en} are counted, as far back as there are reports.`,
    ),
    baseline
      ? both(
          `Tät är en period när platsen har fler än sin andel av människorna i ”${baseline.name}”.`,
          `A period is dense when the place has more than its share of the people in "${baseline.name}".`,
        )
      : both(
          'Tät är en period när platsen har fler än sin andel av den bebyggda ytan. Det säger inte att risken är högre.',
          'A period is dense when the place has more than its share of the built-up area. It does not say that the risk is higher.',
        ),
  ];
}
