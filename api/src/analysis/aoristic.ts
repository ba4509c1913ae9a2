import { isInstant, localTime, millisecondsPerHour, millisecondsPerMinute, type Clock } from './calendar.js';

/** When something happened: between `from` and `to`, or at `from` when no end is known. Epoch milliseconds. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number | null;
}

export interface HourOfWeekWeights {
  /** Seven days from Monday, each of 24 hours: how many events, as expected numbers. */
  readonly weights: readonly (readonly number[])[];
  /** The sum of all weights: one per event. */
  readonly events: number;
  /** Events that end before they begin; they count in the hour where they begin. */
  readonly endedBeforeStart: number;
  /** Events of a week or more: they say nothing about the hour and are spread evenly. */
  readonly spreadOverWeek: number;
}

const hoursPerWeek = 168;
const minutesPerWeek = 10_080;

/**
 * At which hours of the week do events happen, when many are known only as "some time between"?
 *
 * Aoristic weights to the minute (Ratcliffe 2000, 2002; rules as the R package aoristic 1.1.1): each event is spread over
 * the hours of its span in proportion to the minutes, and sums to 1. No end, at most one minute, or an end before the
 * start: all in the first hour. A week or more: 1/168 everywhere. Hours are those of the local clock, durations are real
 * time, so the days of 23 and 25 hours come out right. Events without a finite start are left out.
 */
export function hourOfWeekWeights(spans: readonly TimeSpan[], clock: Clock = 'Europe/Stockholm'): HourOfWeekWeights {
  const counter = hourOfWeekCounter(clock);
  for (const { from, to } of spans) counter.add(from, to ?? NaN);
  return counter.result();
}

/** `hourOfWeekWeights` for what is added one by one. */
export interface HourOfWeekCounter {
  /** `to` is NaN where no end is known. */
  readonly add: (from: number, to: number) => void;
  readonly result: () => HourOfWeekWeights;
}

export function hourOfWeekCounter(clock: Clock = 'Europe/Stockholm'): HourOfWeekCounter {
  const hours = new Float64Array(hoursPerWeek);
  let [events, endedBeforeStart, spreadOverWeek] = [0, 0, 0];
  return {
    add: (from, to) => {
      if (!isInstant(from)) return;
      events++;
      const minutes = wholeMinutes(from, to);
      if (minutes < 0) endedBeforeStart++;
      if (minutes >= minutesPerWeek) {
        spreadOverWeek++;
        for (let hour = 0; hour < hoursPerWeek; hour++) hours[hour]! += 1 / hoursPerWeek;
      } else {
        spreadOver(hours, from, { minutes: minutes <= 1 ? 1 : minutes, whole: minutes <= 1, clock });
      }
    },
    result: () => ({ weights: byDay(hours), events, endedBeforeStart, spreadOverWeek }),
  };
}

function wholeMinutes(from: number, to: number): number {
  return Number.isFinite(to) ? Math.floor((to - from) / millisecondsPerMinute) : 0;
}

interface Spread {
  readonly minutes: number;
  /** All of the weight in the first hour. */
  readonly whole: boolean;
  readonly clock: Clock;
}

/** Walks from full hour to full hour; Swedish clocks change by whole hours, so a full hour is one in UTC too. */
function spreadOver(hours: Float64Array, from: number, { minutes, whole, clock }: Spread): void {
  let rest = minutes;
  let instant = from;
  while (rest > 0) {
    const nextHour = (Math.floor(instant / millisecondsPerHour) + 1) * millisecondsPerHour;
    const share = whole ? rest : Math.min(rest, (nextHour - instant) / millisecondsPerMinute);
    const local = localTime(instant, clock);
    hours[local.weekday * 24 + local.hour]! += share / minutes;
    rest -= share;
    instant = nextHour;
  }
}

function byDay(hours: Float64Array): number[][] {
  return Array.from({ length: 7 }, (_, day) => [...hours.subarray(day * 24, day * 24 + 24)]);
}

/** A block of hours on neighbouring weekdays that holds much of what happens. */
export interface HotTime {
  /** The days on which the block begins, 0 Monday to 6 Sunday, in order (a weekend over Sunday night may begin at 6). */
  readonly weekdays: readonly number[];
  /** First hour, 0 to 23. */
  readonly fromHour: number;
  /** Hour where it ends, 1 to 24, or above 24 when it ends on the following day (25 is one o'clock at night). */
  readonly toHour: number;
  /** Share of all weight that falls in the block. */
  readonly share: number;
  /** How many times denser than an average hour of the week. */
  readonly timesAverage: number;
}

