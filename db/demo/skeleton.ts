import { drawn, plot, shape } from './site.js';
import { type Line, type Point, type Ring } from './plane.js';

export type RoadClass = 'main' | 'street' | 'residential' | 'path';

export interface Road {
  readonly name: string;
  readonly class: RoadClass;
  readonly line: Line;
}

const road = (name: string, roadClass: RoadClass, design: Line): Road => ({
  name,
  class: roadClass,
  line: drawn(design),
});

/** The roads that everything else hangs on, drawn by hand. */
export const mainRoads: readonly Road[] = [
  road('Storgatan', 'main', [
    [-1650, -30],
    [-1100, 0],
    [-700, -40],
    [-420, -72],
    [0, -75],
    [330, -62],
    [610, -60],
    [1000, -20],
    [1600, -100],
  ]),
  road('Västra landsvägen', 'main', [
    [-9200, 900],
    [-7600, 420],
    [-6000, 560],
    [-4600, 250],
    [-3200, 330],
    [-2300, 40],
    [-1650, -30],
  ]),
  road('Sandviksvägen', 'main', [
    [1600, -100],
    [2300, -260],
    [3100, -60],
    [4200, -420],
    [5250, -640],
    [6100, -520],
    [7200, -900],
    [8600, -700],
  ]),
  road('Ringvägen', 'main', [
    [-1650, -30],
    [-1730, 420],
    [-1520, 980],
    [-920, 1300],
    [-240, 1230],
    [450, 1095],
    [690, 1060],
    [1290, 900],
    [1620, 480],
    [1600, -100],
  ]),
  road('Granbyvägen', 'main', [
    [-240, 1230],
    [-330, 1900],
    [-120, 2700],
    [-520, 3500],
    [-380, 4400],
    [-760, 5200],
    [-620, 6100],
    [-1050, 7000],
    [-700, 8200],
    [-980, 9900],
  ]),
  road('Stationsgatan', 'main', [
    [-250, -72],
    [-246, 90],
    [-250, 300],
    [-238, 480],
    [-226, 800],
    [-240, 1230],
  ]),
  road('Bruksvägen', 'street', [
    [1290, 900],
    [1900, 1400],
    [2600, 1700],
    [3500, 2600],
    [4600, 2900],
    [5600, 3900],
    [6900, 4300],
  ]),
  road('Kvarnbyvägen', 'street', [
    [-520, 3500],
    [-1500, 3700],
    [-2500, 3350],
    [-3700, 3900],
    [-4800, 3600],
    [-6400, 4500],
  ]),
];

/** The streets of the centre, around the square. */
export const centreStreets: readonly Road[] = [
  road('Järnvägsgatan', 'street', [
    [-440, 330],
    [-250, 300],
    [-25, 296],
    [330, 300],
    [520, 330],
  ]),
  road('Kyrkogatan', 'street', [
    [-420, 180],
    [-246, 176],
    [-85, 178],
    [195, 176],
    [385, 170],
  ]),
  road('Köpmangatan', 'street', [
    [-246, 52],
    [-85, 50],
    [45, 50],
    [195, 52],
    [385, 50],
    [515, 40],
  ]),
  road('Skolgatan', 'residential', [
    [-420, -180],
    [-250, -188],
    [-85, -192],
    [195, -186],
    [385, -176],
    [500, -170],
  ]),
  road('Hamngatan', 'street', [
    [-440, -300],
    [-250, -312],
    [45, -318],
    [330, -316],
    [520, -300],
  ]),
  road('Västra Esplanaden', 'street', [
    [-440, 330],
    [-420, 180],
    [-424, -72],
    [-420, -180],
    [-440, -300],
  ]),
  road('Drottninggatan', 'residential', [
    [-85, 178],
    [-85, 50],
    [-86, -75],
    [-85, -192],
    [-90, -315],
  ]),
  road('Torggatan', 'residential', [
    [45, 177],
    [45, 50],
    [46, -74],
    [46, -190],
    [45, -318],
  ]),
  road('Gågatan', 'path', [
    [-22, 50],
    [-24, 178],
    [-25, 296],
  ]),
  road('Smedjegatan', 'residential', [
    [195, 298],
    [195, 176],
    [196, 52],
    [195, -66],
    [195, -186],
    [192, -317],
  ]),
  road('Ågatan', 'residential', [
    [385, 305],
    [385, 170],
    [386, 50],
    [385, -62],
    [386, -176],
    [382, -312],
  ]),
  road('Strandgatan', 'residential', [
    [520, 330],
    [505, 170],
    [515, 40],
    [520, -60],
    [500, -170],
    [520, -300],
  ]),
  road('Kajvägen', 'residential', [
    [-330, -306],
    [-310, -385],
    [-60, -392],
    [250, -392],
    [430, -380],
    [450, -305],
  ]),
  road('Åpromenaden', 'path', [
    [565, 390],
    [548, 180],
    [562, 20],
    [566, -58],
    [540, -180],
    [548, -330],
  ]),
  road('Kyrkstigen', 'path', [
    [-424, 110],
    [-340, 118],
    [-248, 112],
  ]),
  road('Parkstigen', 'path', [
    [386, 110],
    [450, 128],
    [512, 108],
  ]),
];

