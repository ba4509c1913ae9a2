import {
  type BaselineEntry,
  type BaselineKind,
  defaultWeights,
  roundedToDecimetres,
} from '../../api/src/baselines/baseline.js';
import { incidentKinds } from './incident-kinds.js';
import { type Anchor, type Ground, grounds, people } from './people.js';

/** People that the demo's table accounts for, in residents. */
const total = 20_000;

const kindOf: Readonly<Record<Ground, BaselineKind>> = {
  villa: 'residents',
  slab: 'residents',
  centre: 'workplaces',
  industry: 'workplaces',
  school: 'school',
  station: 'station',
  shop: 'shops',
  park: 'visited',
  harbour: 'visited',
  sports: 'visited',
  street: 'visited',
};

/**
 * The demo's table of where people live, work and move: the very surface that its ordinary incidents are drawn from, so
 * that a place has more than its people give only where something was planted.
 */
export function demoBaseline(): BaselineEntry[] {
  const share = shareOfGrounds();
  const sums = new Map(
    grounds.map((ground) => [ground, sumOf(people().anchors.filter((one) => one.ground === ground))]),
  );
  return people().anchors.flatMap((anchor): BaselineEntry[] => {
    const { x, y, ground, weight, place } = anchor;
    const kind = ground === 'centre' && place !== null ? 'visited' : kindOf[ground];
    const count = (total * share.get(ground)! * weight) / sums.get(ground)! / defaultWeights[kind];
    const rounded = Math.round(count * 100) / 100;
    return rounded > 0 ? [{ x: roundedToDecimetres(x), y: roundedToDecimetres(y), kind, count: rounded }] : [];
  });
}

/** How often an ordinary event of the demo is drawn on each ground. */
function shareOfGrounds(): Map<Ground, number> {
  const all = incidentKinds.reduce((sum, kind) => sum + kind.share, 0);
  return new Map(
    grounds.map((ground) => [
      ground,
      incidentKinds.reduce((sum, { share, grounds: own }) => {
        const weights = Object.values(own).reduce((before, weight) => before + weight, 0);
        return sum + (share / all) * ((own[ground] ?? 0) / weights);
      }, 0),
    ]),
  );
}

function sumOf(anchors: readonly Anchor[]): number {
  return anchors.reduce((sum, { weight }) => sum + weight, 0);
}