interface Block {
  readonly day: number;
  readonly days: number;
  readonly hour: number;
  readonly length: number;
}

const rules = {
  fewestEvents: 10,
  fewestHours: 2,
  mostHours: 12,
  leastShare: 0.15,
  leastTimesAverage: 1.5,
  mostBlocks: 3,
};

/**
 * Which contiguous times of the week hold most ("fredag och lördag kl. 20-01")? Blocks of neighbouring weekdays and 2 to
 * 12 hours in a row (past midnight too), best first by how much of it lies how close together; later blocks count only
 * what earlier ones left. At most three, each with at least 15 % of the events and 1.5 times the average density.
 * A description, not a test; empty for fewer than 10 events.
 */
export function hotTimes(weights: readonly (readonly number[])[]): HotTime[] {
  const rest = Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_unused, hour) => weights[day]?.[hour] ?? 0),
  );
  const total = sumOf(rest);
  const found: HotTime[] = [];
  if (total < rules.fewestEvents) return found;
  while (found.length < rules.mostBlocks) {
    const block = bestBlock(rest, total);
    if (!block) return found;
    const share = takeBlock(rest, block) / total;
    const timesAverage = (share * hoursPerWeek) / (block.days * block.length);
    found.push({
      weekdays: Array.from({ length: block.days }, (_, step) => (block.day + step) % 7),
      fromHour: block.hour,
      toHour: block.hour + block.length,
      share,
      timesAverage,
    });
  }
  return found;
}

function bestBlock(rest: readonly (readonly number[])[], total: number): Block | undefined {
  let best: Block | undefined;
  let bestScore = 0;
  // the week twice, so that a block may run over its end
  const perDay = new Float64Array(14);
  // most blocks hold too little, and are passed over before anything is divided; a hair less, for the rounding
  const least = new Float64Array(8);
  for (let hour = 0; hour < 24; hour++) {
    perDay.fill(0);
    for (let length = 1; length <= rules.mostHours; length++) {
      addHour(perDay, rest, hour + length - 1);
      if (length < rules.fewestHours) continue;
      let ofAllDays = 0;
      for (let day = 0; day < 7; day++) ofAllDays += perDay[day]!;
      let mostDays = 0;
      for (let days = 1; days <= 7; days++) {
        least[days] = leastOf((days * length) / hoursPerWeek) * total * (1 - 1e-9);
        if (least[days]! <= ofAllDays) mostDays = days;
      }
      for (let day = 0; day < 7; day++) {
        let weight = 0;
        for (let days = 1; days <= mostDays; days++) {
          if (days === 7 && day > 0) break;
          weight += perDay[day + days - 1]!;
          if (weight < least[days]!) continue;
          const score = gatheredIn(weight / total, (days * length) / hoursPerWeek);
          if (score > bestScore) {
            bestScore = score;
            best = { day, days, hour, length };
          }
        }
      }
    }
  }
  return best;
}

/** One more hour to the weight of each day's hours; from 24 on it is of the following day. */
function addHour(perDay: Float64Array, rest: readonly (readonly number[])[], at: number): void {
  for (let day = 0; day < 7; day++) {
    perDay[day]! += rest[at < 24 ? day : (day + 1) % 7]![at % 24]!;
    perDay[day + 7] = perDay[day]!;
  }
}

/** Share times the logarithm of how much denser than average: much of it, and close together. */
function gatheredIn(share: number, expected: number): number {
  return share < leastOf(expected) ? 0 : share * Math.log(share / expected);
}

function leastOf(expected: number): number {
  return Math.max(rules.leastShare, rules.leastTimesAverage * expected);
}

function takeBlock(rest: number[][], { day, days, hour, length }: Block): number {
  let taken = 0;
  for (let step = 0; step < days; step++) {
    for (let at = hour; at < hour + length; at++) {
      const row = rest[(day + step + (at < 24 ? 0 : 1)) % 7]!;
      taken += row[at % 24]!;
      row[at % 24] = 0;
    }
  }
  return taken;
}

function sumOf(rows: readonly (readonly number[])[]): number {
  return rows.reduce((sum, row) => row.reduce((inner, value) => inner + value, sum), 0);
}
