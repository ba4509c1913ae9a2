import { falseAlarms, type FalseAlarmSetting, type Raised } from './false-alarms.js';
import { power, type PowerSetting } from './power.js';
import { wrongBaseline, type WrongBaselineSetting } from './wrong-baseline.js';

/** One setting of one experiment. */
export type Experiment =
  | { readonly name: 'false-alarms'; readonly setting: FalseAlarmSetting }
  | { readonly name: 'power'; readonly setting: PowerSetting }
  | { readonly name: 'wrong-baseline'; readonly setting: WrongBaselineSetting };

/** A part of an experiment that a thread does at one go: some maps of one town. */
export interface Job {
  readonly experiment: Experiment;
  readonly town: number;
  readonly maps: number;
}

/** On how many maps each answer was yes. */
export interface Tally {
  readonly maps: number;
  readonly yes: Readonly<Record<string, number>>;
  readonly milliseconds: number;
}

function prepare({ name, setting }: Experiment, town: number): (map: number) => Raised {
  if (name === 'power') return power(setting, town);
  return name === 'wrong-baseline' ? wrongBaseline(setting, town) : falseAlarms(setting, town);
}

export function runJob({ experiment, town, maps }: Job): Tally {
  const start = performance.now();
  const ask = prepare(experiment, town);
  const answers = Array.from({ length: maps }, (_, map) => ask(map));
  const yes: Record<string, number> = {};
  for (const answer of answers) {
    for (const [key, isYes] of Object.entries(answer)) yes[key] = (yes[key] ?? 0) + (isYes ? 1 : 0);
  }
  return { maps, yes, milliseconds: performance.now() - start };
}

export function addTallies(parts: readonly Tally[]): Tally {
  const yes: Record<string, number> = {};
  for (const part of parts) {
    for (const [key, count] of Object.entries(part.yes)) yes[key] = (yes[key] ?? 0) + count;
  }
  return {
    maps: parts.reduce((sum, part) => sum + part.maps, 0),
    yes,
    milliseconds: parts.reduce((sum, part) => sum + part.milliseconds, 0),
  };
}

/** The jobs of an experiment: `maps` maps over ten towns, so that no single town decides the answer. */
export function jobsOf(experiment: Experiment, maps: number): Job[] {
  const towns = Math.min(10, maps);
  return Array.from({ length: towns }, (_, index) => ({
    experiment,
    town: index + 1,
    maps: Math.floor(maps / towns) + (index < maps % towns ? 1 : 0),
  }));
}
