import { expect, test } from '@jest/globals';
import { type Answer, both, noTable } from './answer.js';
import { nameOfRow, withNames } from './answer-names.js';

const answer: Answer = {
  status: 'answered',
  sentence: both(`Mest vid ${nameOfRow(0)}, sedan ${nameOfRow(1)}.`, `Most at ${nameOfRow(0)}, then ${nameOfRow(1)}.`),
  centres: [
    { x: 1, y: 1 },
    { x: 2, y: 2 },
  ],
  features: [],
  table: { columns: [], rows: [{ count: 3 }, { count: 2 }] },
  parameters: {},
  choices: [],
  notices: [],
  input: { total: 5, used: 5, leftOut: {}, defaultCoordinates: [] },
};

test('the sentence and the rows name their places; one without a name goes by its number', () => {
  const named = withNames(answer, ['Stortorget', null]);
  expect(named.sentence).toEqual({
    sv: 'Mest vid Stortorget, sedan plats 2.',
    en: 'Most at Stortorget, then place 2.',
  });
  expect(named.table.rows.map(({ place }) => place)).toEqual([
    { sv: 'Stortorget', en: 'Stortorget' },
    { sv: 'plats 2', en: 'place 2' },
  ]);
  expect(named).not.toHaveProperty('centres');
});

test('an answer without places is left as it is', () => {
  const { centres: _, ...plain } = { ...answer, sentence: both('Inget.', 'Nothing.'), table: noTable };
  expect(withNames(plain, [])).toEqual(plain);
});
