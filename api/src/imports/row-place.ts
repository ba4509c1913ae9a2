import type { Metres } from '../geo/projection.js';
import { cellText, type Cells } from './cell.js';
import type { ColumnMapping } from './columns.js';
import {
  type CoordinateForm,
  type CoordinateProblem,
  type MendedPoint,
  readPointMending,
  type Territory,
} from './coordinates.js';
import { pointKey } from './default-coordinates.js';
import type { Geocoder } from './geocode.js';

export type Placement = 'coordinates' | 'address' | 'street' | 'area' | 'none';
export type Precision = 'point' | 'address' | 'street' | 'area';

export interface RowPlace {
  readonly point: Metres | null;
  readonly placement: Placement;
  readonly precision: Precision;
  readonly address: string | null;
  readonly areaName: string | null;
  /** Outside the municipality: kept, counted apart. */
  readonly outside: boolean;
  readonly note: PlaceNote | null;
}

export type PlaceNote =
  | 'place-missing'
  | 'default-coordinate'
  | 'address-unknown'
  | 'address-ambiguous'
  | 'placed-by-address'
  | 'coordinates-mended';

export interface PlaceContext {
  readonly territory: Territory;
  /** Null when the file has no coordinates. */
  readonly coordinates: CoordinateForm | null;
  readonly geocoder: Geocoder | null;
  /** Keys (`pointKey`) of coordinates that stand for "somewhere here". */
  readonly defaultCoordinates?: ReadonlySet<string>;
  /** The municipality's own area at a point, by its name; it wins over the name that the file gives. */
  readonly areaAt?: (x: number, y: number) => string | null;
}

/** Where it happened: by coordinates, else by address, else by street, else by area, else nowhere; or why not. */
export function readRowPlace(
  cells: Cells,
  mapping: ColumnMapping,
  context: PlaceContext,
): RowPlace | CoordinateProblem {
  const street = cellText(cells, mapping.street);
  const number = cellText(cells, mapping.streetNumber);
  const place = cellText(cells, mapping.place);
  const address = `${street} ${number}`.trim() || place || null;
  const areaName = cellText(cells, mapping.areaName) || null;
  const given = readGiven(cells, mapping, context);
  if (given !== null && typeof given !== 'string') {
    const { point, mended } = given;
    if (context.defaultCoordinates?.has(pointKey(point))) return byArea(areaName, address, 'default-coordinate');
    const onlyStreet = mapping.streetNumber !== undefined && street !== '' && number === '';
    const precision = onlyStreet ? 'street' : 'point';
    const note = mended ? 'coordinates-mended' : null;
    return placed({ point, placement: 'coordinates', precision, address, areaName, note }, context);
  }
  const locality = areaName ?? '';
  const found = address === null ? null : (context.geocoder?.find(street, number, place, locality) ?? null);
  if (found) {
    const note = given === null ? null : 'placed-by-address';
    return placed(
      { point: found.point, placement: found.precision, precision: found.precision, address, areaName, note },
      context,
    );
  }
  if (typeof given === 'string') return given;
  if (address === null) return byArea(areaName, null, areaName === null ? 'place-missing' : null);
  const several = context.geocoder?.ambiguous(street, number, locality) ?? false;
  return byArea(areaName, address, several ? 'address-ambiguous' : 'address-unknown');
}

function readGiven(
  cells: Cells,
  mapping: ColumnMapping,
  context: PlaceContext,
): MendedPoint | CoordinateProblem | null {
  if (!context.coordinates) return null;
  const north = cellText(cells, mapping.latitude ?? mapping.northing);
  const east = cellText(cells, mapping.longitude ?? mapping.easting);
  return readPointMending(north, east, context.coordinates, context.territory);
}

function placed(place: Omit<RowPlace, 'outside'> & { readonly point: Metres }, context: PlaceContext): RowPlace {
  const { x, y } = place.point;
  const { minX, minY, maxX, maxY } = context.territory.bounds;
  const inside = x >= minX && x <= maxX && y >= minY && y <= maxY && context.territory.contains(x, y);
  return { ...place, areaName: context.areaAt?.(x, y) ?? place.areaName, outside: !inside };
}

function byArea(areaName: string | null, address: string | null, note: PlaceNote | null): RowPlace {
  return {
    point: null,
    placement: areaName === null ? 'none' : 'area',
    precision: 'area',
    address,
    areaName,
    outside: false,
    note,
  };
}
