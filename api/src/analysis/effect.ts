import { inBothLanguages, type Bilingual } from './bilingual.js';
import type { Period } from './calendar.js';
import type { Interval } from './exact-test.js';
import { normalQuantile, twoSidedNormal } from './normal.js';
import { rateRatio, ratioOfRatios, type RateRatio, type RatioOfRatios } from './rate-ratio.js';

/** Events before and after. */
export type BeforeAfter = readonly [before: number, after: number];

export interface DifferenceInput {
  readonly treated: BeforeAfter;
  /** Comparison places, pooled (see `pooledControls`). */
  readonly control: BeforeAfter;
  /** The ring round the treated place, and a comparison of its own. */
  readonly displacement?: BeforeAfter;
  readonly displacementControl?: BeforeAfter;
  /** Lengths of the two periods in one unit, [1, 1] when absent. */
  readonly timeWeights?: BeforeAfter;
  /** Sizes relative to the treated place: a control of 5 means five such places. 1 each when absent. */
  readonly areaWeights?: {
    readonly treated?: number;
    readonly control?: number;
    readonly displacement?: number;
    readonly displacementControl?: number;
  };
  /** Multiplies the variance; at least 1. */
  readonly overdispersion?: number;
  readonly level?: number;
}

export interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
}

export interface WeightedDisplacementDifference {
  readonly local: Estimate;
  readonly displacement: Estimate;
  readonly total: Estimate & { readonly z: number; readonly p: number; readonly interval: Interval };
  readonly level: number;
  readonly overdispersion: number;
}

/**
 * How many events fewer (or more) were there than the comparison places lead one to expect, the ring included?
 *
 * The weighted displacement difference (Wheeler and Ratcliffe 2018, doi 10.1186/s40163-018-0085-5): change in the place minus
 * change in the controls, plus the same for the ring; each count over time weight times area weight, variance the sum of
 * count/weight^2. Negative is fewer. Counts that are no numbers or negative are 0; weights that are not positive are 1.
 * All zero: estimate 0, standard error 0, z 0, p 1, interval [0, 0]. Normal: with a handful of events take `rateRatio`.
 */
export function weightedDisplacementDifference(input: DifferenceInput): WeightedDisplacementDifference {
  const { areaWeights: area = {}, timeWeights = [1, 1], level = 0.95 } = input;
  const overdispersion = Math.max(1, input.overdispersion ?? 1);
  const changeOf = (counts: BeforeAfter | undefined, size: number | undefined): Change =>
    change(counts, timeWeights, positiveOr1(size));
  const local = difference(
    changeOf(input.treated, area.treated),
    changeOf(input.control, area.control),
    overdispersion,
  );
  const displacement = difference(
    changeOf(input.displacement, area.displacement),
    changeOf(input.displacementControl, area.displacementControl),
    overdispersion,
  );
  const estimate = local.estimate + displacement.estimate;
  const standardError = Math.hypot(local.standardError, displacement.standardError);
  const z = standardError > 0 ? estimate / standardError : 0;
  const reach = normalQuantile(0.5 + level / 2) * standardError;
  const interval = { low: estimate - reach, high: estimate + reach };
  return {
    local,
    displacement,
    total: { estimate, standardError, z, p: twoSidedNormal(z), interval },
    level,
    overdispersion,
  };
}

interface Change {
  readonly change: number;
  readonly variance: number;
}

function change(counts: BeforeAfter | undefined, times: BeforeAfter, size: number): Change {
  const [before, after] = (counts ?? [0, 0]).map(countOr0) as [number, number];
  const [weightBefore, weightAfter] = times.map((time) => positiveOr1(time) * size) as [number, number];
  return {
    change: after / weightAfter - before / weightBefore,
    variance: after / weightAfter ** 2 + before / weightBefore ** 2,
  };
}

function difference(place: Change, control: Change, overdispersion: number): Estimate {
  return {
    estimate: place.change - control.change,
    standardError: Math.sqrt(overdispersion * (place.variance + control.variance)),
  };
}

