import { createHash } from 'node:crypto';
import { createRandom } from '../../api/src/analysis/random.js';
import { toPosition } from '../../api/src/geo/projection.js';
import { centre } from '../support/api.js';

/** What each of a thousand rows is made to be, so that every outcome has its share. */
export const perThousand = { rejected: 4, sensitive: 10, repeated: 2 } as const;

const codes = ['0825', '0857', '1201', '0840', '0375', '0902', '0818'];
const streets = ['Storgatan', 'Kyrkogatan', 'Parkvägen', 'Skolgatan', 'Björkvägen', 'Östra Vallgatan', 'Järnvägsgatan'];
const header = 'ID;BROTTSKOD;LATITUDE;LONGITUDE;GATA;GATUNR;KOMMUN;BROTTSDATUMTID_START;BROTTSDATUMTID_SLUT\r\n';

/** A police extract in the point form, drawn by a fixed seed, a piece at a time: it is never in memory whole. */
export function* extractOf(rows: number): Generator<string> {
  const random = createRandom(4);
  yield header;
  let piece = '';
  for (let row = 0; row < rows; row++) {
    const turn = row % 1000;
    const repeated = turn >= 1000 - perThousand.repeated;
    const id = `K${repeated ? row - 500 : row}`;
    const code = turn < perThousand.sensitive ? '0604' : codes[random.integer(codes.length)]!;
    const bad = turn >= 500 && turn < 500 + perThousand.rejected;
    piece += line({ id, code, bad, seed: repeated ? row - 500 : row });
    if (piece.length < 100_000) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** The same seed gives the same row, so that a repeated one is the very same. */
function line({ id, code, bad, seed }: { id: string; code: string; bad: boolean; seed: number }): string {
  const hash = createHash('md5').update(String(seed)).digest();
  const part = (at: number) => hash.readUInt16LE(at) / 65_536;
  const [longitude, latitude] = toPosition({
    x: centre.x + (part(0) - 0.5) * 9000,
    y: centre.y + (part(2) - 0.5) * 9000,
  });
  const start = new Date(
    Date.UTC(2016, 0, 1) + Math.floor(part(4) * 10 * 365) * 86_400_000 + Math.floor(part(6) * 1440) * 60_000,
  );
  const shown = (at: Date) => at.toISOString().slice(0, 16).replace('T', ' ');
  const end = new Date(start.getTime() + Math.floor(part(8) * 600) * 60_000);
  const street = streets[hash[10]! % streets.length]!;
  const sameCode = codes[hash[11]! % codes.length]!;
  const day = bad ? '2016-02-31 10:00' : shown(start);
  const place = `${latitude.toFixed(6)};${longitude.toFixed(6)}`.replaceAll('.', ',');
  return `${id};${code === '0604' ? code : sameCode};${place};${street};${1 + (hash[12]! % 90)};Provkommunen;${day};${bad ? '' : shown(end)}\r\n`;
}