/** The railway through the town, and the sidings of the station yard. */
export const railway: readonly Line[] = [
  drawn([
    [-9200, 2900],
    [-7000, 2100],
    [-4200, 1250],
    [-1700, 700],
    [-420, 398],
    [-25, 362],
    [330, 384],
    [1200, 560],
    [2000, 920],
    [3100, 1480],
    [5000, 2050],
    [7200, 3500],
    [9200, 4700],
  ]),
  drawn([
    [-560, 438],
    [-400, 406],
    [-25, 374],
    [310, 394],
    [420, 408],
  ]),
  drawn([
    [-460, 426],
    [-330, 406],
    [-25, 387],
    [260, 401],
    [330, 398],
  ]),
];

export const river: Line = drawn([
  [900, 9900],
  [1250, 8600],
  [480, 7300],
  [900, 6100],
  [1250, 4900],
  [640, 3700],
  [940, 2600],
  [640, 1700],
  [720, 1080],
  [655, 700],
  [590, 400],
  [640, 150],
  [655, -60],
  [600, -300],
  [590, -420],
  [610, -640],
]);

export const streams: readonly Line[] = [
  drawn([
    [-5200, 6400],
    [-4300, 5400],
    [-3300, 5000],
    [-2100, 4400],
    [-900, 4300],
    [300, 4000],
    [690, 3760],
  ]),
  drawn([
    [4900, 5600],
    [3900, 4500],
    [2700, 4200],
    [1600, 3300],
    [890, 2750],
  ]),
  drawn([
    [-4400, 2400],
    [-3900, 1500],
    [-3500, 500],
    [-3000, -300],
    [-2900, -900],
  ]),
];

/** Lines for power across the land would be too much; paths that walkers use are not. */
export const walkingPaths: readonly Line[] = [
  drawn([
    [-440, -300],
    [-700, -390],
    [-1100, -330],
    [-1500, -420],
    [-1900, -330],
    [-2300, 40],
  ]),
  drawn([
    [600, 1075],
    [560, 1500],
    [610, 2000],
    [380, 2500],
    [-150, 2720],
  ]),
  drawn([
    [-1520, 980],
    [-1900, 1500],
    [-1700, 2200],
    [-1000, 2300],
    [-290, 2050],
  ]),
  drawn([
    [690, -330],
    [900, -560],
    [1300, -640],
    [1800, -600],
    [2100, -640],
  ]),
  drawn([
    [-700, 1330],
    [-760, 1800],
    [-560, 2300],
    [-230, 2400],
  ]),
];

/** Open grounds that no street or house may enter. */
export const grounds = {
  square: plot([-73, -62], [33, 38]),
  churchyard: plot([-410, 66], [-262, 166]),
  park: shape([
    [400, 62],
    [500, 56],
    [496, 160],
    [508, 285],
    [400, 290],
    [398, 185],
  ]),
  stationYard: shape([
    [-470, 338],
    [-270, 318],
    [-25, 312],
    [300, 318],
    [420, 342],
    [420, 425],
    [310, 412],
    [-25, 404],
    [-330, 424],
    [-520, 450],
  ]),
  schoolBjork: plot([-860, 820], [-660, 985]),
  schoolKvarn: plot([-170, 610], [20, 740]),
  sports: plot([180, 690], [480, 960]),
  allotments: plot([-1380, 640], [-1180, 760]),
  grove: shape([
    [-560, 640],
    [-430, 600],
    [-380, 760],
    [-470, 860],
    [-590, 800],
  ]),
  beachPark: shape([
    [1750, -560],
    [2060, -540],
    [2080, -660],
    [1740, -690],
  ]),
  quay: shape([
    [-330, -345],
    [-320, -455],
    [-60, -470],
    [300, -468],
    [510, -440],
    [520, -340],
    [200, -348],
  ]),
  cemetery: shape([
    [-1030, 1400],
    [-870, 1400],
    [-860, 1560],
    [-1010, 1580],
  ]),
  hospital: plot([250, 480], [400, 600]),
} satisfies Record<string, Ring>;