function countOr0(count: number): number {
  return Number.isFinite(count) && count > 0 ? count : 0;
}

function countsOr0([before, after]: BeforeAfter): BeforeAfter {
  return [countOr0(before), countOr0(after)];
}

function positiveOr1(weight: number | undefined): number {
  return weight !== undefined && Number.isFinite(weight) && weight > 0 ? weight : 1;
}

/** Several comparison places as one: their counts added, how many they are, and how many times the place's events they had before. */
export function pooledControls(
  controls: readonly BeforeAfter[],
  treatedBefore: number,
): { readonly counts: BeforeAfter; readonly places: number; readonly timesTheEvents: number } {
  const counts = controls.reduce<BeforeAfter>(
    ([before, after], one) => [before + countOr0(one[0]), after + countOr0(one[1])],
    [0, 0],
  );
  const timesTheEvents = treatedBefore > 0 && counts[0] > 0 ? counts[0] / treatedBefore : Math.max(1, controls.length);
  return { counts, places: controls.length, timesTheEvents };
}

/**
 * How much more do counts vary than chance alone would have it? phi = max(1, Pearson chi-square / degrees of freedom) of the
 * controls' counts, one row of equal months (or weeks) per control, before and after together. With several controls the expected
 * count is row times column over total, so a season common to all is no overdispersion; with one it is its mean. 1 when nothing
 * can be told. Rows are cut to the shortest.
 */
export function overdispersionOf(rows: readonly (readonly number[])[]): number {
  const length = Math.min(...rows.map((row) => row.length), Infinity);
  const used = rows.map((row) => row.slice(0, length).map(countOr0)).filter((row) => row.some((count) => count > 0));
  if (used.length === 0 || length < 2) return 1;
  const rowSums = used.map((row) => row.reduce((sum, count) => sum + count, 0));
  const total = rowSums.reduce((sum, count) => sum + count, 0);
  const columnSums = Array.from({ length }, (_, column) => used.reduce((sum, row) => sum + row[column]!, 0));
  let chiSquare = 0;
  for (const [row, counts] of used.entries()) {
    for (const [column, count] of counts.entries()) {
      const expected = used.length > 1 ? (rowSums[row]! * columnSums[column]!) / total : total / length;
      if (expected > 0) chiSquare += (count - expected) ** 2 / expected;
    }
  }
  const columns = used.length > 1 ? columnSums.filter((sum) => sum > 0).length : length;
  const freedom = used.length > 1 ? (used.length - 1) * (columns - 1) : columns - 1;
  return freedom > 0 ? Math.max(1, chiSquare / freedom) : 1;
}

export interface PowerOptions {
  /** How many times as many events as the place the pooled controls have before. */
  readonly controlSize: number;
  readonly power?: number;
  /** Two-sided. */
  readonly level?: number;
  readonly overdispersion?: number;
}

/**
 * How many events must there be before, for a drop of this share to be seen with the power asked for? From the normal approximation of
 * the difference of changes: n = phi [(z_level + z_power) sqrt((2 - r) + 2/k) / r]^2. Infinity for a drop that is not positive.
 */
export function neededBaseline(drop: number, options: PowerOptions): number {
  if (!(drop > 0)) return Infinity;
  const share = Math.min(1, drop);
  return Math.ceil(scoreSquared(options) * ((2 - share + 2 / positiveOr1(options.controlSize)) / share ** 2) - 1e-9);
}

/**
 * The smallest drop, as a share of the events before, that could have been seen here with the power asked for; the inverse of
 * `neededBaseline`. Null when not even a place gone quiet would have shown: then the counts are too few to know.
 */
export function smallestVisibleDrop(before: number, options: PowerOptions): number | null {
  if (!(before > 0) || !Number.isFinite(before)) return null;
  const scale = before / scoreSquared(options);
  const drop = (Math.sqrt(1 + 8 * scale * (1 + 1 / positiveOr1(options.controlSize))) - 1) / (2 * scale);
  return drop <= 1 ? drop : null;
}

