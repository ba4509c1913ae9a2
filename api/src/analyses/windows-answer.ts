import { inBothLanguages } from '../analysis/bilingual.js';
import { giStar, whetherGiStarHolds } from '../analysis/gi-star.js';
import { countInMask, type ExactWindows, exactWindows, type MaskedCounts } from '../analysis/grid-test.js';
import { windowNeighbours } from '../analysis/neighbours.js';
import { type Answer, type AnswerFeature, type AnswerTable, both, noTable, type Task } from './answer.js';
import { columnsOf } from '../geo/point-columns.js';
import { cellFeature, maskOf, rounded, taskEvents } from './task-events.js';

/** In which fixed windows is it denser than an even spread? A sanity figure and never the finding; Gi* only where it holds. */
export function windowsAnswer(task: Task): Answer {
  const prepared = taskEvents(task);
  const alpha = task.expert.alpha ?? 0.05;
  const cellMetres = task.expert.cellMetres ?? 100;
  const mask = maskOf(task, cellMetres);
  const { x, y } = columnsOf(prepared.clean.usable);
  const masked = countInMask(x, y, { cells: mask.cells, cellMetres });
  const windows = exactWindows(masked, { level: alpha });
  const expert = expertLayer(masked, alpha);
  const rest = {
    parameters: { ...windows.parameters, giStar: expert.offered ? 'offered' : 'not-offered' },
    input: prepared.input,
    choices: [mask.choice, ...fixedChoices],
    notices: expert.notices,
  };
  if (windows.status !== 'tested')
    return {
      ...rest,
      status: windows.status === 'no-mask' ? 'no-mask' : masked.total === 0 ? 'no-events' : 'too-few',
      sentence: windows.sentence,
      features: [],
      table: noTable,
    };
  const order = [...windows.dense].sort((a, b) => windows.adjustedP[a]! - windows.adjustedP[b]! || a - b);
  const share = inBothLanguages(alpha * 100, 1);
  return {
    ...rest,
    status: 'answered',
    sentence: both(
      `${order.length} av ${mask.cells.length} rutfönster har fler händelser än om de legat jämnt över ytan, och högst ${share.sv} procent av dem väntas vara fel. Det säger mest var människor bor.`,
      `${order.length} of ${mask.cells.length} windows of squares have more incidents than if they lay evenly over the area, and at most ${share.en} percent of them are expected to be wrong. It mostly says where people live.`,
    ),
    features: [
      ...order.map((cell, row) =>
        cellFeature(mask.cells[cell]!, cellMetres, { layer: 'window', row, count: windows.sums[cell]! }),
      ),
      ...expert.features(cellMetres),
    ],
    table: tableOf(windows, order),
  };
}

const fixedChoices = [
  both(
    'Varje ruta prövas med sina åtta grannar, och alla rutor i ytan är med i rättningen för att många prövas.',
    'Each square is tested with its eight neighbours, and all squares of the area are in the correction for testing many.',
  ),
];

function expertLayer(masked: MaskedCounts, alpha: number) {
  const columns = masked.cells.map(({ column }) => column);
  const rows = masked.cells.map(({ row }) => row);
  const result = giStar(masked.counts, windowNeighbours(columns, rows));
  const validity = whetherGiStarHolds(result);
  if (!validity.offered) return { offered: false, notices: [validity.sentence], features: (): AnswerFeature[] => [] };
  const hot = [...result.z.keys()].filter((cell) => result.z[cell]! > 0 && result.adjustedP[cell]! <= alpha);
  return {
    offered: true,
    notices: [],
    features: (cellMetres: number) =>
      hot.map((cell) =>
        cellFeature(masked.cells[cell]!, cellMetres, { layer: 'gi-star', row: null, z: rounded(result.z[cell]!, 2) }),
      ),
  };
}

function tableOf(windows: ExactWindows, order: readonly number[]): AnswerTable {
  return {
    columns: [
      { key: 'rank', label: both('Nr', 'No.'), unit: null },
      { key: 'count', label: both('Händelser i fönstret', 'Incidents in the window'), unit: null },
      { key: 'expected', label: both('Vid jämn fördelning', 'At an even spread'), unit: null },
      { key: 'p', label: both('p, rättat', 'p, corrected'), unit: null },
    ],
    rows: order.map((cell, index) => ({
      rank: index + 1,
      count: windows.sums[cell]!,
      expected: rounded(windows.expected[cell]!, 2),
      p: windows.adjustedP[cell]!,
    })),
  };
}
