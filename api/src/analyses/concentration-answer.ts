import { heldOutAccuracy } from '../analysis/accuracy.js';
import { type Bilingual, inBothLanguages } from '../analysis/bilingual.js';
import { generalisedGini, shareOfPlacesHolding } from '../analysis/concentration.js';
import { densityGrid, type DensityGrid } from '../analysis/density.js';
import { countInMask } from '../analysis/grid-test.js';
import { createRandom } from '../analysis/random.js';
import type { Watching } from '../analysis/scan-statistic.js';
import { cellKey } from '../geo/grid.js';
import { type Answer, type AnswerTable, both, noTable, type Task } from './answer.js';
import { columnsOf } from '../geo/point-columns.js';
import { cellFeature, maskOf, rounded, taskEvents } from './task-events.js';

const fewestEvents = 30;
const randomMaps = 99;
const yearMilliseconds = 365.25 * 86_400_000;
/** More squares than this make a map slow without telling more. */
const mostSquares = 4000;

/** How concentrated is it, would the map have found what came after, and where is it dense? Figures, no test. */
export function concentrationAnswer(task: Task, watching: Watching): Answer {
  const prepared = taskEvents(task);
  const events = prepared.clean.usable;
  const cellMetres = task.expert.cellMetres ?? 100;
  const bandwidthMetres = task.expert.bandwidthMetres ?? (events.length > 5000 ? 150 : 300);
  const mask = maskOf(task, cellMetres);
  const masked = countInMask(...xy(events), { cells: mask.cells, cellMetres });
  const parameters = {
    cellMetres,
    bandwidthMetres,
    kernel: 'quartic',
    cells: mask.cells.length,
    randomMaps,
    seed: task.seed,
    resamples: task.expert.permutations ?? 999,
  };
  const rest = {
    parameters,
    input: prepared.input,
    choices: choicesOf(task, mask.choice, { cellMetres, bandwidthMetres }),
  };
  if (mask.cells.length === 0) return { ...rest, ...noMask, notices: [], features: [], table: noTable };
  if (masked.total < fewestEvents)
    return { ...rest, ...tooFew(masked.total), notices: [], features: [], table: noTable };
  const counts = [...masked.counts].filter((count) => count > 0);
  const own = shareOfPlacesHolding(counts, mask.cells.length);
  const random = randomShares(masked.total, mask.cells.length, { seed: task.seed, watching });
  const years = (task.period.to - task.period.from) / yearMilliseconds;
  const grid = densityGrid(columnsOf(events), { cellMetres, bandwidthMetres, years });
  const heldOut = heldOutAccuracy(
    { ...columnsOf(events), time: Float64Array.from(events, ({ from }) => from) },
    { cells: mask.cells, cellMetres, bandwidthMetres, seed: task.seed, resamples: parameters.resamples },
  );
  const half = inBothLanguages(own.half * 100, 1);
  const chance = inBothLanguages(random.half * 100, 1);
  const gini = rounded(generalisedGini(counts, mask.cells.length), 3);
  return {
    ...rest,
    parameters: {
      ...parameters,
      heldOut: {
        pai: rounded(heldOut.density.pai, 2),
        pei: rounded(heldOut.density.pei, 3),
        countPai: rounded(heldOut.count.pai, 2),
        status: heldOut.status,
      },
    },
    status: 'answered',
    sentence: both(
      `Hälften av händelserna ligger på ${half.sv} procent av ytan. Slumpvis utspridda hade de legat på ${chance.sv} procent. ${heldOut.sentence.sv}`,
      `Half of the incidents lie on ${half.en} percent of the area. Thrown at random they would have lain on ${chance.en} percent. ${heldOut.sentence.en}`,
    ),
    features: surfaceOf(grid, cellMetres),
    table: tableOf({ own, random, gini, pai: heldOut.density, count: heldOut.count }),
    notices: noticesOf(masked.outside, grid),
  };
}

function xy(events: readonly { x: number; y: number }[]): [Float64Array, Float64Array] {
  const { x, y } = columnsOf(events);
  return [x, y];
}

type Shares = ReturnType<typeof shareOfPlacesHolding>;

