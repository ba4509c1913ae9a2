import { localDate, type Period } from '../analysis/calendar.js';
import type { ClusterBody, FiguresBody } from './hotspot.schema.js';
import { type CategoryNames, placeFacts, type PlaceFigures } from './place-figures.js';
import { type MetresMultiPolygon, toGeoJson } from '../geo/polygon.js';
import { placeSentence } from './sentence.js';
import type { Language } from './sentence-wording.js';

export interface About {
  readonly name: string | null;
  readonly period: Period;
  readonly running: boolean;
  readonly names: CategoryNames;
}

/** A place's figures with their sentence, as they go on the wire. */
export function figuresBody(figures: Omit<PlaceFigures, 'weeks'>, about: About, language: Language): FiguresBody {
  const facts = placeFacts(figures, about);
  const { claims, text } = placeSentence(facts, language);
  const { neededMore, ...usual } = facts.usual;
  return {
    periodFrom: localDate(about.period.from),
    periodTo: localDate(about.period.to - 1),
    count: figures.count,
    crimes: figures.crimes,
    total: figures.total,
    dates: figures.dates,
    sources: figures.sources.length,
    areaSquareMetres: figures.areaSquareMetres,
    categories: facts.categories.map(({ code, label, count }) => ({ code, count, name: { ...label } })),
    usual: neededMore === undefined ? usual : { ...usual, neededMore },
    hours: figures.hours.map((day) => [...day]),
    latest28Days: figures.latest28Days,
    mean28DaysBefore: figures.mean28DaysBefore,
    sentence: text,
    claims,
  };
}

/** A polygon in metres as GeoJSON on the wire. */
export function polygonBody(polygon: MetresMultiPolygon): ClusterBody['polygon'] {
  const { type, coordinates } = toGeoJson(polygon);
  return { type, coordinates: coordinates.map((rings) => rings.map((ring) => ring.map((position) => [...position]))) };
}
