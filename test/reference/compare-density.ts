import { densityAt, type Kernel } from '../../api/src/analysis/density.js';
import { allNear, near, type Comparison } from './comparison.js';
import { numbersOf, rowsOf } from './reference-files.js';

const settings: readonly (readonly [Kernel, number, string, number])[] = [
  ['quartic', 1000, 'quartic_h1000_per_km2', 43.347264],
  ['quartic', 300, 'quartic_h300_per_km2', 153.022339],
  ['gaussian', 500, 'gauss_s500_per_km2', 32.655788],
];

/** Densities of the robberies at 3,307 places, beside sums over every event. */
export function compareDensity(): Comparison[] {
  const robberies = rowsOf('memphis_robberies/memphis_robberies.csv');
  const rows = rowsOf('memphis_robberies/kde_reference_500m_centres.csv');
  const events = { x: numbersOf(robberies, 'x'), y: numbersOf(robberies, 'y') };
  const places = { x: numbersOf(rows, 'cx'), y: numbersOf(rows, 'cy') };
  return settings.flatMap(([kernel, bandwidthMetres, name, greatest]) => {
    const { density } = densityAt(events, places, { kernel, bandwidthMetres });
    const what = `${kernel} ${bandwidthMetres} m`;
    return [
      near(
        `${what}, greatest per km2`,
        density.reduce((most, one) => Math.max(most, one), 0),
        greatest,
        1e-6,
      ),
      allNear(`${what}, at every place`, { ours: density, theirs: numbersOf(rows, name), tolerance: 1e-6 }),
    ];
  });
}
