import { expect, test } from '@jest/globals';
import { hourOfWeekWeights } from '../../api/src/analysis/aoristic.js';
import { column, describeWithData, readRows } from './shared-data.js';

const instant = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);

describeWithData('aoristic weights of 1,025 burglaries in Washington', 'aoristic_dcburglaries', () => {
  const spans = (): { from: number; to: number | null }[] =>
    readRows('aoristic_dcburglaries/dcburglaries.csv').map((row) => ({
      from: instant(row['start']!),
      to: /\d/.test(row['end']!) ? instant(row['end']!) : null,
    }));

  test('equal those of the R package in all 168 hours', () => {
    const published = readRows('aoristic_dcburglaries/hour_of_week_weights.csv');
    const { weights, events } = hourOfWeekWeights(spans(), 'UTC');
    expect(events).toBe(1025);
    const expected = column(published, 'weight');
    // the package begins its week on Sunday, we on Monday
    const fromSunday = [...weights[6]!, ...weights.slice(0, 6).flat()];
    for (const [hour, weight] of fromSunday.entries()) expect(weight).toBeCloseTo(expected[hour]!, 10);
  });
});
