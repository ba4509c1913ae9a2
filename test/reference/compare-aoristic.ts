import { hourOfWeekWeights } from '../../api/src/analysis/aoristic.js';
import { allNear, near, type Comparison } from './comparison.js';
import { numbersOf, rowsOf } from './reference-files.js';

const top: readonly (readonly [number, number])[] = [
  [67, 11.31763],
  [126, 11.20654],
  [115, 10.69676],
  [56, 10.59852],
  [116, 10.24554],
];

/** 168 hours of 1,025 burglaries beside the R package; hour 1 is Sunday 00-01. */
export function compareAoristic(): Comparison[] {
  const instant = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);
  const spans = rowsOf('aoristic_dcburglaries/dcburglaries.csv').map((row) => ({
    from: instant(row['start']!),
    to: /\d/.test(row['end']!) ? instant(row['end']!) : null,
  }));
  const { weights } = hourOfWeekWeights(spans, 'UTC');
  const fromSunday = [...weights[6]!, ...weights.slice(0, 6).flat()];
  const published = numbersOf(rowsOf('aoristic_dcburglaries/hour_of_week_weights.csv'), 'weight');
  return [
    near(
      'total weight',
      fromSunday.reduce((sum, weight) => sum + weight, 0),
      1025,
      1e-9,
    ),
    allNear('weight of every hour', { ours: fromSunday, theirs: published, tolerance: 1e-9 }),
    ...top.map(([hour, weight]) => near(`weight of hour ${hour}`, fromSunday[hour - 1]!, weight, 5e-6)),
  ];
}
