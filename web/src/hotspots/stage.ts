import type { HotspotDetail } from './hotspot-api.js';

export type Stage = HotspotDetail['stage'];

/** The five steps of the Kungsör model, in order. */
export const stages: readonly Stage[] = ['mapping', 'analysis', 'action', 'follow-up', 'closed'];

/** One move that a stage allows. */
export interface Move {
  to: Stage;
  /** `on`: the next step; `back`: the one before; `reopen`: a closed place begins again; `close`: ended without a problem. */
  kind: 'on' | 'back' | 'reopen' | 'close';
}

/** The moves that the API accepts from a stage, the one that goes on first. */
export function movesFrom(stage: Stage): readonly Move[] {
  if (stage === 'closed') return [{ to: 'mapping', kind: 'reopen' }];
  const at = stages.indexOf(stage);
  const [next, before] = [stages[at + 1], stages[at - 1]];
  return [
    ...(next === undefined ? [] : [{ to: next, kind: next === 'closed' ? ('close' as const) : ('on' as const) }]),
    ...(before === undefined ? [] : [{ to: before, kind: 'back' as const }]),
    ...(stage === 'mapping' ? [{ to: 'closed' as const, kind: 'close' as const }] : []),
  ];
}
