import { type Ring } from './plane.js';
import { plot, shape } from './site.js';

/** Open grounds that no street or house may enter. */
// prettier-ignore
export const grounds = {
  square: plot([-73, -62], [33, 38]),
  churchyard: plot([-410, 66], [-262, 166]),
  park: shape([[400, 62], [500, 56], [496, 160], [508, 285], [400, 290], [398, 185]]),
  stationYard: shape([[-470, 338], [-270, 318], [-25, 312], [300, 318], [420, 342], [420, 425], [310, 412], [-25, 404], [-330, 424], [-520, 450]]),
  schoolBjork: plot([-860, 820], [-660, 985]),
  schoolKvarn: plot([-170, 610], [20, 740]),
  sports: plot([180, 690], [480, 960]),
  allotments: plot([-1380, 640], [-1180, 760]),
  grove: shape([[-560, 640], [-430, 600], [-380, 760], [-470, 860], [-590, 800]]),
  beachPark: shape([[1750, -560], [2060, -540], [2080, -660], [1740, -690]]),
  quay: shape([[-330, -345], [-320, -455], [-60, -470], [300, -468], [510, -440], [520, -340], [200, -348]]),
  shopsBjork: plot([-640, 885], [-462, 962]),
  cemetery: shape([[-1030, 1400], [-870, 1400], [-860, 1560], [-1010, 1580]]),
  hospital: plot([250, 480], [400, 600]),
} satisfies Record<string, Ring>;

/** Piers in the harbour and the bathing place, drawn on top of the water. */
// prettier-ignore
export const piers: readonly Ring[] = [
  plot([-250, -600], [-236, -440]),
  plot([-120, -590], [-108, -440]),
  plot([10, -590], [20, -440]),
  plot([250, -650], [278, -440]),
  plot([1880, -830], [1888, -650]),
];
