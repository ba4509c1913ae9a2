/** Where things stand on the wheel: a year once round, 1 January straight up, clockwise. Pure; lengths are those of the drawing. */

const milliseconds = 86_400_000;

/** Radii from the rim inwards; each ring has room for two lanes of marks. */
export const radii = {
  rim: 396,
  months: [366, 396],
  weeks: [338, 364],
  breaks: [323, 336],
  police: [263, 305],
  municipality: [212, 254],
  joint: [161, 203],
  communication: [110, 152],
  hub: 104,
} as const;

/** Half a mark's width. */
export const markRadius = 11;

function dayIndex(date: string, year: number): number {
  return (Date.parse(`${date}T00:00:00Z`) - Date.UTC(year, 0, 1)) / milliseconds;
}

/** 365 or 366. */
export function daysIn(year: number): number {
  return (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / milliseconds;
}

/** Turns of the wheel (0 to 1) at the beginning of a day; days outside the year are held at its ends. */
export function turnOf(date: string, year: number): number {
  return Math.min(1, Math.max(0, dayIndex(date, year) / daysIn(year)));
}

/** Turns at the end of a day. */
export function turnAfter(date: string, year: number): number {
  return Math.min(1, Math.max(0, (dayIndex(date, year) + 1) / daysIn(year)));
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function pointAt(turn: number, radius: number): Point {
  const angle = turn * 2 * Math.PI;
  return { x: round(radius * Math.sin(angle)), y: round(-radius * Math.cos(angle)) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A piece of a ring as an SVG path. */
export function sector(from: number, to: number, [inner, outer]: readonly [number, number]): string {
  const end = Math.min(to, from + 0.9999);
  const large = end - from > 0.5 ? 1 : 0;
  const [a, b, c, d] = [pointAt(from, outer), pointAt(end, outer), pointAt(end, inner), pointAt(from, inner)];
  return `M${a.x} ${a.y}A${outer} ${outer} 0 ${large} 1 ${b.x} ${b.y}L${c.x} ${c.y}A${inner} ${inner} 0 ${large} 0 ${d.x} ${d.y}Z`;
}

/** A line along which a word is written: turned round in the lower half, so that it never stands on its head. */
export function wordLine(from: number, to: number, radius: number): string {
  const middle = (from + to) / 2;
  const below = middle > 0.25 && middle < 0.75;
  const [start, end] = below ? [pointAt(to, radius), pointAt(from, radius)] : [pointAt(from, radius), pointAt(to, radius)]; // prettier-ignore
  return `M${start.x} ${start.y}A${radius} ${radius} 0 0 ${below ? 0 : 1} ${end.x} ${end.y}`;
}

/** The turn in degrees for a short text at a place, upright in both halves. */
export function uprightDegrees(turn: number): number {
  const degrees = turn * 360;
  return Math.round((degrees > 90 && degrees < 270 ? degrees + 180 : degrees) * 10) / 10;
}

export interface WeekTick {
  readonly week: number;
  readonly from: number;
  readonly to: number;
}

/** The ISO weeks that touch a year, by their days within it; the first may be week 52 or 53 of the year before. */
export function weekTicks(year: number): WeekTick[] {
  const ticks: WeekTick[] = [];
  const first = Date.UTC(year, 0, 1);
  let monday = first - ((new Date(first).getUTCDay() + 6) % 7) * milliseconds;
  for (; monday < Date.UTC(year + 1, 0, 1); monday += 7 * milliseconds) {
    const date = new Date(monday).toISOString().slice(0, 10);
    const sunday = new Date(monday + 6 * milliseconds).toISOString().slice(0, 10);
    ticks.push({ week: isoWeekNumber(monday), from: turnOf(date, year), to: turnAfter(sunday, year) });
  }
  return ticks;
}

function isoWeekNumber(monday: number): number {
  const thursday = new Date(monday + 3 * milliseconds);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - first) / milliseconds / 7) + 1;
}

export interface Placed<Item> {
  readonly item: Item;
  readonly from: number;
  readonly to: number;
  /** 0 the outer lane, 1 the inner one. */
  readonly lane: 0 | 1;
}

interface Dated {
  readonly date: string;
  readonly endDate: string;
}

/** Puts the marks of one ring into two lanes so that neighbours do not cover each other as long as there is room. */
export function placed<Item extends Dated>(items: readonly Item[], year: number, radius: number): Placed<Item>[] {
  const gap = (2 * markRadius + 2) / (2 * Math.PI * radius);
  const ends: [number, number] = [-1, -1];
  return items
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((item) => {
      const [from, to] = [turnOf(item.date, year), turnAfter(item.endDate, year)];
      const reach = Math.max(to, from + gap);
      const lane = from >= ends[0] ? 0 : from >= ends[1] || ends[1] <= ends[0] ? 1 : 0;
      ends[lane] = reach;
      return { item, from, to, lane };
    });
}

/** Longer than a risk weekend is drawn as an arc, shorter as a mark. */
export function isArc({ from, to }: { from: number; to: number }): boolean {
  return to - from > 4.5 / 366;
}
