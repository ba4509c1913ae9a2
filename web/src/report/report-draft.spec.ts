import { expect, test } from '@jest/globals';
import { DraftKeeper, emptyDraft, noHabits, withHabit, type Drawer } from './report-draft.js';

function drawer(): Drawer & { readonly all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  };
}

const draft = { ...emptyDraft('a'), categoryCode: 'SKAD', text: 'Rutan mot gården är krossad' };

test('a draft comes back whole after a reload', () => {
  const drawers = { lasting: drawer(), session: drawer() };
  new DraftKeeper(drawers, '9901.x').write(draft, 0);
  expect(new DraftKeeper(drawers, '9901.x').read(60_000)).toEqual(draft);
});

test('free text never lies in the lasting storage, and is gone with the session', () => {
  const drawers = { lasting: drawer(), session: drawer() };
  new DraftKeeper(drawers, '9901.x').write(draft, 0);
  expect([...drawers.lasting.all.values()].join()).not.toContain('krossad');
  const later = new DraftKeeper({ ...drawers, session: drawer() }, '9901.x').read(60_000);
  expect(later).toEqual({ ...draft, text: '' });
});

test('a draft is forgotten after half a day, by another account and when it has been sent', () => {
  const drawers = { lasting: drawer(), session: drawer() };
  const keeper = new DraftKeeper(drawers, '9901.x');
  keeper.write(draft, 0);
  expect(keeper.read(12 * 3600 * 1000)).toBeNull();
  expect(new DraftKeeper(drawers, '9901.y').read(0)).toBeNull();
  keeper.forget();
  expect(keeper.read(0)).toBeNull();
});

test('a closed or spoiled storage is as good as an empty one', () => {
  const closed = (): never => {
    throw new Error('closed');
  };
  const shut = { getItem: closed, setItem: closed, removeItem: () => undefined };
  const keeper = new DraftKeeper({ lasting: shut, session: shut }, 'x');
  keeper.write(draft, 0);
  expect(keeper.read(0)).toBeNull();
  const spoiled = drawer();
  spoiled.setItem('narbild.report.draft.x', '{');
  expect(new DraftKeeper({ lasting: spoiled, session: drawer() }, 'x').read(0)).toBeNull();
});

test('the category used last stands first next time', () => {
  const habits = ['SKAD', 'BRAND', 'SKAD'].reduce(
    (so, categoryCode) => withHabit(so, { ...draft, categoryCode }),
    noHabits,
  );
  expect(habits.categories).toEqual(['SKAD', 'BRAND']);
});
