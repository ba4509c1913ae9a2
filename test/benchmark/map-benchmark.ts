import { worldOf } from '../../api/src/geo/projection.js';
import type { TileAddress } from '../../api/src/tiles/tile.js';
import { TilesService } from '../../api/src/tiles/tiles.service.js';
import { positionAt } from '../support/api.js';
import { layersOf } from '../support/vector-tiles.js';
import { withApi } from './benchmark-api.js';
import { get, type MapTown, mapTown, open } from './map-town.js';
import { tileSql } from './map-tile-sql.js';
import { dayAgo, median, megabytes, once, print, printRow } from './measures.js';

/**
 * The map of a municipality with ten years of incidents, 200,000 and 1.5 million: each tile beside ST_AsMVT of the same
 * content, the two by turns in one run; tiles from the cache; from filter to picture; figures. Medians.
 */
const usualRows = 200_000;
const largeRows = 1_500_000;
const turns = 7;
const limits = { features: 10_000, bytes: 300_000, ratio: 1.5, cache: 20 };
/** Tiles across and down of a window of 390 x 844 and of 1920 x 1080 at 512 pixels a tile. */
const screens = { '390 px': [2, 3], '1920 px': [5, 4] } as const;

async function main(): Promise<void> {
  await withApi('The map', async (api, port) => {
    const town = await mapTown(api, port, usualRows);
    await measureTown(town, usualRows);
    await measureTiles(town);
    await measureTown(await mapTown(api, port, largeRows), largeRows);
  });
}

/** From filter to picture, over HTTP as a signed-in person. */
async function measureTown(town: MapTown, rows: number): Promise<void> {
  print(`\nThe map of ${rows.toLocaleString('en')} incidents over ten years, over HTTP; medians of ${turns}`);
  const before = process.memoryUsage().rss;
  const [first] = await once(() => open(town, {}));
  printRow('first look after a change: rows read, counted, laid out', first);
  print(`  memory of the process: ${megabytes(before)} before, ${megabytes(process.memoryUsage().rss)} after`);
  let turn = 0;
  for (const [name, size] of Object.entries(screens)) {
    for (const zoom of [11, 14]) {
      const times: number[] = [];
      for (let run = 0; run < turns; run++) {
        const [time] = await once(() => picture(town, { filter: other(turn++), zoom, size }));
        times.push(time);
      }
      printRow(`filter to picture, ${name}, zoom ${zoom} (${size[0] * size[1]} tiles)`, median(times));
    }
  }
  const opened = await open(town, {});
  const again: number[] = [];
  for (let run = 0; run < turns; run++) {
    const [time] = await once(() => tilesOf(town, opened.view, { zoom: 14, size: screens['1920 px'] }));
    again.push(time);
  }
  printRow('the same picture once more, from the cache (20 tiles)', median(again));
  const figures: number[] = [];
  for (let run = 0; run < 3; run++) {
    const [time] = await once(() => get(town, `figures?from=${dayAgo(364)}&to=${dayAgo(0)}`));
    figures.push(time);
  }
  printRow('figures of the latest year', median(figures));
  const [all] = await once(() => get(town, 'figures'));
  printRow('figures of all ten years', all);
}

