import { dbscan, type DbscanResult } from '../../api/src/analysis/dbscan.js';
import { same, type Comparison } from './comparison.js';
import { numbersOf, rowsOf } from './reference-files.js';

type Rows = readonly Record<string, string>[];

function clustered(rows: Rows, epsMetres: number, minPoints: number): DbscanResult {
  return dbscan(numbersOf(rows, 'x'), numbersOf(rows, 'y'), { epsMetres, minPoints });
}

/** How many of our labels are not theirs, number by number. */
function mismatches(ours: Int32Array, theirs: Float64Array): number {
  return ours.filter((label, row) => label !== theirs[row]).length + Math.abs(ours.length - theirs.length);
}

/** How many of the rows chosen break the one-to-one match between our labels and theirs. */
function broken(ours: Int32Array, theirs: readonly string[], isChosen: (row: number) => boolean): number {
  const [there, back] = [new Map<string, number>(), new Map<number, string>()];
  let count = Math.abs(ours.length - theirs.length);
  for (const [row, label] of theirs.entries()) {
    if (!isChosen(row)) continue;
    const own = ours[row]!;
    if ((there.get(label) ?? own) !== own || (back.get(own) ?? label) !== label) count++;
    there.set(label, own);
    back.set(own, label);
  }
  return count;
}

/** scikit-learn's own example, label by label, and the two moons beside R. */
export function compareToys(): Comparison[] {
  const blobs = rowsOf('dbscan_toys/sklearn_plot_dbscan.csv');
  const { labels, clusters } = clustered(blobs, 0.3, 10);
  const moons = rowsOf('dbscan_toys/moons.csv');
  return [
    same('plot_dbscan: clusters', clusters, 3),
    same('plot_dbscan: labels unlike scikit-learn’s', mismatches(labels, numbersOf(blobs, 'label')), 0),
    ...[
      [0.3, 5, 7, 8],
      [0.5, 5, 3, 0],
      [0.25, 4, 9, 18],
    ].flatMap(([eps, points, groups, noise]) => {
      const result = clustered(moons, eps!, points!);
      const theirs = moons.map((row) => row[`dbscan_e${eps}_m${points}`]!);
      return [
        same(`moons ${eps}/${points}: clusters`, result.clusters, groups!),
        same(`moons ${eps}/${points}: noise`, result.labels.filter((label) => label === -1).length, noise!),
        same(
          `moons ${eps}/${points}: rows grouped unlike R’s`,
          broken(result.labels, theirs, () => true),
          0,
        ),
      ];
    }),
  ];
}

const settings: readonly (readonly [number, number, number, number, number])[] = [
  [150, 5, 66, 1706, 366],
  [200, 10, 11, 2065, 110],
  [300, 15, 12, 1977, 147],
  [100, 3, 119, 1763, 448],
];

/** 2,245 robberies beside scikit-learn (labels) and R (groups). */
export function compareRobberies(): Comparison[] {
  const robberies = rowsOf('memphis_robberies/memphis_robberies.csv');
  const [sklearn, r] = [rowsOf('memphis_robberies/sklearn_labels.csv'), rowsOf('memphis_robberies/r_labels.csv')];
  return settings.flatMap(([eps, points, clusters, noise, core]) => {
    const result = clustered(robberies, eps, points);
    const name = `robberies ${eps}/${points}`;
    const rGroups = r.map((row) => row[`r_dbscan_e${eps}_m${points}`]!);
    return [
      same(`${name}: clusters`, result.clusters, clusters),
      same(`${name}: noise`, result.labels.filter((label) => label === -1).length, noise),
      same(
        `${name}: core`,
        result.core.reduce((sum, one) => sum + one, 0),
        core,
      ),
      same(
        `${name}: labels unlike scikit-learn’s`,
        mismatches(result.labels, numbersOf(sklearn, `skl_dbscan_e${eps}_m${points}`)),
        0,
      ),
      same(
        `${name}: rows grouped unlike R’s`,
        broken(result.labels, rGroups, () => true),
        0,
      ),
    ];
  });
}

/** The same beside PostGIS: noise and the grouping of core rows, since its border rows and numbers are arbitrary. */
export function comparePostgis(): Comparison[] {
  const robberies = rowsOf('memphis_robberies/memphis_robberies.csv');
  return settings.flatMap(([eps, points]) => {
    const { labels, core } = clustered(robberies, eps, points);
    const theirs = rowsOf(`postgis_dbscan/memphis_postgis_${eps}_${points}.csv`).map((row) => row['st_clusterdbscan']!);
    const noise = theirs.filter((label, row) => (label === '') !== (labels[row] === -1)).length;
    return [
      same(`PostGIS ${eps}/${points}: rows that are noise to one only`, noise, 0),
      same(
        `PostGIS ${eps}/${points}: core rows grouped otherwise`,
        broken(labels, theirs, (row) => core[row] === 1),
        0,
      ),
    ];
  });
}
