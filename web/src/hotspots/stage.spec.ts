import { expect, test } from '@jest/globals';
import { movesFrom, stages } from './stage.js';

test('the moves offered are those of the API: one step on or back, close, and begin again', () => {
  expect(Object.fromEntries(stages.map((stage) => [stage, movesFrom(stage).map(({ to }) => to)]))).toEqual({
    mapping: ['analysis', 'closed'],
    analysis: ['action', 'mapping'],
    action: ['follow-up', 'analysis'],
    'follow-up': ['closed', 'action'],
    closed: ['mapping'],
  });
});

test('the last step closes, and a closed place is opened again', () => {
  expect(movesFrom('follow-up')[0]).toEqual({ to: 'closed', kind: 'close' });
  expect(movesFrom('closed')).toEqual([{ to: 'mapping', kind: 'reopen' }]);
});
