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
  readonly among: number;
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
    parameters: {
      alpha,
      comparedPlaces: Math.round(Math.max(...courses.map(({ among }) => among), 1)),
      unit: steps.unit,
      periods: steps.periods.length,
      leastPeriods: steps.leastPeriods,
    },
    input: prepared.input,
    choices: choicesOf(task, steps),
    notices: [],
  };
  if (courses.length === 0) return { ...rest, ...noPlaces, features: [], table: noTable };
  const enough = steps.periods.length >= steps.leastPeriods;
  return {
    ...rest,
    status: enough ? 'answered' : 'too-few',
    sentence: sentenceOf(courses, { task, steps, enough }),
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
  const places = chosenPlaces(task, prepared);
  return places.map(({ name, polygon, among }) => {
    const expectedShare = shareOf(task, polygon);
    const counts = countsOf(placed.filter(containment(polygon)), steps);
    const answer = classifyTrend(
      {
        values: counts,
        hot: densePeriods(counts, totals, { expectedShare, level: alpha / among }),
      },
      { level: alpha, leastPeriods: steps.leastPeriods },
    );
    return { name, polygon, among, counts, expectedShare, answer };
  });
}

/**
 * `among`: how many places each is one of, which share the level (Bonferroni). One that somebody took up is one of those; one
 * that was found for being dense chose itself among all places of its size that the built-up area has room for.
 */
function chosenPlaces(
  task: Task,
  { events, defaultCoordinates }: TaskEvents,
): { name: Bilingual; polygon: MetresMultiPolygon; among: number }[] {
  const known = task.places.filter(({ id }) => task.placeId === null || id === task.placeId);
  if (known.length > 0 || task.placeId !== null)
    return known.map(({ name, polygon }) => ({ name: both(name, name), polygon, among: known.length }));
  const { clusters } = findClusters(events, {
    period: task.period,
    historyFrom: task.historyFrom,
    builtUpAreaSquareMetres: builtUpSquareMetres(task),
    mask: task.boundary,
    defaultCoordinates,
  });
  return clusters
    .filter(({ status }) => status !== 'single-home')
    .map(({ number, polygon, areaSquareMetres }) => ({
      name: both(`Anhopning ${number}`, `Cluster ${number}`),
      polygon,
      among: Math.max(clusters.length, builtUpSquareMetres(task) / areaSquareMetres),
    }));
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

const fewToName = 4;

/** Up to four places by name, more of them in numbers; and what makes a period dense. */
function sentenceOf(courses: readonly Course[], about: { task: Task; steps: Steps; enough: boolean }): Bilingual {
  const [first] = courses;
  if (!about.enough || courses.every(({ answer }) => answer.status === 'too-few-periods'))
    return first!.answer.sentence;
  const what = courses.length <= fewToName ? named(courses) : tallied(courses);
  const how = comparedWith(courses, about);
  return both(`${what.sv} ${how.sv}`, `${what.en} ${how.en}`);
}

function named(courses: readonly Course[]): Bilingual {
  const each = (language: 'sv' | 'en') =>
    courses.map(({ name, answer }) => `${name[language]} ${courseWords[answer.trendClass][language]}`).join('; ');
  return both(`${each('sv')}.`, `${each('en')}.`);
}

function comparedWith(courses: readonly Course[], { task, steps }: { task: Task; steps: Steps }): Bilingual {
  const [baseline] = task.baselines;
  const [first] = courses;
  const inQuarters = steps.unit === 'quarters';
  const [sv, en] = baseline
    ? [`människorna i ”${baseline.name}”`, `the people in "${baseline.name}"`]
    : ['den bebyggda ytan', 'the built-up area'];
  const often =
    courses.length > 1
      ? ['', '']
      : [
          ` Så var det ${first!.answer.hotPeriods} av ${steps.periods.length} ${inQuarters ? 'kvartal' : 'månader'}.`,
          ` So it was in ${first!.answer.hotPeriods} of ${steps.periods.length} ${steps.unit}.`,
        ];
  return both(
    `Tätt är det ${inQuarters ? 'ett kvartal' : 'en månad'} då platsen har mer än sin andel av ${sv}.${often[0]!}`,
    `A ${inQuarters ? 'quarter' : 'month'} is dense when the place has more than its share of ${en}.${often[1]!}`,
  );
}

const courseWords: Readonly<Record<TrendAnswer['trendClass'], Bilingual>> = {
  new: both(
    'är ny: där är det tätt med händelser för första gången',
    'is new: dense with incidents for the first time',
  ),
  consecutive: both(
    'håller i sig: där har det varit tätt med händelser ända sedan det började',
    'holds: dense with incidents ever since it began',
  ),
  intensifying: both(
    'är nästan alltid tät med händelser, och de ökar',
    'is nearly always dense with incidents, and they grow',
  ),
  persistent: both(
    'är nästan alltid tät med händelser, varken fler eller färre med tiden',
    'is nearly always dense with incidents, neither more nor fewer with time',
  ),
  diminishing: both(
    'är nästan alltid tät med händelser, men de minskar',
    'is nearly always dense with incidents, but they become fewer',
  ),
  sporadic: both(
    'kommer och går: ibland är det tätt med händelser där',
    'comes and goes: sometimes dense with incidents',
  ),
  oscillating: both('växlar mellan tätt och ovanligt glest', 'swings between dense and unusually sparse'),
  historical: both(
    'var förr nästan alltid tät med händelser, men är det inte nu',
    'used to be dense with incidents and is not now',
  ),
  none: both('visar ingen tydlig ökning eller minskning', 'shows no clear rise or fall'),
};

function tallied(courses: readonly Course[]): Bilingual {
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
    both(
      'Ju fler platser som jämförs, desto mer krävs av var och en, så att det inte ser tätt ut någonstans bara av en slump.',
      'The more places are compared, the more is asked of each, so that none looks dense by chance alone.',
    ),
  ];
}