function scoreSquared({ power = 0.8, level = 0.05, overdispersion = 1 }: PowerOptions): number {
  return Math.max(1, overdispersion) * (normalQuantile(1 - level / 2) + normalQuantile(power)) ** 2;
}

export interface EffectInput {
  /** Events inside the frozen polygon. */
  readonly treated: BeforeAfter;
  /** Each comparison place by itself: other places of a similar level, not neighbours. */
  readonly controls: readonly BeforeAfter[];
  readonly displacement?: BeforeAfter;
  readonly displacementControl?: BeforeAfter;
  /** How many such places the controls together are; as many as they are when absent, each of a similar level. */
  readonly controlWeight?: number;
  /** Counts of each control in equal months, for the overdispersion. */
  readonly controlMonths?: readonly (readonly number[])[];
  readonly before: Period;
  readonly after: Period;
  /** The period whose density made the place a hot spot. It may not lie in the baseline. */
  readonly detection?: Period;
  readonly level?: number;
}

export type EffectVerdict =
  'fewer' | 'more' | 'no-difference-shown' | 'too-few' | 'no-controls' | 'baseline-holds-detection';

export interface Effect {
  readonly verdict: EffectVerdict;
  readonly difference: WeightedDisplacementDifference;
  readonly ownRatio: RateRatio;
  readonly againstControls: RatioOfRatios;
  /** Share of the events before; null when no drop could have been seen. */
  readonly smallestVisibleDrop: number | null;
  readonly parameters: {
    readonly level: number;
    readonly controlPlaces: number;
    readonly controlWeight: number;
    /** Events of the controls before, over those of the place: what the power is reckoned from. */
    readonly controlSize: number;
    readonly overdispersion: number;
    readonly timeWeights: BeforeAfter;
    readonly displacementUsed: boolean;
  };
  readonly sentence: Bilingual;
}

/** A drop larger than half that would still have gone unseen means: too few events to know. */
const mostHidden = 0.5;
const fewestCounted = 10;

/**
 * Did it help? The place against pooled comparison places, before and after, its ring included.
 *
 * The verdict comes from the interval of the weighted displacement difference, widened by the overdispersion of the controls. Fewer than ten
 * events in the place in both periods together, or an interval over 0 where not even a drop by half could have been seen, is
 * `too-few`: nobody can know. A baseline that shares time with the detection window is refused (a place picked for a
 * bad year falls back by itself). Without controls the counts are shown and nothing is said of the cause.
 */
export function effectOf(given: EffectInput): Effect {
  const input = { ...given, treated: countsOr0(given.treated), controls: given.controls.map(countsOr0) };
  const { treated, controls, level = 0.95 } = input;
  const pooled = pooledControls(controls, treated[0]);
  const overdispersion = overdispersionOf(input.controlMonths ?? []);
  const timeWeights = lengthsOf(input.before, input.after);
  const difference = weightedDisplacementDifference({
    treated,
    control: pooled.counts,
    ...(input.displacement ? { displacement: input.displacement } : {}),
    ...(input.displacementControl ? { displacementControl: input.displacementControl } : {}),
    timeWeights,
    areaWeights: { control: input.controlWeight ?? pooled.places },
    overdispersion,
    level,
  });
  const visible = smallestVisibleDrop(treated[0], {
    controlSize: pooled.timesTheEvents,
    overdispersion,
    level: 1 - level,
  });
  const verdict = verdictOf(input, difference, visible);
  const exposures = { exposureBefore: timeWeights[0], exposureAfter: timeWeights[1] };
  return {
    verdict,
    difference,
    ownRatio: rateRatio({ before: treated[0], after: treated[1], ...exposures }, level),
    againstControls: ratioOfRatios({ treated, control: pooled.counts }, { level, overdispersion }),
    smallestVisibleDrop: visible,
    parameters: {
      level,
      controlPlaces: controls.length,
      controlWeight: input.controlWeight ?? pooled.places,
      controlSize: pooled.timesTheEvents,
      overdispersion,
      timeWeights,
      displacementUsed: input.displacement !== undefined,
    },
    sentence: sentenceOf(verdict, { input, difference, visible }),
  };
}

