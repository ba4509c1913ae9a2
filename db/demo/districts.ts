import { type Point, type Ring } from './plane.js';

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
// prettier-ignore
export const districts: readonly District[] = [
  district('Väster', 'villa', [-6, 84, 200, 60], [[-1730, 640], [-1560, 640], [-440, 345], [-420, -70], [-700, -45], [-1100, -5], [-1650, -30], [-1735, 420]]),
  district('Strandängen', 'villa', [-5, 84, 240, 60], [[-1850, -70], [-1100, -2], [-440, -75], [-440, -290], [-900, -360], [-1400, -330], [-1950, -300]]),
  district('Björkhöjden', 'slab', [12, 140, 250, 40], [[-1560, 745], [-1500, 1000], [-920, 1295], [-300, 1230], [-240, 480], [-420, 450], [-900, 560]]),
  district('Kvarnbacken', 'mixed', [-5, 88, 150, 40], [[-225, 1225], [450, 1090], [640, 1060], [590, 420], [330, 430], [-230, 440]]),
  district('Norrängen', 'villa', [16, 86, 230, 90], [[-1500, 1080], [-920, 1310], [-240, 1235], [450, 1100], [560, 1480], [420, 1900], [-260, 2120], [-900, 2080], [-1350, 1750]]),
  district('Östanå', 'villa', [4, 84, 190, 60], [[690, 420], [700, -330], [1000, -330], [1600, -110], [1620, 470], [1450, 590], [1200, 520]]),
  district('Ekbacken', 'industry', [26, 190, 330, 20], [[730, 1045], [1290, 900], [1610, 560], [1380, 660], [740, 500]]),
  district('Ekbackens industriområde', 'industry', [24, 185, 300, 30], [[790, 1090], [1300, 915], [1630, 480], [1750, 860], [2350, 1130], [2450, 1620], [1700, 1900], [950, 1650]]),
  district('Söderstrand', 'villa', [-10, 84, 220, 80], [[690, -330], [1000, -330], [1600, -110], [2250, -250], [2420, -480], [1720, -560], [700, -560]]),
  district('Granby', 'village', [70, 125, 220, 90], [[-1150, 4900], [-500, 4750], [-330, 5300], [-420, 5800], [-1000, 5750], [-1220, 5350]]),
  district('Sandvik', 'village', [-8, 120, 220, 90], [[4700, -420], [5200, -300], [5850, -300], [6000, -600], [5700, -1000], [5000, -1050], [4640, -800]]),
];
