import { isoWeekOfDay, localDate, localTime, type Period } from '../analysis/calendar.js';
import { polygonsContain, type MetresMultiPolygon } from '../geo/polygon.js';
import { toPosition } from '../geo/projection.js';
import { type About, polygonBody } from '../hotspots/figures-body.js';
import type { Stage } from '../hotspots/hotspot.js';
import { type CountedEvent, placeFacts, type PlaceFigures } from '../hotspots/place-figures.js';
import { dayAndMonth, type Language } from '../hotspots/sentence-wording.js';
import { partialPicture } from '../situation/situation-words.js';
import { stageWords } from './brief-words.js';
import type { DocumentHead } from './document-head.js';
import type { BaseMap } from './map-layers.js';
import type { PlaceBrief } from './place-brief.js';
import type { PlaceWork } from './place-work.js';
import type { BriefPromise } from './progress-page.js';

/** Where a document's map comes from, and what is said of it. */
export interface DocumentMap {
  readonly baseMap: BaseMap;
  readonly attribution: string;
  /** Points are drawn for those who may open the reports behind them. */
  readonly withPoints: boolean;
}

/** A hot spot as its document takes it; the page of the hot spot is made from the same figures. */
export interface DocumentHotspot {
  readonly row: {
    readonly name: string;
    readonly stage: Stage;
    readonly owner_function: string;
    readonly owner_organisation: string;
    readonly cluster_id: string | null;
    readonly adopted_at: Date;
    readonly polygon: { readonly coordinates: MetresMultiPolygon };
  };
  readonly number: number;
  readonly figures: PlaceFigures;
  readonly about: About;
  readonly loaded: { readonly events: readonly CountedEvent[] };
}

interface PlaceDocument {
  readonly head: DocumentHead;
  readonly map: DocumentMap;
  readonly viewed: DocumentHotspot;
  readonly sourceNames: ReadonlyMap<string, string>;
  readonly promises: readonly BriefPromise[];
  /** How it was found, in one line; null when it was drawn, or found by a run that the actor may not see. */
  readonly foundBy: string | null;
  /** The actor's organisation may not see the police's rows. */
  readonly partial: boolean;
  /** Causes in the order in which they are to be read, in words. */
  readonly causes: readonly string[];
  readonly work: PlaceWork;
}

/** The platsunderlag of a hot spot, from the figures that its page shows. */
export function placeDocument(input: PlaceDocument, language: Language): PlaceBrief {
  const { head, map, viewed, promises } = input;
  const { row, number, figures, about } = viewed;
  const here = eventsAt(viewed.loaded.events, row.polygon.coordinates, about.period);
  const owner = `${row.owner_function}, ${row.owner_organisation}`;
  return {
    head,
    place: { name: row.name, owner, stage: stageWords[language][row.stage] },
    facts: placeFacts(figures, about),
    map: {
      baseMap: map.baseMap,
      attribution: map.attribution,
      outlines: [{ number, geometry: polygonBody(row.polygon.coordinates), strong: true }],
      points: map.withPoints ? here.map((event) => [...toPosition(event)]) : [],
    },
    weeks: figures.weeks.map(({ from, count, normal }) => {
      const { year, week } = isoWeekOfDay(localTime(from).day);
      return { year, week, count, normal };
    }),
    hours: figures.hours,
    causes: input.causes,
    work: input.work,
    decisions: [takenUp(row, head, language), ...input.work.actions.filter(isOpen).map(decisionOf)],
    promises,
    sources: sourcesOf(here, input.sourceNames),
    method: method(input, language),
  };
}

/** The events that the figures of a place count: inside it, in the period, and known well enough to be drawn. */
export function eventsAt(
  events: readonly CountedEvent[],
  polygon: MetresMultiPolygon,
  { from, to }: Period,
): CountedEvent[] {
  return events.filter(
    (event) =>
      event.from >= from &&
      event.from < to &&
      !event.outside &&
      Number.isFinite(event.x) &&
      event.precision !== 'area' &&
      polygonsContain(polygon, event),
  );
}

function sourcesOf(events: readonly CountedEvent[], names: ReadonlyMap<string, string>) {
  const counts = new Map<string, number>();
  for (const { source } of events) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts]
    .map(([source, count]) => ({ name: names.get(source) ?? source, count }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'sv'));
}

function isOpen({ status }: PlaceWork['actions'][number]): boolean {
  return status === 'not-started' || status === 'doing';
}

function decisionOf({ what, ownerFunction, organisation, due }: PlaceWork['actions'][number]) {
  return { text: what, who: `${ownerFunction}, ${organisation}`, due };
}

/** The one decision that every hot spot has behind it. */
function takenUp(row: DocumentHotspot['row'], head: DocumentHead, language: Language) {
  const day = dayAndMonth(localDate(row.adopted_at.getTime()), language, head.date);
  const text =
    language === 'sv' ? `Platsen är en hot spot sedan ${day}.` : `The place has been a hot spot since ${day}.`;
  return { text, who: row.owner_function, due: null };
}

function method({ foundBy, viewed, partial }: PlaceDocument, language: Language): string {
  const sv = language === 'sv';
  const drawn = viewed.row.cluster_id === null;
  const otherwise = drawn
    ? ['avgränsad för hand.', 'drawn by hand.']
    : ['avgränsad genom en analys som inte visas för dig.', 'delimited by an analysis that is not shown to you.'];
  const compared = sv
    ? 'Jämförs med platsens egna tidigare år; inom parentes det som är vanligt.'
    : "Compared with the place's own earlier years; the usual range in brackets.";
  const part = partial ? ` ${partialPicture(language)}` : '';
  return `${foundBy ?? otherwise[sv ? 0 : 1]!} ${compared}${part}`;
}