/** Length of each period in units of the earlier one; alike when that is no length of a period. */
function lengthsOf(before: Period, after: Period): BeforeAfter {
  const ratio = (after.to - after.from) / (before.to - before.from);
  return [1, ratio >= 1e-6 && ratio <= 1e6 ? ratio : 1];
}

function verdictOf(
  input: EffectInput,
  { total }: WeightedDisplacementDifference,
  visible: number | null,
): EffectVerdict {
  const { before, detection, treated, controls } = input;
  if (detection && before.from < detection.to && detection.from < before.to) return 'baseline-holds-detection';
  if (countOr0(treated[0]) + countOr0(treated[1]) < fewestCounted) return 'too-few';
  if (controls.length === 0) return 'no-controls';
  if (total.interval.high < 0) return 'fewer';
  if (total.interval.low > 0) return 'more';
  return visible === null || visible > mostHidden ? 'too-few' : 'no-difference-shown';
}

function sentenceOf(
  verdict: EffectVerdict,
  facts: { input: EffectInput; difference: WeightedDisplacementDifference; visible: number | null },
): Bilingual {
  const [before, after] = facts.input.treated;
  if (verdict === 'baseline-holds-detection') {
    return {
      sv: 'Går inte att bedöma: jämförelsetiden innehåller den tid då platsen pekades ut, och en sådan topp går tillbaka av sig själv.',
      en: 'Cannot be judged: the time before includes the time when the place was picked, and such a peak falls back by itself.',
    };
  }
  if (verdict === 'no-controls') {
    return {
      sv: `${before} händelser före och ${after} efter. Utan jämförelseplatser går det inte att säga vad förändringen beror på.`,
      en: `${before} events before and ${after} after. Without comparison places nothing can be said of the cause.`,
    };
  }
  if (verdict === 'too-few') return tooFew(facts.visible, { before, after });
  const { estimate, interval } = facts.difference.total;
  const figure = (value: number): Bilingual => inBothLanguages(Math.abs(value), Math.abs(value) < 10 ? 1 : 0);
  if (verdict === 'no-difference-shown') {
    const drop = inBothLanguages((facts.visible ?? 0) * 100);
    return {
      sv: `Ingen skillnad mot jämförelseplatserna kan visas. En minskning med ${drop.sv} % eller mer skulle ha synts.`,
      en: `No difference from the comparison places can be shown. A drop of ${drop.en} % or more would have been seen.`,
    };
  }
  const [near, far] = verdict === 'fewer' ? [interval.high, interval.low] : [interval.low, interval.high];
  const word = verdict === 'fewer' ? { sv: 'färre', en: 'fewer' } : { sv: 'fler', en: 'more' };
  return {
    sv: `Omkring ${figure(estimate).sv} ${word.sv} händelser än jämförelseplatserna gav anledning att vänta (${figure(near).sv} till ${figure(far).sv}).`,
    en: `About ${figure(estimate).en} ${word.en} events than the comparison places led to expect (${figure(near).en} to ${figure(far).en}).`,
  };
}

function tooFew(visible: number | null, { before, after }: { before: number; after: number }): Bilingual {
  const drop = visible === null ? null : inBothLanguages(visible * 100);
  return {
    sv: `För få händelser för att veta: ${before} före och ${after} efter. ${drop ? `Bara en minskning med minst ${drop.sv} % hade kunnat synas.` : 'Inte ens om allt upphört hade det kunnat synas.'}`,
    en: `Too few events to know: ${before} before and ${after} after. ${drop ? `Only a drop of at least ${drop.en} % could have been seen.` : 'Not even a complete stop could have been seen.'}`,
  };
}
