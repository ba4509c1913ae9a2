import { cellText, type Cells, plainWords } from '../imports/cell.js';
import type { ColumnMapping } from '../imports/columns.js';
import { type CoordinateForm, readPoint, recogniseCoordinates, type Territory } from '../imports/coordinates.js';
import type { Geocoder } from '../imports/geocode.js';
import { containment, type MetresMultiPolygon } from '../geo/polygon.js';
import type { Metres } from '../geo/projection.js';
import { type NumberedRow, sampleRows } from './baseline-columns.js';

/** What the municipality knows and a table of people is read by. Metres in SWEREF 99 TM. */
export interface BaselineGround {
  readonly territory: Territory;
  readonly geocoder: Geocoder;
  readonly addresses: readonly (Metres & { readonly dwelling: boolean })[];
  readonly areas: readonly { readonly name: string; readonly polygons: MetresMultiPolygon }[];
}

/** Why a row cannot be used. Each has its sentence in `baseline.problems.ts`. */
export type BaselineRowFault =
  | 'baseline-count-not-a-number'
  | 'baseline-count-negative'
  | 'baseline-count-too-large'
  | 'baseline-kind-unknown'
  | 'baseline-no-place'
  | 'baseline-address-unknown'
  | 'baseline-area-unknown'
  | 'baseline-area-without-addresses'
  | 'baseline-coordinates-unreadable'
  | 'baseline-coordinates-swapped';

interface PairColumns {
  readonly north: number | undefined;
  readonly east: number | undefined;
}

function pairOf(place: ColumnMapping): PairColumns | null {
  const north = place.northing ?? place.latitude;
  const east = place.easting ?? place.longitude;
  return north === undefined || east === undefined ? null : { north, east };
}

/** How the coordinates of a file are to be read; null when it has none that are known. */
export function coordinateForm(
  place: ColumnMapping,
  rows: readonly NumberedRow[],
  territory: Territory,
): CoordinateForm | null {
  const pair = pairOf(place);
  if (!pair) return null;
  const sample = rows
    .slice(0, sampleRows)
    .map(({ cells }) => ({ north: cellText(cells, pair.north), east: cellText(cells, pair.east) }));
  return recogniseCoordinates(sample, territory);
}

/** Where a row's people are: one point, or the addresses of an area by what they are for. */
export type Found = Metres | { readonly dwellings: readonly Metres[]; readonly others: readonly Metres[] };

/** Makes the function from a row to its place; null from it means outside the municipality. */
export function placeFinder(
  place: ColumnMapping,
  form: CoordinateForm | null,
  ground: BaselineGround,
): (cells: Cells) => Found | BaselineRowFault | null {
  const pair = pairOf(place);
  const areas = areaFinder(ground);
  const inside = (point: Metres): Metres | null => (ground.territory.contains(point.x, point.y) ? point : null);
  return (cells) => {
    const [north, east] = [cellText(cells, pair?.north), cellText(cells, pair?.east)];
    if (north !== '' || east !== '') {
      const point = form ? readPoint(north, east, form) : 'coordinates-not-a-number';
      if (point === 'coordinates-swapped') return 'baseline-coordinates-swapped';
      if (typeof point === 'string') return 'baseline-coordinates-unreadable';
      if (point) return inside(point);
    }
    const [street, name] = [cellText(cells, place.street), cellText(cells, place.place)];
    const area = cellText(cells, place.areaName);
    if (street !== '' || name !== '') {
      const found = ground.geocoder.find(street, cellText(cells, place.streetNumber), name);
      // The middle of a street is where few of its people are.
      if (found?.precision === 'address') return inside(found.point);
      if (area === '') return 'baseline-address-unknown';
    }
    return area === '' ? 'baseline-no-place' : areas(area);
  };
}

function areaFinder({ areas, addresses }: BaselineGround): (name: string) => Found | BaselineRowFault {
  const polygons = new Map(areas.map((area) => [plainWords(area.name), area.polygons]));
  const known = new Map<string, Found | BaselineRowFault>();
  return (name) => {
    const key = plainWords(name);
    const before = known.get(key);
    if (before !== undefined) return before;
    const polygon = polygons.get(key);
    const own = polygon ? addresses.filter(containment(polygon)) : [];
    const found: Found | BaselineRowFault =
      own.length > 0
        ? { dwellings: own.filter((one) => one.dwelling), others: own.filter((one) => !one.dwelling) }
        : polygon
          ? 'baseline-area-without-addresses'
          : 'baseline-area-unknown';
    known.set(key, found);
    return found;
  };
}
