import { type Random } from '../../api/src/analysis/random.js';
import { type Street } from './streets.js';

export type BuildingKind =
  'villa' | 'lamell' | 'town' | 'shop' | 'school' | 'industry' | 'church' | 'station' | 'public' | 'farm';

/** What is put up on one stretch of street. */
export interface Lot {
  readonly kind: BuildingKind;
  readonly width: number;
  readonly size: { length: number; depth: number };
  readonly setback: number;
  readonly entrances: number;
  readonly homes: number;
  /** Slab houses stand with their short side to the street. */
  readonly isEndOn: boolean;
  readonly isLeftEmpty: boolean;
}

const villa = (random: Random): Lot => ({
  kind: 'villa',
  width: 28 + random.next() * 9,
  size: { length: 10 + random.next() * 6, depth: 8 + random.next() * 3 },
  setback: 9 + random.next() * 4,
  entrances: 1,
  homes: 1,
  isEndOn: random.next() < 0.25,
  isLeftEmpty: random.next() < 0.06,
});

const townHouse = (random: Random): Lot => {
  const length = 16 + random.next() * 16;
  return {
    kind: random.next() < 0.3 ? 'shop' : 'town',
    width: length + 1.5 + (random.next() < 0.2 ? 9 : 0),
    size: { length, depth: 11 + random.next() * 3 },
    setback: 6.5,
    entrances: 1,
    homes: 3 + random.integer(6),
    isEndOn: false,
    isLeftEmpty: random.next() < 0.04,
  };
};

const slab = (random: Random): Lot => ({
  kind: 'lamell',
  width: 52 + random.next() * 9,
  size: { length: 50 + random.integer(2) * 6, depth: 11 },
  setback: 9,
  entrances: 3,
  homes: 7,
  isEndOn: true,
  isLeftEmpty: random.next() < 0.05,
});

const smallBlock = (random: Random): Lot => ({
  kind: 'lamell',
  width: 33 + random.next() * 5,
  size: { length: 24 + random.next() * 6, depth: 11 },
  setback: 8,
  entrances: 2,
  homes: 5,
  isEndOn: random.next() < 0.3,
  isLeftEmpty: random.next() < 0.08,
});

const hall = (random: Random): Lot => {
  const length = 34 + random.next() * 44;
  return {
    kind: 'industry',
    width: length + 16 + random.next() * 22,
    size: { length, depth: 22 + random.next() * 22 },
    setback: 12,
    entrances: 1,
    homes: 0,
    isEndOn: false,
    isLeftEmpty: random.next() < 0.1,
  };
};

/** The usual lot of each kind of neighbourhood. */
export const lots: Record<Street['style'], (random: Random) => Lot> = {
  villa,
  village: (random) => ({ ...villa(random), isLeftEmpty: random.next() < 0.35 }),
  town: townHouse,
  slab: (random) => (random.next() < 0.86 ? slab(random) : smallBlock(random)),
  mixed: (random) => (random.next() < 0.42 ? smallBlock(random) : villa(random)),
  industry: hall,
};
