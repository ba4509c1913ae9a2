import type { Question } from '../findings/findings-api.js';

/** What there is to ask. `null`: not known yet. */
export interface Ground {
  readonly events: number | null;
  /** Local day of the earliest event. */
  readonly firstDay: string | null;
  readonly baselines: number | null;
  readonly hotspots: number | null;
}

/** Why a question cannot be answered now, or only in part. */
export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'too-few'; readonly more: number }
  | { readonly kind: 'no-baseline' }
  | { readonly kind: 'no-hotspot' }
  | { readonly kind: 'one-hotspot' }
  /** Answered, but without what is usual before this day. */
  | { readonly kind: 'first-year'; readonly from: string };

const fewest: Readonly<Record<Question, number>> = { places: 30, people: 30, new: 30, 'near-repeat': 30, trend: 1, when: 10, concentration: 30, windows: 30, effect: 1 }; // prettier-ignore
const compareWithYears = new Set<Question>(['places', 'when']);

/** Whether a question can be answered, before it is asked; what is not known yet speaks for it. */
export function readinessOf(question: Question, ground: Ground, today: string): Readiness {
  const { events, firstDay, baselines, hotspots } = ground;
  if (events !== null && events < fewest[question]) return { kind: 'too-few', more: fewest[question] - events };
  if (question === 'people' && baselines === 0) return { kind: 'no-baseline' };
  if (question === 'effect' && hotspots === 0) return { kind: 'no-hotspot' };
  if (question === 'effect' && hotspots === 1) return { kind: 'one-hotspot' };
  if (firstDay === null || !compareWithYears.has(question)) return { kind: 'ready' };
  const from = `${Number(firstDay.slice(0, 4)) + 1}${firstDay.slice(4)}`;
  return today < from ? { kind: 'first-year', from } : { kind: 'ready' };
}
