import { expect, test } from '@jest/globals';
import { stages } from './hotspot.js';
import { missing, movesFrom, needs, ruleOf, stageRules, type WorkState } from './hotspot-stage.js';

const nothing: WorkState = {
  events: 0,
  statedSource: false,
  areaSquareMetres: 0,
  ownerFunction: ' ',
  problem: false,
  causes: 0,
  wholeActions: 0,
  production: false,
  process: false,
  effect: false,
  reason: false,
};
const everything: WorkState = {
  events: 3,
  statedSource: true,
  areaSquareMetres: 900,
  ownerFunction: 'EST-samordnare',
  problem: true,
  causes: 1,
  wholeActions: 1,
  production: true,
  process: true,
  effect: true,
  reason: true,
};

test('a move asks for all its needs while nothing is there, and for none when all is', () => {
  for (const rule of stageRules) {
    expect(missing(rule, nothing)).toEqual(rule.needs);
    expect(missing(rule, everything)).toEqual([]);
  }
});

test('every need is asked for by some move, and no move leads from a stage to itself', () => {
  expect(needs.filter((need) => !stageRules.some((rule) => rule.needs.includes(need)))).toEqual([]);
  expect(stageRules.filter(({ from, to }) => from === to)).toEqual([]);
});

test('a stated source stands for reports that are not there', () => {
  const rule = ruleOf('mapping', 'analysis')!;
  const state = { ...everything, events: 0 };
  expect(missing(rule, state)).toEqual([]);
  expect(missing(rule, { ...state, statedSource: false })).toEqual(['basis']);
});

test('no stage is skipped: the next one is one further, and only an end comes from elsewhere', () => {
  for (const { from, to, way } of stageRules)
    if (way === 'on') expect(stages.indexOf(to)).toBe(stages.indexOf(from) + 1);
  expect(ruleOf('mapping', 'action')).toBeUndefined();
  expect(ruleOf('closed', 'follow-up')).toBeUndefined();
});

test('the way on stands before the end, and both before the way back', () => {
  expect(movesFrom('mapping').map(({ to }) => to)).toEqual(['analysis', 'closed']);
  expect(movesFrom('follow-up').map(({ to }) => to)).toEqual(['closed', 'action']);
});
