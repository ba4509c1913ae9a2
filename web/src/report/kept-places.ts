import type { Found, NamedPlace } from './report-place.js';

/** An area of the municipality, as GeoJSON has it. */
export interface NamedArea {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly coordinates: readonly unknown[] };
}

const nearest = 300;
const most = 12;

/** Places and areas whose name or alias holds the words, those that begin with them first. For when the server cannot be asked. */
export function findKept(text: string, places: readonly NamedPlace[], areas: readonly NamedArea[]): Found[] {
  const words = text.toLocaleLowerCase('sv');
  const holds = (name: string) => name.toLocaleLowerCase('sv').includes(words);
  const found: Found[] = [
    ...places
      .filter(({ name, aliases }) => [name, ...aliases].some(holds))
      .map(({ id, name, position }): Found => ({ kind: 'place', name, placeId: id, position, distanceMetres: null })),
    ...areas.flatMap((area): Found[] => {
      const name = area.properties['name'];
      const position = middle(area.geometry.coordinates);
      if (typeof name !== 'string' || position === null || !holds(name)) return [];
      return [{ kind: 'area', name, placeId: null, position, distanceMetres: null }];
    }),
  ];
  const rank = ({ name }: Found) => (name.toLocaleLowerCase('sv').startsWith(words) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b) || a.name.length - b.name.length).slice(0, most);
}

/** The named places within 300 m, the nearest first. */
export function nearKept(position: readonly [number, number], places: readonly NamedPlace[]): Found[] {
  return places
    .map(({ id, name, position: at }): Found => {
      const distanceMetres = metresBetween(position, [at[0]!, at[1]!]);
      return { kind: 'place', name, placeId: id, position: at, distanceMetres };
    })
    .filter(({ distanceMetres }) => distanceMetres! <= nearest)
    .toSorted((a, b) => a.distanceMetres! - b.distanceMetres!);
}

/** Good to a metre over the 300 m that matter here; the exact projection is too large for the first page of a phone. */
function metresBetween(a: readonly [number, number], b: readonly [number, number]): number {
  const degree = 111_320;
  return degree * Math.hypot((b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180), b[1] - a[1]);
}

/** The mean of the corners of the longest ring: somewhere in the area, which is all that an area says. */
function middle(coordinates: readonly unknown[]): readonly [number, number] | null {
  const rings: (readonly (readonly number[])[])[] = [];
  collect(coordinates, rings);
  const ring = rings.toSorted((a, b) => b.length - a.length)[0];
  if (ring === undefined) return null;
  const mean = (axis: number) =>
    Number((ring.reduce((sum, corner) => sum + corner[axis]!, 0) / ring.length).toFixed(6));
  return [mean(0), mean(1)];
}

function collect(part: readonly unknown[], rings: (readonly (readonly number[])[])[]): void {
  const [first] = part;
  if (!Array.isArray(first)) return;
  if (typeof first[0] === 'number') rings.push(part as readonly (readonly number[])[]);
  else for (const below of part) if (Array.isArray(below)) collect(below as unknown[], rings);
}
