import { ink, typeface } from './ink.js';

/** Text made safe to stand in SVG, between tags and within attributes. */
export function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
  // Control characters are not allowed in XML at all and would stop the document.
  const clean = Array.from(text)
    .filter((character) => character >= ' ' || character === '\t')
    .join('');
  return clean.replace(/[&<>"']/g, (character) => entities[character]!);
}

/** A coordinate with one decimal: a tenth of a point is finer than any printer. */
export function short(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

/** Path data through the spots, closed for a ring. */
export function pathData(spots: readonly (readonly [number, number])[], closed: boolean): string {
  const [first, ...rest] = spots;
  if (first === undefined) return '';
  const tail = rest.map(([x, y]) => `${short(x)} ${short(y)}`).join(' ');
  return `M${short(first[0])} ${short(first[1])}${tail === '' ? '' : `L${tail}`}${closed ? 'Z' : ''}`;
}

/** An element with attributes (numbers shortened) around already safe content. */
export function element(name: string, attributes: Record<string, string | number>, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : escapeXml(value)}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** The whole drawing, sized in points. */
export function drawing(width: number, height: number, content: string): string {
  const size = { width, height, viewBox: `0 0 ${short(width)} ${short(height)}` };
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size }, content);
}

export interface TextLook {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly halo?: boolean;
}

/** Text in the documents' typeface, its baseline at the spot; a halo lifts it from what lies beneath. */
export function text(content: string, at: { x: number; y: number }, look: TextLook): string {
  const attributes = {
    ...at,
    'font-family': typeface,
    'font-size': look.size,
    'font-weight': String(look.weight ?? 400),
    'text-anchor': look.anchor ?? 'start',
  };
  const safe = escapeXml(content);
  const behind = { stroke: ink.paper, 'stroke-width': 2, 'stroke-linejoin': 'round', fill: ink.paper };
  const halo = look.halo === true ? element('text', { ...attributes, ...behind }, safe) : '';
  return halo + element('text', { ...attributes, fill: look.fill }, safe);
}
