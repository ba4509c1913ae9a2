import type { Feature, FeatureCollection } from 'geojson';

import { degreeBox, mayShow } from './degree-box.js';
import { ink, typeface } from './ink.js';
import { type BaseMap, features, linesOf, property } from './map-layers.js';
import { type Frame, type Spot, clipLine, place } from './map-frame.js';
import { levelOf, middleOf } from './map-work.js';
import { element, escapeXml } from './svg.js';

/** Upper left corner, width and height in points. */
export type Box = readonly [x: number, y: number, width: number, height: number];

interface Wish {
  readonly text: string;
  readonly at: Spot;
  /** Where else it may stand when there is no room. */
  readonly otherwise?: readonly Spot[];
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
  /** Degrees, clockwise. */
  readonly turn: number;
}

/** Source Sans 3 at weight 400: on average half an em a character. */
const emPerCharacter = 0.5;

/**
 * Names of judged areas, places, other areas and streets with a halo, in that order; a name that would touch a box already taken, or leave
 * the drawing, is left out. `taken` is where nothing may be written.
 */
export function drawLabels(
  layers: { baseMap: BaseMap; areas: FeatureCollection | null },
  frame: Frame,
  taken: readonly Box[],
): string {
  const boxes: Box[] = [...taken];
  const areas = areaNames(layers.areas, frame);
  const judged = areas.filter(({ fill }) => fill !== ink.muted);
  const named = new Set((layers.areas?.features ?? []).map((area) => property(area, 'name')));
  const wishes = [
    ...judged,
    // A place of the same name as its area would say it twice.
    ...placeNames(layers.baseMap, frame).filter(({ text }) => !named.has(text)),
    ...areas.filter((wish) => !judged.includes(wish)),
    ...streetNames(layers.baseMap, frame),
  ];
  return wishes
    .flatMap((wish) => {
      const spots = [wish.at, ...(wish.otherwise ?? [])];
      const fits = spots
        .map((at) => ({ ...wish, at }))
        .find((each) => {
          const box = around(each);
          return inside(box, frame) && !boxes.some((other) => overlap(box, other));
        });
      if (fits === undefined) return [];
      boxes.push(around(fits));
      return written(fits);
    })
    .join('');
}

/** Settlements say where one is on a wide map and only crowd a close one; buildings the other way round. */
const wide = ['town', 'village', 'hamlet', 'area'];
const close = ['building', 'station', 'square', 'park'];

function placeNames(baseMap: BaseMap, frame: Frame): Wish[] {
  const metres = frame.width / frame.pointsPerMetre;
  const named = ['place-label', 'place', 'label'].flatMap((name) => features(baseMap, name));
  return named.flatMap((feature) => {
    if (feature.geometry.type !== 'Point') return [];
    const kind = property(feature, 'class', 'kind');
    if ((wide.includes(kind) && metres < 1500) || (close.includes(kind) && metres > 4000)) return [];
    const fill = /water|lake|river/.test(kind) ? '#5c7f8e' : ink.muted;
    const [size, weight] = wide.includes(kind) ? [7.5, 600] : [7, 400];
    return wish(property(feature, 'name', 'label'), place(frame, feature.geometry.coordinates), { size, weight, fill });
  });
}

/** An area's name, and after it the word of its colour. */
function areaNames(areas: FeatureCollection | null, frame: Frame): Wish[] {
  return (areas?.features ?? []).flatMap((feature) => {
    const at = middleOf(feature, frame);
    const [level, word] = [levelOf(feature), property(feature, 'word')];
    const name = property(feature, 'name');
    if (at === null || name === '') return [];
    const fill = level === null ? ink.muted : ink.level[level];
    const otherwise = [14, -14, 28, -28, 42, -42].map((down): Spot => [at[0], at[1] + down]);
    return wish(word === '' ? name : `${name}: ${word}`, at, { size: 7, fill, weight: 600 }).map((each) => ({ ...each, otherwise })); // prettier-ignore
  });
}

/** One name a street, along its longest straight part where the name fits. */
function streetNames(baseMap: BaseMap, frame: Frame): Wish[] {
  const longest = new Map<string, { length: number; from: Spot; to: Spot }>();
  for (const feature of features(baseMap, 'road')) {
    const name = property(feature, 'name');
    if (name === '') continue;
    for (const [from, to] of segments(feature, frame)) {
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      if (length > (longest.get(name)?.length ?? 0)) longest.set(name, { length, from, to });
    }
  }
  const size = 5.8;
  return [...longest].flatMap(([name, { length, from, to }]) => {
    if (length < name.length * size * emPerCharacter + 4) return [];
    const degrees = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
    // Never upside down: a name reads from the left.
    const turn = degrees > 90 ? degrees - 180 : degrees <= -90 ? degrees + 180 : degrees;
    return wish(name, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], { size, fill: ink.muted, turn });
  });
}

/** The straight parts of a road: neighbours that turn less than eight degrees are taken together. */
function segments(feature: Feature, frame: Frame): [Spot, Spot][] {
  const box = degreeBox(frame);
  const lines = linesOf(feature).filter((line) => mayShow(line, box, 0));
  const parts = lines.flatMap((line) =>
    clipLine(
      line.map((position) => place(frame, position)),
      frame,
      -6,
    ),
  );
  return parts.flatMap((part) => {
    const found: [Spot, Spot][] = [];
    let start = part[0]!;
    for (let index = 1; index < part.length; index++) {
      const next = part[index + 1];
      if (next !== undefined && bend(start, part[index]!, next) < 8) continue;
      found.push([start, part[index]!]);
      start = part[index]!;
    }
    return found;
  });
}

function bend(from: Spot, via: Spot, to: Spot): number {
  const first = Math.atan2(via[1] - from[1], via[0] - from[0]);
  const second = Math.atan2(to[1] - via[1], to[0] - via[0]);
  const turn = Math.abs(((second - first) * 180) / Math.PI) % 360;
  return Math.min(turn, 360 - turn);
}

function wish(text: string, at: Spot, look: { size: number; fill: string; weight?: number; turn?: number }): Wish[] {
  return text === '' ? [] : [{ text, at, weight: 400, turn: 0, ...look }];
}

function around({ text, at, size, turn }: Wish): Box {
  const [width, height] = [text.length * size * emPerCharacter + 3, size + 2];
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)].map(Math.abs);
  const [wide, high] = [width * cos! + height * sin!, width * sin! + height * cos!];
  return [at[0] - wide / 2, at[1] - high / 2, wide, high];
}

function inside([x, y, width, height]: Box, frame: Frame): boolean {
  return x >= 2 && y >= 2 && x + width <= frame.width - 2 && y + height <= frame.height - 2;
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
}

function written({ text, at, size, weight, fill, turn }: Wish): string {
  const look = { 'font-family': typeface, 'font-size': size, 'font-weight': String(weight), 'text-anchor': 'middle' };
  const turned = turn === 0 ? {} : { transform: `rotate(${turn.toFixed(1)} ${at[0].toFixed(1)} ${at[1].toFixed(1)})` };
  const position = { x: at[0], y: at[1] + size * 0.34, ...turned };
  const halo = { stroke: ink.paper, 'stroke-width': 2, 'stroke-linejoin': 'round', fill: ink.paper };
  const name = escapeXml(text);
  // Two elements: with paint-order each letter's halo eats the letter before it in print.
  return (
    element('text', { ...position, ...look, ...halo }, name) + element('text', { ...position, ...look, fill }, name)
  );
}
