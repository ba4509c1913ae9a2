import { describe, expect, test } from '@jest/globals';
import { run } from './run.js';
import { UsageError } from './usage-error.js';

/** Runs the door over files that exist only here. */
function door(command: string, files: Readonly<Record<string, string>> = {}) {
  const written = new Map<string, string>();
  const told: string[] = [];
  let printed = '';
  const code = run(command.split(' ').filter(Boolean), {
    readText: (path) => {
      const text = files[path];
      if (text === undefined) throw new UsageError(`${path} cannot be read.`);
      return text;
    },
    writeText: (path, text) => void written.set(path, text),
    print: (text) => {
      printed += text;
    },
    tell: (line) => void told.push(line),
  });
  return { code, written, told, printed };
}

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;
const points = lines(
  'id,x,y',
  ...Array.from({ length: 8 }, (_, at) => `${at},${600_000 + at},6600000`),
  '8,700000,6700000',
);

describe('what cannot be meant gets one sentence and exit code 2', () => {
  test.each([
    ['dbscam --input a.csv --output b.csv', 'There is no method "dbscam".'],
    ['dbscan scan --input a.csv --output b.csv', 'One method at a time: dbscan or scan?'],
    ['--input a.csv --output b.csv', 'Which method? One of dbscan,'],
    ['dbscan --output b.csv', '--input is missing'],
    ['dbscan --input a.csv', '--output is missing'],
    ['dbscan --input a.csv --output b.pdf', '--output must end in .csv, .json or .geojson'],
    ['dbscan --input nowhere.csv --output b.csv', 'nowhere.csv cannot be read.'],
    ['dbscan --input a.csv --output b.csv --eps 5', 'There is no option --eps.'],
    ['dbscan --input a.csv --output b.csv --eps-metres', '--eps-metres needs a value'],
    ['dbscan --input a.csv --output b.csv --eps-metres -5', '--eps-metres must be a number above 0, not "-5".'],
    ['dbscan --input a.csv --output b.csv --eps-metres 0', '--eps-metres must be a number above 0, not "0".'],
    ['dbscan --input a.csv --output b.csv --seed 1.5', '--seed must be a whole number, not "1.5".'],
    ['dbscan --input a.csv --output b.csv --seed 1 --seed 2', '--seed is given twice.'],
    ['dbscan --input a.csv --output b.csv --distance metric', '--distance is one of euclidean'],
    ['dbscan --input a.csv --output b.csv --distance great-circle', '--distance great-circle is for scan and knox.'],
    ['dbscan --input a.csv --output b.csv --x east', 'a.csv has no column "east". It has id, x, y.'],
    ['dbscan --input words.csv --output b.csv', 'Row 2 of words.csv has "here" in x, which is no number.'],
    [
      'dbscan --input degrees.csv --output b.csv',
      'degrees.csv seems to hold degrees; add --reference-system EPSG:4326',
    ],
    ['dbscan --input empty.csv --output b.csv', 'empty.csv is empty.'],
    ['dbscan --input twice.csv --output b.csv', 'twice.csv has two columns called "x".'],
    ['dbscan --input a.csv --output b.csv --weight id --min-points x', '--min-points must be a number above 0'],
    ['scan --input a.csv --output b.csv', '--from must name a column of a.csv'],
    ['scan --input words.csv --x y --output b.csv --from x', 'No time in column x of words.csv can be read'],
    ['aoristic --input a.csv --output b.csv --from id', 'aoristic needs dates with times of day'],
    ['trend --input a.csv --output b.csv', 'trend needs --from'],
    ['effect --input groups.csv --output b.csv --before b --after a', 'Row 1 of groups.csv has the group "here"'],
    ['effect --input groups.csv --output b.csv', 'effect needs --before-from'],
    ['knox --input days.csv --output b.geojson --from t', 'knox gives a table that is not on a map'],
    ['dbscan --input small.csv --output b.geojson', 'GeoJSON holds degrees, and these metres are not SWEREF 99 TM'],
    ['gistar --input stray.csv --output b.csv', 'Is a row far astray?'],
    ['exact --input a.csv --output b.csv --mask area.geojson', 'area.geojson is no area that can be used (not-json).'],
  ])('%s', (command, sentence) => {
    const { code, written, told } = door(command, {
      'a.csv': points,
      'words.csv': lines('x,y', '1,2', 'here,3'),
      'degrees.csv': lines('x,y', '17.1,59.2', '17.2,59.3'),
      'small.csv': lines('x,y', '1,2', '3,4'),
      'days.csv': lines('x,y,t', '1,2,3', '1,2,4'),
      'stray.csv': lines('x,y', '0,0', '600000,7000000'),
      'groups.csv': lines('group,b,a,date', 'here,1,2,2026-01-01'),
      'twice.csv': lines('x,x', '1,2'),
      'empty.csv': ' \n',
      'area.geojson': 'no area',
    });
    expect(told.join('\n')).toContain(sentence);
    expect([code, written.size, told.length]).toEqual([2, 0, 1]);
  });
});

