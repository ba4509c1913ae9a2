import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { numbersOf, referenceFile, rowsOf } from './reference-files.js';
import { describeWithData } from './shared-data.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'narbild-analyse-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the built door as the launcher does. */
function analyse(...words: string[]) {
  const door = join(root, 'dist/api/src/command-line/analyse.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [door, ...words], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function written(name: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(join(folder, name), 'utf8').trim().split('\n');
  const names = header!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((field, at) => [names[at]!, field])));
}

describeWithData('the command-line door', 'memphis_robberies', () => {
  const robberies = referenceFile('memphis_robberies/memphis_robberies.csv');

  test('labels 2,245 robberies as scikit-learn does, and keeps standard output empty', () => {
    const output = join(folder, 'labels.csv');
    const { status, stdout, stderr } = analyse(
      'dbscan',
      '--input',
      robberies,
      '--eps-metres',
      '150',
      '--min-points',
      '5',
      '--output',
      output,
    );
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('66 dense groups');
    const theirs = numbersOf(rowsOf('memphis_robberies/sklearn_labels.csv'), 'skl_dbscan_e150_m5');
    expect(written('labels.csv').map((row) => Number(row['label']))).toEqual([...theirs]);
    const about = JSON.parse(readFileSync(`${output}.parameters.json`, 'utf8')) as { parameters: unknown };
    expect(about.parameters).toMatchObject({ epsMetres: 150, minPoints: 5, clusters: 66, noise: 1706 });
  });

  test('lays sfhotspot’s grid over the events alone and scores every cell as spdep does', () => {
    const output = join(folder, 'gistar.csv');
    expect(analyse('gistar', '--input', robberies, '--cell-metres', '500', '--output', output).status).toBe(0);
    const theirs = new Map(
      rowsOf('memphis_robberies/gistar_500m.csv').map((row) => [`${row['cx']} ${row['cy']}`, row]),
    );
    const ours = written('gistar.csv');
    expect(ours).toHaveLength(3307);
    for (const row of ours) {
      const cell = theirs.get(`${row['x']} ${row['y']}`)!;
      expect(row['count']).toBe(cell['n']);
      expect(Math.abs(Number(row['gistar']) - Number(cell['gistar']))).toBeLessThan(1e-9);
    }
  });

  test('says in one sentence what is wrong with a file, and ends with 2', () => {
    const missing = analyse('dbscan', '--input', 'nowhere.csv', '--output', join(folder, 'x.csv'));
    expect(missing).toEqual({ status: 2, stdout: '', stderr: 'nowhere.csv cannot be read (ENOENT).\n' });
  });
});
