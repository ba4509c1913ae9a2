import { type Stage, stages } from './hotspot.js';

/** What a step on may ask for; each has a sentence of its own in hotspot.problems.ts (`need-…`) and a place on the page. */
export const needs = [
  'basis',
  'area',
  'owner',
  'problem',
  'cause',
  'action',
  'production',
  'process',
  'effect',
  'reason',
] as const;
export type Need = (typeof needs)[number];

/** What is known of the work, as far as the rules ask. */
export interface WorkState {
  /** Reports and rows inside the area that the asker may see, or that it was found as a cluster. */
  readonly events: number;
  readonly statedSource: boolean;
  readonly areaSquareMetres: number;
  readonly ownerFunction: string;
  readonly problem: boolean;
  readonly causes: number;
  /** Actions that say what, who and when. */
  readonly wholeActions: number;
  readonly production: boolean;
  readonly process: boolean;
  /** An answer of the engine is chosen, or it is written why there is none. */
  readonly effect: boolean;
  readonly reason: boolean;
}

export interface StageRule {
  readonly from: Stage;
  readonly to: Stage;
  readonly way: 'on' | 'back' | 'close' | 'reopen';
  readonly needs: readonly Need[];
}

/** Every move there is and what it needs. A step back, an end and a new beginning need a reason, which is kept. */
export const stageRules: readonly StageRule[] = [
  { from: 'mapping', to: 'analysis', way: 'on', needs: ['basis', 'area', 'owner'] },
  { from: 'analysis', to: 'action', way: 'on', needs: ['problem', 'cause'] },
  { from: 'action', to: 'follow-up', way: 'on', needs: ['action'] },
  { from: 'follow-up', to: 'closed', way: 'close', needs: ['production', 'process', 'effect', 'reason'] },
  // The mapping may show that there is no problem.
  { from: 'mapping', to: 'closed', way: 'close', needs: ['reason'] },
  { from: 'analysis', to: 'mapping', way: 'back', needs: ['reason'] },
  { from: 'action', to: 'analysis', way: 'back', needs: ['reason'] },
  { from: 'follow-up', to: 'action', way: 'back', needs: ['reason'] },
  // Problems return: a closed place is reopened where the work begins again.
  { from: 'closed', to: 'mapping', way: 'reopen', needs: ['reason'] },
];

/** The rule of a move; undefined when there is no such move. */
export function ruleOf(from: Stage, to: Stage): StageRule | undefined {
  return stageRules.find((rule) => rule.from === from && rule.to === to);
}

/** The moves from a stage, the one that goes on first. */
export function movesFrom(from: Stage): readonly StageRule[] {
  const order = { on: 0, close: 1, back: 2, reopen: 3 } as const;
  return stageRules
    .filter((rule) => rule.from === from)
    .toSorted((a, b) => order[a.way] - order[b.way] || stages.indexOf(a.to) - stages.indexOf(b.to));
}

/** What a move still lacks, in the order of its rule. */
export function missing(rule: StageRule, state: WorkState): Need[] {
  return rule.needs.filter((need) => !has[need](state));
}

const has: Readonly<Record<Need, (state: WorkState) => boolean>> = {
  basis: ({ events, statedSource }) => events > 0 || statedSource,
  area: ({ areaSquareMetres }) => areaSquareMetres > 0,
  owner: ({ ownerFunction }) => ownerFunction.trim() !== '',
  problem: ({ problem }) => problem,
  cause: ({ causes }) => causes > 0,
  action: ({ wholeActions }) => wholeActions > 0,
  production: ({ production }) => production,
  process: ({ process }) => process,
  effect: ({ effect }) => effect,
  reason: ({ reason }) => reason,
};