describe('the door', () => {
  test('prints its help on standard output when asked, or when nothing is', () => {
    for (const command of ['', '--help', 'scan --help']) {
      const { code, printed, told } = door(command);
      expect([code, told]).toEqual([0, []]);
      expect(printed).toContain('--eps-metres N');
      expect(printed).toContain('euclidean|manhattan|great-circle');
    }
  });

  test('writes one label a row, and the parameters beside a CSV', () => {
    const { code, written } = door('dbscan --input a.csv --output b.csv --eps-metres=5', { 'a.csv': points });
    expect(code).toBe(0);
    const rows = written.get('b.csv')!.trim().split('\n');
    expect(rows.map((row) => row.split(',')[3])).toEqual(['label', ...Array.from({ length: 8 }, () => '0'), '-1']);
    expect(JSON.parse(written.get('b.csv.parameters.json')!)).toMatchObject({
      method: 'dbscan',
      parameters: { epsMetres: 5, minPoints: 5 },
    });
  });

  test('writes GeoJSON in degrees, with the parameters inside', () => {
    const { written } = door('dbscan --input a.csv --output b.geojson', { 'a.csv': points });
    const collection = JSON.parse(written.get('b.geojson')!) as {
      features: { geometry: { coordinates: number[] } }[];
      parameters: unknown;
    };
    expect(collection.parameters).toMatchObject({ epsMetres: 100 });
    const [longitude, latitude] = collection.features[0]!.geometry.coordinates;
    expect([Math.round(longitude!), Math.round(latitude!)]).toEqual([17, 60]);
  });

  test('reads semicolons, decimal commas and degrees with a reference system', () => {
    const degrees = lines('lon;lat', '17,1;59,2', '17,1001;59,2');
    const { code, written } = door('dbscan --input a.csv --output b.json --reference-system EPSG:4326 --min-points 2', {
      'a.csv': degrees,
    });
    expect(code).toBe(0);
    expect((JSON.parse(written.get('b.json')!) as { parameters: unknown }).parameters).toMatchObject({ clusters: 1 });
  });

  test('labels a row without coordinates -1 and says so', () => {
    const { written, told } = door('dbscan --input a.csv --output b.csv', {
      'a.csv': lines('x,y', '1,', 'NA,2', '3,4'),
    });
    expect(written.get('b.csv')).toBe(lines('row,x,y,label,core', '1,1,,-1,0', '2,,2,-1,0', '3,3,4,-1,0'));
    expect(told[0]).toBe('2 rows have no usable coordinates and are labelled -1.');
  });

  test.each(['dbscan', 'density', 'exact', 'gistar', 'scan', 'knox'])(
    '%s answers for a header alone and for one row',
    (method) => {
      for (const text of [lines('x,y,t'), lines('x,y,t', '5,5,5'), lines('x,y,t', '5,5,5', '5,5,5')]) {
        const { code, written } = door(`${method} --input a.csv --output b.json --permutations 9`, { 'a.csv': text });
        expect(code).toBe(0);
        expect(written.get('b.json')).not.toContain('NaN');
      }
    },
  );

  test('tells from rows that are cells that they are the grid', () => {
    const cells = lines('x,y,n', ...Array.from({ length: 9 }, (_, at) => `${at % 3},${Math.floor(at / 3)},${at}`));
    const { written } = door('gistar --input a.csv --output b.json --weight n --cell-metres 1', { 'a.csv': cells });
    expect((JSON.parse(written.get('b.json')!) as { parameters: unknown }).parameters).toMatchObject({
      grid: 'rows-are-cells',
      cells: 9,
      events: 36,
    });
  });

  test('takes a table of addresses as the mask of exact windows', () => {
    const events = lines('x,y', ...Array.from({ length: 40 }, () => '600050,6600050'));
    const addresses = lines('x,y', ...Array.from({ length: 20 }, (_, at) => `${600_050 + 200 * at},6600050`));
    const { written, told } = door('exact --input a.csv --output b.json --mask m.csv', {
      'a.csv': events,
      'm.csv': addresses,
    });
    const answer = JSON.parse(written.get('b.json')!) as { parameters: { dense: number } };
    expect(answer.parameters).toMatchObject({ status: 'tested', grid: 'mask-addresses', mayBeClaimed: true });
    expect(answer.parameters.dense).toBeGreaterThan(0);
    expect(told.join(' ')).toContain('never a finding');
  });

  test('gives Wheeler and Ratcliffe’s -118 from a table of counts', () => {
    const counts = lines(
      'group,b,a',
      'treated,207,110',
      'control,308,318',
      'displacement,178,157',
      'displacement-control,150,140',
    );
    const { written } = door('effect --input a.csv --output b.json --before b --after a', { 'a.csv': counts });
    const { rows } = JSON.parse(written.get('b.json')!) as {
      rows: { wdd: number; standard_error: number; verdict: string }[];
    };
    expect(rows[0]).toMatchObject({ wdd: -118, verdict: 'fewer' });
    expect(rows[0]!.standard_error).toBeCloseTo(39.598, 3);
  });

  test('counts events by group and period, and refuses a time before that holds the detection', () => {
    const events = lines(
      'group,date',
      ...['treated', 'control-1', 'control-2'].flatMap((group) =>
        ['2024-03-01', '2024-05-01', '2025-04-01'].map((date) => `${group},${date}`),
      ),
    );
    const command =
      'effect --input a.csv --output b.json --before-from 2024-01-01 --before-to 2025-01-01 --after-from 2025-01-01 --after-to 2026-01-01';
    const answer = (more: string) =>
      JSON.parse(door(`${command}${more}`, { 'a.csv': events }).written.get('b.json')!) as {
        rows: unknown[];
        parameters: unknown;
      };
    expect(answer('').rows[0]).toMatchObject({ verdict: 'too-few', treated_before: 2, treated_after: 1 });
    expect(answer('').parameters).toMatchObject({ controlPlaces: 2 });
    expect(answer(' --detection-from 2024-06-01 --detection-to 2024-09-01').rows[0]).toMatchObject({
      verdict: 'baseline-holds-detection',
    });
  });

  test('finds the trend of months by group, zeros between included, and of scores in order', () => {
    const events = lines(
      'place,date',
      'a,2025-01-15',
      ...Array.from({ length: 3 }, () => 'a,2025-12-15'),
      'b,2025-06-01',
    );
    const byMonth = JSON.parse(
      door('trend --input a.csv --output b.json --group place', { 'a.csv': events }).written.get('b.json')!,
    ) as { rows: Record<string, unknown>[] };
    expect(byMonth.rows[0]).toMatchObject({ group: 'a', periods: 12, s: 1, class: null });
    const scores = lines('z', ...Array.from({ length: 12 }, (_, at) => String(2 + at / 10)));
    const byScore = JSON.parse(
      door('trend --input a.csv --output b.json --weight z --values z-scores', { 'a.csv': scores }).written.get(
        'b.json',
      )!,
    ) as { rows: Record<string, unknown>[] };
    expect(byScore.rows[0]).toMatchObject({ s: 66, class: 'intensifying', dense_periods: 12 });
  });

  test('spreads one event over the hours it may have happened in, by the Swedish clock', () => {
    const { written } = door('aoristic --input a.csv --output b.csv', {
      'a.csv': lines('from,to', '2026-03-29 00:00,2026-03-29 04:00'),
    });
    const sunday = written
      .get('b.csv')!
      .split('\n')
      .filter((row) => row.startsWith('7,'));
    const weights = sunday.slice(0, 5).map((row) => Number(row.split(',')[3]));
    expect(weights.map((weight) => weight.toFixed(3))).toEqual(['0.333', '0.333', '0.000', '0.333', '0.000']);
  });

  test('finds the same clusters for the same seed, and gives dates back as dates', () => {
    const rows = Array.from(
      { length: 40 },
      (_, at) => `${(at % 8) * 500},${Math.floor(at / 8) * 500},2026-01-${String(1 + (at % 28)).padStart(2, '0')}`,
    );
    const spot = Array.from({ length: 6 }, () => '5000,5000,2026-01-20');
    const command = 'scan --input a.csv --output b.csv --permutations 99 --seed 3 --window-days 3';
    const [first, second] = [0, 1].map(() => door(command, { 'a.csv': lines('x,y,date', ...rows, ...spot) }));
    expect(first!.written.get('b.csv')).toBe(second!.written.get('b.csv'));
    expect(first!.written.get('b.csv')!.split('\n')[1]).toContain('5000,5000,0,2026-01-20,2026-01-20,6,');
  });
});
