import { type FeatureCollection } from 'geojson';
import { type Area, cutAreas } from './areas.js';
import { drawBaseMap, type LayerName } from './base-map.js';
import { type Address, build, type Building } from './buildings.js';
import { builtUp, municipality } from './boundary.js';
import { landmarks } from './landmarks.js';
import { type Point, type Ring } from './plane.js';
import { type Organisation, organisationRegister, type Place, placeRegister } from './places.js';
import { origin } from './site.js';
import { layStreets, type Street } from './streets.js';

/**
 * The synthetic municipality: everything that the seeder and the tests need to know about it, in metres in
 * SWEREF 99 TM (points are `[easting, northing]`, rings do not repeat their first point). Nothing in it is real.
 */
export interface Town {
  readonly municipality: {
    readonly code: '9901';
    readonly name: 'Älvhamn';
    readonly fullName: 'Älvhamns kommun';
    readonly population: number;
    readonly boundary: Ring;
  };
  /** Where a map opens. */
  readonly centre: Point;
  readonly areas: readonly Area[];
  /** Tätorter: the mask of an analysis. */
  readonly builtUpAreas: readonly { readonly name: string; readonly outline: Ring }[];
  readonly streets: readonly Street[];
  readonly buildings: readonly Building[];
  readonly addresses: readonly Address[];
  readonly places: readonly Place[];
  readonly organisations: readonly Organisation[];
}

let built: Town | undefined;

/** The town; drawn once and then kept, because it never differs. */
export function town(): Town {
  built ??= draw();
  return built;
}

function draw(): Town {
  const streets = layStreets();
  const areas = cutAreas();
  return {
    municipality: {
      code: '9901',
      name: 'Älvhamn',
      fullName: 'Älvhamns kommun',
      population: areas.reduce((sum, { population }) => sum + population, 0),
      boundary: municipality,
    },
    centre: origin,
    areas,
    builtUpAreas: builtUp,
    streets,
    ...build(streets, landmarks),
    places: placeRegister,
    organisations: organisationRegister,
  };
}

/** The address register: one row per entrance. */
export const addresses = (): readonly Address[] => town().addresses;

export const places = (): readonly Place[] => town().places;

export const organisations = (): readonly Organisation[] => town().organisations;

/** The base map, one GeoJSON collection per layer (WGS 84, six decimals). */
export const baseMapLayers = (): Record<LayerName, FeatureCollection> => drawBaseMap(town());