/** The same shares when as many events fall anywhere in the area: the mean of 99 seeded maps. */
function randomShares(events: number, cells: number, about: { seed: number; watching: Watching }): Shares {
  const random = createRandom(about.seed);
  const sums = { quarter: 0, half: 0, fourFifths: 0 };
  for (let map = 0; map < randomMaps; map++) {
    const counts = new Map<number, number>();
    for (let event = 0; event < events; event++) {
      const cell = random.integer(cells);
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    const shares = shareOfPlacesHolding([...counts.values()], cells);
    sums.quarter += shares.quarter / randomMaps;
    sums.half += shares.half / randomMaps;
    sums.fourFifths += shares.fourFifths / randomMaps;
    about.watching.onProgress?.(map + 1, randomMaps);
  }
  return sums;
}

/** The densest squares of the surface, in events per km² and year. */
function surfaceOf({ cells, density }: DensityGrid, cellMetres: number): Answer['features'] {
  const order = [...cells.keys()].sort((a, b) => density[b]! - density[a]! || cellKey(cells[a]!) - cellKey(cells[b]!));
  return order.slice(0, mostSquares).map((at) =>
    cellFeature(cells[at]!, cellMetres, {
      layer: 'density',
      row: null,
      perSquareKilometreAndYear: rounded(density[at]!),
    }),
  );
}

const noMask: Pick<Answer, 'status' | 'sentence'> = {
  status: 'no-mask',
  sentence: both(
    'Det finns varken tätortsyta, adresser eller platser att räkna över. Läs in något av dem.',
    'There is no built-up area, address or place to count over. Load one of them.',
  ),
};

function tooFew(events: number): Pick<Answer, 'status' | 'sentence'> {
  return {
    status: events === 0 ? 'no-events' : 'too-few',
    sentence: both(
      `För få händelser i den bebyggda ytan för att mäta hur samlade de är: ${events}, och ${fewestEvents} behövs.`,
      `Too few incidents in the built-up area to measure how concentrated they are: ${events}, and ${fewestEvents} are needed.`,
    ),
  };
}

function tableOf(figures: {
  own: Shares;
  random: Shares;
  gini: number;
  pai: {
    pai: number;
    pei: number;
    paiInterval: { low: number; high: number };
    peiInterval: { low: number; high: number };
  };
  count: {
    pai: number;
    pei: number;
    paiInterval: { low: number; high: number };
    peiInterval: { low: number; high: number };
  };
}): AnswerTable {
  const { own, random, gini, pai, count } = figures;
  const percent = (share: number) => rounded(share * 100, 2);
  const span = (interval: { low: number; high: number }) => {
    const [low, high] = [inBothLanguages(interval.low, 2), inBothLanguages(interval.high, 2)];
    return both(`${low.sv}–${high.sv}`, `${low.en}–${high.en}`);
  };
  const row = (measure: Bilingual, here: number, other: number | null, interval: Bilingual | null = null) => ({
    measure,
    here,
    other,
    interval,
  });
  return {
    columns: [
      { key: 'measure', label: both('Mått', 'Measure'), unit: null },
      { key: 'here', label: both('Här', 'Here'), unit: null },
      { key: 'other', label: both('Att jämföra med', 'To compare with'), unit: null },
      { key: 'interval', label: both('Intervall', 'Interval'), unit: null },
    ],
    rows: [
      row(
        both(
          'Procent av ytan med 25 % av händelserna (jämfört med slumpvis utspridda)',
          'Percent of the area with 25 % of incidents (compared with thrown at random)',
        ),
        percent(own.quarter),
        percent(random.quarter),
      ),
      row(
        both('Procent av ytan med 50 % av händelserna', 'Percent of the area with 50 % of incidents'),
        percent(own.half),
        percent(random.half),
      ),
      row(
        both('Procent av ytan med 80 % av händelserna', 'Percent of the area with 80 % of incidents'),
        percent(own.fourFifths),
        percent(random.fourFifths),
      ),
      row(
        both(
          'Generaliserad Gini (0 är så spritt som antalet tillåter)',
          'Generalised Gini (0 is as spread as the number allows)',
        ),
        gini,
        0,
      ),
      row(
        both(
          'PAI på undanhållna händelser: kartan (jämfört med att räkna)',
          'PAI on held-out incidents: the map (compared with counting)',
        ),
        rounded(pai.pai, 2),
        rounded(count.pai, 2),
        span(pai.paiInterval),
      ),
      row(
        both(
          'PEI på undanhållna händelser: kartan (jämfört med att räkna)',
          'PEI on held-out incidents: the map (compared with counting)',
        ),
        rounded(pai.pei, 2),
        rounded(count.pei, 2),
        span(pai.peiInterval),
      ),
    ],
  };
}

function choicesOf(
  { expert }: Task,
  area: Bilingual,
  used: { cellMetres: number; bandwidthMetres: number },
): Answer['choices'] {
  return [
    area,
    expert.bandwidthMetres === undefined
      ? both(
          `Täthetskartan jämnar ut över ${used.bandwidthMetres} meter: kort och fast, så att platser syns.`,
          `The density is smoothed over ${used.bandwidthMetres} metres: short and fixed, so that places are seen.`,
        )
      : both(
          `Utjämningen är vald: ${used.bandwidthMetres} meter.`,
          `The smoothing was chosen: ${used.bandwidthMetres} metres.`,
        ),
    both(
      `Rutorna är ${used.cellMetres} meter och hör till det nationella rutnätet.`,
      `The squares are ${used.cellMetres} metres and belong to the national grid.`,
    ),
  ];
}

function noticesOf(outside: number, { cells }: DensityGrid): Answer['notices'] {
  return [
    ...(outside > 0
      ? [
          both(
            `${outside} händelser ligger utanför den bebyggda ytan. De syns i kartan men räknas inte i andelarna.`,
            `${outside} incidents lie outside the built-up area. They are on the map and not in the shares.`,
          ),
        ]
      : []),
    ...(cells.length > mostSquares
      ? [
          both(
            `Kartan visar de ${mostSquares} tätaste av ${cells.length} rutor.`,
            `The map shows the ${mostSquares} densest of ${cells.length} squares.`,
          ),
        ]
      : []),
  ];
}
