import { type Building } from './buildings.js';
import { type BuildingKind } from './lots.js';
import { type Point } from './plane.js';
import { plot } from './site.js';

const house = (kind: BuildingKind, southWest: Point, northEast: Point): Building => ({
  kind,
  outline: plot(southWest, northEast),
});

/** Buildings that have a place of their own, drawn by hand. */
export const landmarks: readonly Building[] = [
  // The square: town hall on the north side of Köpmangatan, the department store and the library beside it.
  house('public', [-72, 60], [-34, 80]),
  house('public', [-10, 62], [32, 84]),
  house('shop', [58, -60], [104, -6]),
  house('shop', [58, 4], [96, 40]),
  house('town', [-112, -62], [-98, 34]),
  house('shop', [-70, -104], [32, -86]),
  // The church with its tower and apse.
  house('church', [-366, 106], [-316, 124]),
  house('church', [-376, 109], [-364, 121]),
  house('church', [-346, 100], [-332, 130]),
  // The station, its goods shed and the bus terminal.
  house('station', [-70, 322], [20, 338]),
  house('station', [110, 330], [160, 342]),
  house('station', [-190, 318], [-150, 326]),
  // Björkskolan and Kvarnbackens skola, each in wings around a yard.
  house('school', [-845, 930], [-760, 950]),
  house('school', [-845, 880], [-828, 930]),
  house('school', [-770, 860], [-752, 928]),
  house('school', [-735, 930], [-690, 965]),
  house('public', [-720, 835], [-680, 865]),
  house('school', [-155, 700], [-70, 720]),
  house('school', [-155, 650], [-138, 700]),
  house('school', [-95, 640], [-78, 698]),
  house('school', [-30, 640], [6, 690]),
  // Sports ground: the hall, the stand and the ice rink.
  house('public', [200, 705], [262, 742]),
  house('public', [440, 700], [472, 770]),
  house('public', [410, 850], [424, 930]),
  // Health centre.
  house('public', [270, 500], [330, 526]),
  house('public', [340, 510], [358, 580]),
  house('public', [275, 545], [325, 562]),
  // The harbour: warehouses, the fish hall and the boat club.
  house('industry', [-280, -440], [-180, -418]),
  house('industry', [-150, -440], [-92, -420]),
  house('shop', [110, -436], [150, -418]),
  house('public', [300, -424], [330, -404]),
  // The shop on Björkhöjden and the store by Ringvägen.
  house('shop', [-618, 905], [-560, 945]),
  house('shop', [-520, 910], [-480, 935]),
];
