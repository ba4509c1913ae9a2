import { ink } from './ink.js';
import type { Frame } from './map-frame.js';
import type { Box } from './map-labels.js';
import { element, text } from './svg.js';

/** What makes a map explain itself when it is copied out of its document. */
interface Caption {
  readonly caption: readonly string[];
  readonly attribution?: string;
}

/** Where caption, scale bar and north arrow stand: no name is written there. */
export function furnitureBoxes(content: Caption, frame: Frame): Box[] {
  const [width, height] = captionSize(content);
  return [
    [0, frame.height - height, width, height],
    [frame.width - 110, frame.height - 24, 110, 24],
    [frame.width - 24, 0, 24, 30],
  ];
}

function captionSize({ caption, attribution }: Caption): [width: number, height: number] {
  const longest = Math.max(0, ...caption.map((line) => line.length * 3.7), (attribution ?? '').length * 2.8);
  return [longest + 12, caption.length * 9.5 + (attribution === undefined ? 0 : 7.5) + 6];
}

/** Period and count on a pale ground in the lower left corner, the map's source beneath. */
export function drawCaption(content: Caption, frame: Frame): string {
  const { caption, attribution } = content;
  if (caption.length === 0 && attribution === undefined) return '';
  const [width, height] = captionSize(content);
  const top = frame.height - height;
  const lines = caption.map((line, index) =>
    text(line, { x: 6, y: top + 10 + index * 9.5 }, { size: 7.5, fill: ink.text, weight: index === 0 ? 600 : 400 }),
  );
  const source =
    attribution === undefined ? '' : text(attribution, { x: 6, y: frame.height - 5 }, { size: 5.8, fill: ink.muted });
  return (
    element('rect', { x: 0, y: top, width, height, fill: ink.paper, 'fill-opacity': '0.88' }) + lines.join('') + source
  );
}

/** A bar of a round length between a sixth and a third of the drawing's width. */
export function drawScale(frame: Frame): string {
  const most = Math.min(90, frame.width / 3) / frame.pointsPerMetre;
  const round = [10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20].find((metres) => metres <= most) ?? 10;
  const length = round * frame.pointsPerMetre;
  const [right, base] = [frame.width - 8, frame.height - 8];
  const label = round >= 1000 ? `${round / 1000} km` : `${round} m`;
  const d = `M${right - length} ${base - 4}V${base}H${right}V${base - 4}`;
  return (
    element('path', { d, fill: 'none', stroke: ink.paper, 'stroke-width': 3 }) +
    element('path', { d, fill: 'none', stroke: ink.text, 'stroke-width': 0.9 }) +
    text(label, { x: right - length / 2, y: base - 4 }, { size: 7, fill: ink.text, anchor: 'middle', halo: true })
  );
}

/** An arrow to grid north in the upper right corner. */
export function drawNorth(frame: Frame): string {
  const x = frame.width - 13;
  const arrow = `M${x} 7L${x + 4} 18L${x} 15.5L${x - 4} 18Z`;
  return (
    element('path', { d: arrow, fill: ink.text, stroke: ink.paper, 'stroke-width': 0.8 }) +
    text('N', { x, y: 26 }, { size: 7, fill: ink.text, weight: 600, anchor: 'middle', halo: true })
  );
}
