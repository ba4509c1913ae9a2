/** Our side of the benchmark in a process of its own; speaks as `dbscan-sklearn.py` and `dbscan-r.R` do. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { dbscan } from '../../api/src/analysis/dbscan.js';
import { readPoints } from './dbscan-set.js';

const [points, labelsPath, eps, minPoints] = process.argv.slice(2) as [string, string, string, string];
const { x, y } = readPoints(points);
const settings = { epsMetres: Number(eps), minPoints: Number(minPoints) };
let labels = new Int32Array(0);

function peakMegabytes(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}

for await (const word of createInterface({ input: process.stdin })) {
  if (word === 'run') {
    const start = performance.now();
    labels = dbscan(x, y, settings).labels as Int32Array<ArrayBuffer>;
    process.stdout.write(`${performance.now() - start} ${peakMegabytes()}\n`);
  } else {
    writeFileSync(labelsPath, new Uint8Array(labels.buffer));
    process.stdout.write('written\n');
  }
}
