import { type Random } from '../../api/src/analysis/random.js';
import { weekdayOf, yearShare } from './clock.js';
import { type Hours, type Season } from './incident-kinds.js';

/** Mean and spread of the hour, counted past midnight so that Friday night is one night. */
const clock: Readonly<Record<Hours, readonly [mean: number, spread: number]>> = {
  night: [23.2, 2],
  evening: [20.2, 2],
  school: [12.2, 2],
  day: [13.2, 3],
  rush: [16.2, 2.6],
  'small-hours': [26, 1.7],
};

/** Monday to Sunday. */
const week: Readonly<Record<Hours, readonly number[]>> = {
  night: [0.6, 0.6, 0.7, 0.9, 2, 2.3, 0.7],
  evening: [0.8, 0.8, 0.9, 1, 1.5, 1.4, 0.8],
  school: [1.1, 1.2, 1.2, 1.2, 1.2, 0.08, 0.08],
  day: [1.1, 1.1, 1.1, 1.1, 1.1, 0.8, 0.6],
  rush: [1.1, 1.1, 1.1, 1.1, 1.2, 0.7, 0.6],
  'small-hours': [0.9, 0.9, 0.9, 1, 1.3, 1.4, 0.9],
};

/** The year's course from 0.4 to 1.6; the same every year. */
const year: Readonly<Record<Season, (share: number) => number>> = {
  flat: () => 1,
  summer: (share) => 1 - 0.6 * Math.cos(2 * Math.PI * (share - 0.03)),
  dark: (share) => 1 + 0.5 * Math.cos(2 * Math.PI * (share - 0.96)),
  term: (share) => (share > 0.45 && share < 0.62 ? 0.15 : 1.15),
};

/** A day in proportion to season, weekday and slowly growing reporting (12 per cent a year, everywhere alike). */
export function dayDrawer(first: number, end: number): (season: Season, hours: Hours, random: Random) => number {
  const known = new Map<string, number[]>();
  const sums = (season: Season, hours: Hours): number[] => {
    const key = `${season}/${hours}`;
    const found =
      known.get(key) ?? running(first, end, (day) => year[season](yearShare(day)) * week[hours][weekdayOf(day) - 1]!);
    known.set(key, found);
    return found;
  };
  return (season, hours, random) => {
    const table = sums(season, hours);
    const wanted = random.next() * table[table.length - 1]!;
    let [low, high] = [0, table.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (table[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return first + low;
  };
}

function running(first: number, end: number, weight: (day: number) => number): number[] {
  const sums: number[] = [];
  let sum = 0;
  for (let day = first; day < end; day++) sums.push((sum += weight(day) * 1.12 ** ((day - first) / 365.25)));
  return sums;
}

/** Minutes after midnight of the day; past 1,440 is the night after it. */
export function minutesOf(hours: Hours, random: Random): number {
  const [mean, spread] = clock[hours];
  return Math.round(Math.max(6 * 60, Math.min(29 * 60, (mean + random.normal() * spread) * 60)) / 5) * 5;
}

/** How long nobody looked: an evening, a night, or a weekend, in minutes. */
export function unseen(random: Random): number {
  const [least, most] = random.pick(
    [
      [90, 300],
      [420, 900],
      [2_400, 3_900],
    ] as const,
    [3, 5, 1.2],
  );
  return least + random.integer((most - least) / 5) * 5;
}
