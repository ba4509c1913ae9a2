/** Builds what the benchmarks need and runs them one after the other: `npm run benchmark`. Node's own modules only. */
import { command, runScript } from '../../api/prepare.mjs';

const benchmarks = [
  'dbscan-benchmark',
  'analysis-benchmark',
  'scan-benchmark',
  'import-benchmark',
  'map-benchmark',
  'loop-benchmark',
  'map-frames',
];

await command('test', () => {
  const codes = benchmarks.map((name) => runScript([`dist/test/benchmark/${name}.js`]));
  return Math.max(...codes);
});
