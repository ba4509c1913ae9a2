import { type Random } from '../../api/src/analysis/random.js';
import { type Anchor, people } from './people.js';

/** Where a row says that it happened, and how exactly it knows. */
export interface Placing {
  readonly x: number;
  readonly y: number;
  readonly precision: 'point' | 'address' | 'street' | 'area';
  /** Code of the area. */
  readonly area: string;
  readonly place: string | null;
  readonly street: string | null;
  readonly number: string | null;
}

interface Question {
  readonly anchor: Anchor;
  readonly source: 'police' | 'staff';
  readonly random: Random;
  readonly isPlanted: boolean;
  readonly isExact: boolean;
}

const precisions = ['point', 'address', 'street', 'area'] as const;
const habits = { police: [15, 60, 20, 5], staff: [74, 15, 8, 3], planted: [70, 30, 0, 0] };

/** Police write addresses, staff tap the map; a row of a street or an area stands at its middle. */
export function placed({ anchor, source, random, isPlanted, isExact }: Question): Placing {
  const { x, y, area, place, street, number } = anchor;
  if (isExact) return { x, y, precision: 'address', area, place: null, street, number };
  const precision = random.pick(precisions, isPlanted ? habits.planted : habits[source]);
  if (precision === 'area') return { ...middleOfArea(area), precision, area, place: null, street: null, number: null };
  if (precision === 'street' && street)
    return { ...middleOfStreet(street), precision, area, place: null, street, number: null };
  if (precision === 'address' && street && number) return { x, y, precision, area, place: null, street, number };
  return { x: x + nudge(random), y: y + nudge(random), precision: 'point', area, place, street, number: null };
}

const nudge = (random: Random): number => Math.max(-8, Math.min(8, random.normal() * 4));

interface Middle {
  readonly x: number;
  readonly y: number;
}

const streets = new Map<string, Middle>();
const areas = new Map<string, Middle>();

/** The anchor half-way along a street's own ones. */
function middleOfStreet(street: string): Middle {
  return remembered(streets, street, () => {
    const along = people().anchors.filter((anchor) => anchor.street === street && anchor.ground === 'street');
    const known = along.length > 0 ? along : people().anchors.filter((anchor) => anchor.street === street);
    return known[known.length >> 1]!;
  });
}

/** The anchor nearest the middle of the area's people. */
function middleOfArea(area: string): Middle {
  return remembered(areas, area, () => {
    const inside = people().anchors.filter((anchor) => anchor.area === area);
    const [sumX, sumY] = inside.reduce(([x, y], anchor) => [x + anchor.x, y + anchor.y], [0, 0]);
    const away = (anchor: Anchor): number =>
      Math.hypot(anchor.x - sumX / inside.length, anchor.y - sumY / inside.length);
    return inside.reduce((best, anchor) => (away(anchor) < away(best) ? anchor : best));
  });
}

function remembered(known: Map<string, Middle>, key: string, find: () => Middle): Middle {
  const found = known.get(key);
  if (found) return found;
  const { x, y } = find();
  known.set(key, { x, y });
  return { x, y };
}
