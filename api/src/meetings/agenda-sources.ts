import type { ActionBody } from '../actions/action.schema.js';
import type { WeekCoverage } from '../coverage/coverage.js';
import type { ActionPlanBody } from '../situation/action-plan.schema.js';
import type { AreaStatus } from '../situation/area-status.schema.js';
import type { ClusterChange } from '../situation/cluster-change.js';
import type { PeriodKind } from '../situation/period.js';
import type { SituationBody } from '../situation/situation.schema.js';

/** Everything that an agenda is filled from, as its reader may see it. */
export interface AgendaFacts {
  /** How long the meeting looks back. */
  readonly kind: PeriodKind;
  /** Residents sit at the table. */
  readonly withResidents: boolean;
  readonly situation: SituationBody;
  readonly assessments: string;
  readonly coverage: WeekCoverage;
  readonly clusters: readonly ClusterChange[];
  /** The same period the year before. */
  readonly lastYear: (Span & { readonly period: string; readonly kind: PeriodKind }) | null;
  /** Since the series' last meeting; null of a weekly one. */
  readonly since: Span | null;
  /** The year so far, for a strategic meeting. */
  readonly year: (Span & { readonly before: Span | null }) | null;
  /** Of the police's rows by category; null when the reader may not see them. */
  readonly police: { readonly count: number; readonly categories: readonly { readonly code: string; readonly name: string; readonly count: number }[] } | null;
  /** Of earlier meetings: not done, or done since the last one. */
  readonly earlier: readonly ActionBody[];
  readonly areas: readonly AreaStatus[];
  readonly coming: readonly { readonly id: string; readonly date: string; readonly endDate: string; readonly title: string; readonly parts: Parts }[];
  readonly priorities: readonly { readonly text: string; readonly areaId: string | null; readonly hotspotId: string | null }[];
  /** The tertial that the meeting lies in, and the areas that come first in it. */
  readonly tertial: string;
  readonly tertialAreas: readonly { readonly areaId: string; readonly area: string; readonly reason: string }[];
  readonly lifted: readonly { readonly id: string; readonly text: string; readonly from: string; readonly action: ActionBody | null }[];
  /** Others lift things to meetings like this one. */
  readonly receives: boolean;
  readonly lifting: readonly { readonly id: string; readonly text: string; readonly target: 'deepened-est' | 'steering-group' }[];
  readonly participants: readonly { readonly attendance: 'expected' | 'present' | 'absent' }[];
  readonly long: {
    readonly plans: readonly ActionPlanBody[];
    readonly law: readonly { readonly id: string; readonly met: boolean; readonly due: string | null; readonly text: string }[];
    readonly year: number;
    readonly strategicHeld: number;
  } | null;
  readonly next: { readonly id: string | null; readonly day: string; readonly clock: string; readonly movedFor: string | null } | null;
} // prettier-ignore

interface Parts {
  readonly police: string | null;
  readonly municipality: string | null;
  readonly others: string | null;
}

/** Some days, both counted, and how many events began in them. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}
