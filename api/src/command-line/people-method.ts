import type { BaselinePoint } from '../analysis/baseline-cells.js';
import { poissonScan, type PoissonScanResult } from '../analysis/poisson-scan.js';
import type { Answer } from './answer.js';
import { columnName, placesOf } from './input-events.js';
import { numberColumn, parseTable } from './input-table.js';
import { Options, type OptionName } from './options.js';
import type { Task } from './place-methods.js';
import { UsageError } from './usage-error.js';

/** `scan --baseline`: circles with more events than the spread of people in another table gives. */
export function peopleScanAnswer(task: Task): Answer {
  const { table, options, tell } = task;
  const refused = (['weight', 'window-days', 'mode', 'from', 'to'] as const).find((name) => options.has(name));
  if (refused !== undefined) throw new UsageError(`scan --baseline counts rows on a map and takes no --${refused}.`);
  if ((options.text('distance') ?? 'euclidean') !== 'euclidean')
    throw new UsageError('scan --baseline needs metres: take --reference-system EPSG:4326 for degrees.');
  const { x, y } = placesOf(table, options);
  const radiusMetres = options.number('radius-metres', 400);
  const result = poissonScan(
    Array.from(x, (east, row) => ({ x: east, y: y[row]! })),
    baselineOf(task),
    {
      radiusMetres,
      cellMetres: options.number('cell-metres', 100),
      permutations: options.number('permutations', 999),
      seed: options.number('seed', 1),
      onProgress: (done, all) => {
        if (done % Math.max(1, Math.floor(all / 10)) === 0) tell(`${done} of ${all} drawn maps`);
      },
    },
  );
  return answerOf(result);
}

/** The people: x, y and weight (or count; 1 each) of the table that --baseline names. */
function baselineOf({ options, readText }: Task): BaselinePoint[] {
  const file = options.text('baseline')!;
  const table = parseTable(readText(file), { file, header: true });
  const system = options.text('reference-system');
  const places = placesOf(
    table,
    new Options(new Map<OptionName, string>(system ? [['reference-system', system]] : [])),
  );
  const named = options.text('baseline-weight') ?? ['weight', 'count'].find((name) => table.names.includes(name));
  const weight =
    named === undefined ? undefined : numberColumn(table, columnName(table, options, 'baseline-weight', [named]));
  return Array.from(places.x, (east, row) => ({ x: east, y: places.y[row]!, weight: weight?.[row] ?? 1 }));
}

function answerOf({ clusters, status, parameters }: PoissonScanResult): Answer {
  const [best] = clusters;
  const figures = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
  const notes = [
    ...(parameters.eventsOutside > 0
      ? [`${parameters.eventsOutside} rows have no place, or lie where the baseline has nobody within two cells.`]
      : []),
    ...(parameters.baselinePointsLeftOut > 0
      ? [`${parameters.baselinePointsLeftOut} rows of the baseline have no place or no weight above 0.`]
      : []),
    ...(status === 'tested' ? [] : [`Nothing was tested: ${status}.`]),
  ];
  return {
    columns: ['cluster', 'x', 'y', 'radius_metres', 'cases', 'expected', 'ratio', 'llr', 'p', 'cells'],
    rows: clusters.map((cluster, rank) => [
      rank + 1,
      cluster.centre.x,
      cluster.centre.y,
      cluster.radiusMetres,
      cluster.cases,
      cluster.expected,
      cluster.ratio,
      cluster.llr,
      cluster.p,
      cluster.cells.length,
    ]),
    parameters: { ...parameters, status, clusters: clusters.length },
    sentence: best
      ? {
          sv: `Tydligaste anhopningen har ${best.cases} händelser där ${figures(best.expected, 2).replace('.', ',')} var att vänta efter underlaget (p = ${figures(best.p, 3).replace('.', ',')} över hela kartan).`,
          en: `The clearest cluster has ${best.cases} events where ${figures(best.expected, 2)} were to be expected from the baseline (p = ${figures(best.p, 3)} over the whole map).`,
        }
      : { sv: 'Inget kunde prövas eller inget stack ut.', en: 'Nothing could be tested or nothing stood out.' },
    notes,
    map: { x: 'x', y: 'y', degrees: false },
  };
}