/** Piers in the harbour and the bathing place, drawn on top of the water. */
export const piers: readonly Ring[] = [
  plot([-250, -600], [-236, -440]),
  plot([-120, -590], [-108, -440]),
  plot([10, -590], [20, -440]),
  plot([250, -650], [278, -440]),
  plot([1880, -830], [1888, -650]),
];

export interface District {
  readonly name: string;
  readonly style: 'villa' | 'mixed' | 'slab' | 'industry' | 'village';
  readonly outline: Ring;
  /** Direction of the long streets in the design, degrees. */
  readonly angle: number;
  readonly spacing: number;
  readonly crossSpacing: number;
  readonly bend: number;
}

const district = (
  name: string,
  style: District['style'],
  pattern: [number, number, number, number],
  design: readonly Point[],
): District => {
  const [angle, spacing, crossSpacing, bend] = pattern;
  return { name, style, outline: design, angle, spacing, crossSpacing, bend };
};

/** Neighbourhoods by their design outline and street pattern: angle, distance between streets and crossings, bend. */
export const districts: readonly District[] = [
  district(
    'Väster',
    'villa',
    [-6, 84, 200, 60],
    [
      [-1730, 640],
      [-1560, 640],
      [-440, 345],
      [-420, -70],
      [-700, -45],
      [-1100, -5],
      [-1650, -30],
      [-1735, 420],
    ],
  ),
  district(
    'Strandängen',
    'villa',
    [-5, 84, 240, 60],
    [
      [-1850, -70],
      [-1100, -2],
      [-440, -75],
      [-440, -290],
      [-900, -360],
      [-1400, -330],
      [-1950, -300],
    ],
  ),
  district(
    'Björkhöjden',
    'slab',
    [12, 140, 250, 40],
    [
      [-1560, 745],
      [-1500, 1000],
      [-920, 1295],
      [-300, 1230],
      [-240, 480],
      [-420, 450],
      [-900, 560],
    ],
  ),
  district(
    'Kvarnbacken',
    'mixed',
    [-5, 88, 150, 40],
    [
      [-225, 1225],
      [450, 1090],
      [640, 1060],
      [590, 420],
      [330, 430],
      [-230, 440],
    ],
  ),
  district(
    'Norrängen',
    'villa',
    [16, 86, 230, 90],
    [
      [-1500, 1080],
      [-920, 1310],
      [-240, 1235],
      [450, 1100],
      [560, 1480],
      [420, 1900],
      [-260, 2120],
      [-900, 2080],
      [-1350, 1750],
    ],
  ),
  district(
    'Östanå',
    'villa',
    [4, 84, 190, 60],
    [
      [690, 420],
      [700, -330],
      [1000, -330],
      [1600, -110],
      [1620, 470],
      [1450, 590],
      [1200, 520],
    ],
  ),
  district(
    'Ekbacken',
    'industry',
    [26, 190, 330, 20],
    [
      [730, 1045],
      [1290, 900],
      [1610, 560],
      [1380, 660],
      [740, 500],
    ],
  ),
  district(
    'Ekbackens industriområde',
    'industry',
    [24, 185, 300, 30],
    [
      [790, 1090],
      [1300, 915],
      [1630, 480],
      [1750, 860],
      [2350, 1130],
      [2450, 1620],
      [1700, 1900],
      [950, 1650],
    ],
  ),
  district(
    'Söderstrand',
    'villa',
    [-10, 84, 220, 80],
    [
      [690, -330],
      [1000, -330],
      [1600, -110],
      [2250, -250],
      [2420, -480],
      [1720, -560],
      [700, -560],
    ],
  ),
  district(
    'Granby',
    'village',
    [70, 125, 220, 90],
    [
      [-1150, 4900],
      [-500, 4750],
      [-330, 5300],
      [-420, 5800],
      [-1000, 5750],
      [-1220, 5350],
    ],
  ),
  district(
    'Sandvik',
    'village',
    [-8, 120, 220, 90],
    [
      [4700, -420],
      [5200, -300],
      [5850, -300],
      [6000, -600],
      [5700, -1000],
      [5000, -1050],
      [4640, -800],
    ],
  ),
];
