import { difference, intersection } from 'polyclip-ts';
import { areaOf, isInPolygon, type Point, type Polygon, type Ring } from './plane.js';
import { municipality } from './boundary.js';
import { shape } from './site.js';

export interface Area {
  readonly code: string;
  readonly name: string;
  readonly population: number;
  /** In SWEREF 99 TM; together the areas cover the municipality once, without gaps. */
  readonly polygons: readonly Polygon[];
}

interface Sketch {
  readonly code: string;
  readonly name: string;
  readonly population: number;
  readonly design: readonly Point[];
}

/** In order: an area takes what the ones before it left, so later ones reach a little into them. The last takes the rest. */
const sketches: readonly Sketch[] = [
  { code: 'centrum', name: 'Centrum och hamnen', population: 1_950, design: [[-440, 460], [590, 430], [640, -60], [560, -760], [-440, -760]] },
  { code: 'bjorkhojden', name: 'Björkhöjden', population: 3_120, design: [[-1760, 790], [-1000, 1380], [-240, 1232], [-242, 420], [-400, 420], [-440, 400], [-1000, 560], [-1700, 690]] },
  { code: 'kvarnbacken', name: 'Kvarnbacken', population: 1_840, design: [[-300, 1244], [-240, 1232], [450, 1096], [690, 1062], [590, 400], [-300, 400]] },
  { code: 'vaster', name: 'Väster och Strandängen', population: 1_760, design: [[-2150, 840], [-1700, 730], [-1000, 600], [-380, 440], [-380, -950], [-2150, -950]] },
  { code: 'norrangen', name: 'Norrängen', population: 1_690, design: [[-1760, 740], [-2050, 1300], [-1650, 2350], [700, 2350], [690, 1000], [450, 1040], [-240, 1180], [-1000, 1320]] },
  { code: 'ekbacken', name: 'Ekbacken', population: 130, design: [[600, 1062], [620, 1700], [1000, 2200], [2800, 2200], [2800, 760], [1640, 520], [560, 400]] },
  { code: 'ostana', name: 'Östanå', population: 1_080, design: [[540, 400], [560, 500], [1640, 570], [1810, -140], [1300, -60], [600, -60]] },
  { code: 'soderstrand', name: 'Söderstrand', population: 820, design: [[560, -20], [1300, -10], [1810, -90], [2750, -100], [2750, -1250], [520, -1150], [520, -740]] },
  { code: 'granby', name: 'Granbybygden', population: 860, design: [[-3200, 12_500], [-2900, 5200], [-2150, 2150], [2800, 2050], [4200, 4400], [12_500, 6000], [12_500, 12_500]] },
  { code: 'sandvik', name: 'Sandviksbygden', population: 690, design: [[560, 12_500], [12_500, 12_500], [12_500, -12_500], [-400, -12_500], [-440, -760]] },
  { code: 'vasterbygden', name: 'Västerbygden', population: 310, design: [[-12_500, -12_500], [12_500, -12_500], [12_500, 12_500], [-12_500, 12_500]] },
]; // prettier-ignore

/** The areas (områden) of the municipality, cut from one another so that they tile it. */
export function cutAreas(): Area[] {
  let left = clip([municipality]);
  return sketches.map(({ code, name, population, design }) => {
    const wanted = clip([shape(design, 60)]);
    const taken = intersection(left, wanted);
    left = difference(left, wanted);
    return {
      code,
      name,
      population,
      polygons: taken.map((polygon) => polygon.map(open)).filter(([outer]) => Math.abs(areaOf(outer!)) > 5),
    };
  });
}

type Clip = [number, number][][][];

const clip = (polygon: Polygon): Clip => [polygon.map((ring) => [...ring, ring[0]!].map(([x, y]) => [x, y]))];
const open = (ring: [number, number][]): Ring => ring.slice(0, -1);

/** The area that a point lies in; undefined outside the municipality. */
export function areaAt(point: Point, areas: readonly Area[]): Area | undefined {
  return areas.find(({ polygons }) => polygons.some((polygon) => isInPolygon(point, polygon)));
}
