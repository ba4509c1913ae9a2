import { expect, test } from '@jest/globals';
import { cutText, DraftKeeper, emptyDraft, isBegun, noHabits, withHabit, type Drawer } from './report-draft.js';

const week = 7 * 24 * 3600 * 1000;

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

test('a draft comes back whole after the browser has been closed', () => {
  const lasting = drawer();
  new DraftKeeper(lasting, '9901.x').write(draft, 0);
  expect(new DraftKeeper(lasting, '9901.x').read(60_000)).toEqual(draft);
});

test('a draft of an older version of the page gets the fields that it lacks', () => {
  const lasting = drawer();
  lasting.setItem(
    'narbild.report.draft.x',
    JSON.stringify({ id: 'a', categoryCode: 'SKAD', text: 'Ruta', savedAt: 0 }),
  );
  expect(new DraftKeeper(lasting, 'x').read(1)).toEqual({ ...emptyDraft('a'), categoryCode: 'SKAD', text: 'Ruta' });
});

test('a draft is forgotten after a week, by another account and when it has been sent', () => {
  const lasting = drawer();
  const keeper = new DraftKeeper(lasting, '9901.x');
  keeper.write(draft, 0);
  expect(keeper.read(week)).toBeNull();
  expect(new DraftKeeper(lasting, '9901.y').read(0)).toBeNull();
  keeper.forget();
  expect(keeper.read(0)).toBeNull();
});

test('a draft that is put aside while another is mended is taken back once', () => {
  const keeper = new DraftKeeper(drawer(), 'x');
  keeper.write(draft, 0, 'aside');
  expect(keeper.takeAside(1)).toEqual(draft);
  expect(keeper.takeAside(1)).toBeNull();
});

test('a closed or spoiled storage is as good as an empty one, and says that it kept nothing', () => {
  const closed = (): never => {
    throw new Error('closed');
  };
  const keeper = new DraftKeeper({ getItem: closed, setItem: closed, removeItem: closed }, 'x');
  expect(keeper.write(draft, 0)).toBe(false);
  keeper.forget();
  expect(keeper.read(0)).toBeNull();
  const spoiled = drawer();
  spoiled.setItem('narbild.report.draft.x', '{');
  expect(new DraftKeeper(spoiled, 'x').read(0)).toBeNull();
});

test('a text is cut to what the API takes, never through the middle of a sign', () => {
  const long = cutText('😀'.repeat(1_000_000));
  expect(long.length).toBeLessThanOrEqual(2000);
  expect(long).not.toMatch(/\p{Surrogate}/u);
  expect(cutText(`a${'😀'.repeat(1000)}`)).toHaveLength(1999);
  expect(cutText('rad\nrad')).toBe('rad\nrad');
});

test('a report is begun by what somebody has said, not by the place that the page proposes', () => {
  expect(isBegun(emptyDraft('a'))).toBe(false);
  expect(isBegun({ ...emptyDraft('a'), text: ' ' })).toBe(false);
  expect(isBegun(draft)).toBe(true);
});

test('the category used last stands first next time', () => {
  const habits = ['SKAD', 'BRAND', 'SKAD'].reduce(
    (so, categoryCode) => withHabit(so, { ...draft, categoryCode }),
    noHabits,
  );
  expect(habits.categories).toEqual(['SKAD', 'BRAND']);
});