/** Each tile by turns: ours that nobody has asked for yet, and ST_AsMVT. The reader and the row-level security are the same. */
async function measureTiles(town: MapTown): Promise<void> {
  print(
    `\nOne tile of ${usualRows.toLocaleString('en')} incidents beside ST_AsMVT of the same content; medians of ${turns} turns`,
  );
  print('  ST_AsMVT with the event rule and the rights of the reader; bare: every row of the table, as its owner');
  print('  zoom  holds            ours   ST_AsMVT  ratio     bare  ratio    cache  times faster   bytes');
  const service = town.api.application.get(TilesService);
  const { actor } = town.member;
  for (const zoom of [10, 11, 12, 13, 14, 15, 16]) {
    const address = tileAt(zoom);
    const [ours, theirs, barest, cached]: [number[], number[], number[], number[]] = [[], [], [], []];
    let features = 0;
    let bytes = 0;
    let content = '';
    for (let turn = 0; turn <= turns; turn++) {
      const { view } = await open(town, other(1000 * zoom + turn));
      const [cold, tile] = await once(() => service.tile(actor, view, address));
      const [warm] = await once(() => service.tile(actor, view, address));
      const asked = { code: actor.municipalityCode, address, side: tile.side };
      const [sql, answer] = await once(() => town.api.sqlAs<{ mvt: Buffer }>(actor, tileSql(asked)));
      const [bare] = await once(() => town.api.owner.query(tileSql({ ...asked, isBare: true })));
      ({ features } = tile);
      bytes = tile.bytes.length;
      content = tile.content;
      // The first turn warms all three.
      if (turn === 0) continue;
      ours.push(cold);
      cached.push(warm);
      theirs.push(sql);
      barest.push(bare);
      if (differing(tile.bytes, answer[0]!.mvt) > 0.1) throw new Error(`not the same content at zoom ${zoom}`);
    }
    const [a, b, bare, c] = [median(ours), median(theirs), median(barest), median(cached)];
    const cells = [
      `  ${String(zoom).padStart(4)}  ${`${features} ${content}`.padEnd(14)} ${a.toFixed(1).padStart(6)}`,
      `${b.toFixed(1).padStart(10)} ${(a / b).toFixed(2).padStart(6)} ${bare.toFixed(1).padStart(8)} ${(a / bare).toFixed(2).padStart(6)}`,
      `${c.toFixed(3).padStart(8)} ${(a / c).toFixed(0).padStart(13)} ${String(bytes).padStart(7)}`,
    ];
    print(cells.join(' '));
    const holds =
      features <= limits.features &&
      bytes <= limits.bytes &&
      a / Math.min(b, bare) <= limits.ratio &&
      a / c >= limits.cache;
    if (!holds) {
      print('        MISSED: at most 10,000 features and 300 kB, 1.5 times ST_AsMVT, from the cache 20 times faster');
      process.exitCode = 1;
    }
  }
}

/** By how many features two tiles differ: one rounds the buffer's edge, the other cuts it. */
function differing(ours: Uint8Array, theirs: Uint8Array): number {
  const [a, b] = [ours, theirs].map((bytes) => Object.values(layersOf(bytes)).flat().length) as [number, number];
  return Math.abs(a - b) / Math.max(1, a);
}

interface Screen {
  readonly zoom: number;
  readonly size: readonly [number, number];
}

/** Opens a key and fetches all tiles of a screen, as a map does: together. */
async function picture(town: MapTown, { filter, ...screen }: Screen & { filter: object }): Promise<void> {
  const { view } = await open(town, filter);
  await tilesOf(town, view, screen);
}

async function tilesOf(town: MapTown, view: string, { zoom, size: [across, down] }: Screen): Promise<void> {
  const { x, y } = tileAt(zoom);
  const columns = Array.from({ length: across }, (_, at) => x + at - Math.floor(across / 2));
  const rows = Array.from({ length: down }, (_, at) => y + at - Math.floor(down / 2));
  await Promise.all(
    columns.flatMap((column) => rows.map((row) => get(town, `tiles/events/${zoom}/${column}/${row}?view=${view}`))),
  );
}

/** A filter that nobody has asked for yet and that lets everything through. */
function other(turn: number): object {
  return { from: new Date(Date.UTC(1970, 0, 1 + turn)).toISOString().slice(0, 10) };
}

/** The tile with the middle of the town. */
function tileAt(z: number): TileAddress {
  const { x, y } = worldOf(positionAt(30, 30));
  return { z, x: Math.floor(x * 2 ** z), y: Math.floor(y * 2 ** z) };
}

await main();
