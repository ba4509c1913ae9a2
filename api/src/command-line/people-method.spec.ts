import { describe, expect, test } from '@jest/globals';
import { run } from './run.js';
import { UsageError } from './usage-error.js';

function scan(more: string, files: Readonly<Record<string, string>>) {
  const written = new Map<string, string>();
  const told: string[] = [];
  const code = run(`scan --input events.csv --output out.csv --permutations 99 ${more}`.split(' ').filter(Boolean), {
    readText: (path) => {
      const text = files[path];
      if (text === undefined) throw new UsageError(`${path} cannot be read.`);
      return text;
    },
    writeText: (path, text) => void written.set(path, text),
    print: () => undefined,
    tell: (line) => void told.push(line),
  });
  return { code, written, told };
}

const square = (index: number) => `${600_050 + 100 * (index % 10)},${6_600_050 + 100 * Math.floor(index / 10)}`;
const people = ['x,y,count', ...Array.from({ length: 100 }, (_, index) => `${square(index)},10`)].join('\n');
// One event in every other square, and thirty in one of them.
const events = [
  'x,y',
  ...Array.from({ length: 50 }, (_, index) => square(2 * index)),
  ...Array.from({ length: 30 }, () => square(44)),
].join('\n');

describe('scan with a baseline', () => {
  test('tells circles with expected counts, and the parameters really used', () => {
    const { code, written, told } = scan('--baseline people.csv', { 'events.csv': events, 'people.csv': people });
    expect(code).toBe(0);
    const [header, first] = written.get('out.csv')!.split('\n');
    expect(header).toBe('cluster,x,y,radius_metres,cases,expected,ratio,llr,p,cells');
    const [, , , , cases, expected, ratio, , p] = first!.split(',').map(Number);
    expect(cases).toBeGreaterThanOrEqual(30);
    expect(ratio).toBeCloseTo(cases! / expected!, 9);
    expect(p).toBe(0.01);
    expect(JSON.parse(written.get('out.csv.parameters.json')!)).toMatchObject({
      parameters: {
        status: 'tested',
        radiusMetres: 400,
        cellMetres: 100,
        permutations: 99,
        seed: 1,
        baselineWeight: 1000,
      },
    });
    expect(told.join('\n')).toContain('were to be expected from the baseline');
  });

  test('weighs by the column that is named, and counts rows without one', () => {
    const named = people.replace('count', 'souls');
    const parameters = (more: string) =>
      JSON.parse(
        scan(`--baseline people.csv ${more}`, { 'events.csv': events, 'people.csv': named }).written.get(
          'out.csv.parameters.json',
        )!,
      ) as object;
    expect(parameters('--baseline-weight souls')).toMatchObject({ parameters: { baselineWeight: 1000 } });
    expect(parameters('')).toMatchObject({ parameters: { baselineWeight: 100 } });
  });

  test.each([
    ['--baseline nowhere.csv', 'nowhere.csv cannot be read.'],
    ['--baseline people.csv --weight n', 'takes no --weight'],
    ['--baseline people.csv --window-days 7', 'takes no --window-days'],
    ['--baseline people.csv --distance manhattan', 'needs metres'],
    ['--baseline people.csv --baseline-weight none', 'has no column "none"'],
  ])('%s gets one sentence and exit code 2', (more, sentence) => {
    const { code, written, told } = scan(more, { 'events.csv': events, 'people.csv': people });
    expect([code, written.size]).toEqual([2, 0]);
    expect(told.join('\n')).toContain(sentence);
  });

  test('says when nothing could be tested', () => {
    const few = events.split('\n').slice(0, 10).join('\n');
    const { told } = scan('--baseline people.csv', { 'events.csv': few, 'people.csv': people });
    expect(told.join('\n')).toContain('Nothing was tested: too-few.');
  });
});
