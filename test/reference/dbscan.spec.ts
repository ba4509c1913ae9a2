import { expect, test } from '@jest/globals';
import { dbscan } from '../../api/src/analysis/dbscan.js';
import { column, describeWithData, readRows } from './shared-data.js';

describeWithData('DBSCAN on scikit-learn’s own example', 'dbscan_toys', () => {
  test('has three clusters, eighteen noise points and the very same labels', () => {
    const rows = readRows('dbscan_toys/sklearn_plot_dbscan.csv');
    const result = dbscan(column(rows, 'x'), column(rows, 'y'), { epsMetres: 0.3, minPoints: 10 });
    expect(result.clusters).toBe(3);
    expect(result.labels.filter((label) => label === -1)).toHaveLength(18);
    expect([...result.labels]).toEqual([...column(rows, 'label')]);
    expect([...result.core]).toEqual([...column(rows, 'core')]);
  });

  test.each([
    [0.3, 5, 7, 8],
    [0.5, 5, 3, 0],
    [0.25, 4, 9, 18],
  ])(
    'divides the two moons with eps %p and %p points into %p clusters and %p noise points as R does',
    (epsMetres, minPoints, clusters, noise) => {
      const rows = readRows('dbscan_toys/moons.csv');
      const result = dbscan(column(rows, 'x'), column(rows, 'y'), { epsMetres, minPoints });
      expect(result.clusters).toBe(clusters);
      expect(result.labels.filter((label) => label === -1)).toHaveLength(noise);
      const pairs = rows.map((row, index) => `${row[`dbscan_e${epsMetres}_m${minPoints}`]} ${result.labels[index]}`);
      expect(new Set(pairs).size).toBe(clusters + (noise > 0 ? 1 : 0));
    },
  );
});

const memphisSettings: [number, number, number, number, number, number][] = [
  [150, 5, 66, 1706, 366, 32],
  [200, 10, 11, 2065, 110, 37],
  [300, 15, 12, 1977, 147, 38],
  [100, 3, 119, 1763, 448, 13],
];

describeWithData('DBSCAN on 2,245 robberies in Memphis', 'memphis_robberies', () => {
  test.each(memphisSettings)(
    'eps %p m and %p points give %p clusters, %p noise, %p core, the largest of %p, labelled as by scikit-learn',
    (epsMetres, minPoints, clusters, noise, core, largest) => {
      const robberies = readRows('memphis_robberies/memphis_robberies.csv');
      const labels = column(readRows('memphis_robberies/sklearn_labels.csv'), `skl_dbscan_e${epsMetres}_m${minPoints}`);
      const result = dbscan(column(robberies, 'x'), column(robberies, 'y'), { epsMetres, minPoints });
      expect([...result.labels]).toEqual([...labels]);
      expect(result.clusters).toBe(clusters);
      expect(result.labels.filter((label) => label === -1)).toHaveLength(noise);
      expect(result.core.reduce((sum, one) => sum + one, 0)).toBe(core);
      const sizes = Array.from(
        { length: clusters },
        (_, cluster) => result.labels.filter((label) => label === cluster).length,
      );
      expect(Math.max(...sizes)).toBe(largest);
    },
  );
});

describeWithData('DBSCAN beside PostGIS on the same robberies', 'postgis_dbscan', () => {
  test.each(memphisSettings)(
    'eps %p m and %p points give the same groups of core points and the same noise',
    (epsMetres, minPoints) => {
      const robberies = readRows('memphis_robberies/memphis_robberies.csv');
      const postgis = readRows(`postgis_dbscan/memphis_postgis_${epsMetres}_${minPoints}.csv`).map(
        (row) => row['st_clusterdbscan']!,
      );
      const result = dbscan(column(robberies, 'x'), column(robberies, 'y'), { epsMetres, minPoints });
      expect(postgis.map((label) => label === '')).toEqual([...result.labels].map((label) => label === -1));
      const pairs = new Set(
        postgis.flatMap((label, index) => (result.core[index] === 1 ? [`${label} ${result.labels[index]}`] : [])),
      );
      expect(pairs.size).toBe(result.clusters);
    },
  );
});
