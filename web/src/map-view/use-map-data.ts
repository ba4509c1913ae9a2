import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLanguage } from '../ui/language.js';
import { todayInSweden } from '../ui/period.js';
import { colourCategories, type CategoryCount } from './category-colours.js';
import { analysisQuery, areasQuery, categoriesQuery, filterOf, hotspotsQuery, type AnalysisRun, type EventCollection, type EventFilter, type TileView } from './map-api.js'; // prettier-ignore
import { isFiltered, type MapSearch } from './map-search.js';
import { rankPlaces, type RankedPlace } from './ranked-places.js';
import { useEvents } from './use-events.js';

/** Everything that the map and its list show, for one filter. */
export interface MapData {
  run: AnalysisRun | undefined;
  events: EventCollection | undefined;
  /** Too many for points of their own: they come as tiles, and `events` has their number only. */
  tiles: TileView | null;
  filter: EventFilter;
  places: readonly RankedPlace[];
  areas: readonly { id: string; name: string }[];
  areaShapes: unknown;
  colours: readonly CategoryCount[];
  categories: readonly { code: string; name: string }[];
  categoryNames: ReadonlyMap<string, string>;
  /** Nothing to show yet. */
  waiting: boolean;
  /** What is shown is of an earlier filter. */
  updating: boolean;
  error: unknown;
  retry: () => void;
}

export function useMapData(code: string, search: MapSearch): MapData {
  const language = useLanguage();
  const [today] = useState(() => todayInSweden(new Date()));
  const filter = filterOf(search, today);
  const run = useQuery(analysisQuery(code, filter, language));
  const { events, tiles, ...asked } = useEvents(code, filter);
  const hotspots = useQuery(hotspotsQuery(code, language));
  const categoryList = useQuery(categoriesQuery(code)).data;
  const areaShapes = useQuery(areasQuery(code)).data;
  const filtered = isFiltered(search);

  const places = useMemo(
    () =>
      rankPlaces({
        hotspots: hotspots.data ?? [],
        clusters: run.data?.clusters ?? [],
        events: filtered ? (events ?? null) : null,
      }),
    [hotspots.data, run.data, events, filtered],
  );
  const categories = useMemo(
    () => (categoryList ?? []).map(({ code: one, name }) => ({ code: one, name: name[language] })),
    [categoryList, language],
  );
  const tiled = tiles !== null;
  const colours = useMemo(() => {
    const order = categories.map((category) => category.code);
    return colourCategories(tiled ? inOrder(order) : countCategories(events), categories);
  }, [tiled, events, categories]);
  const areas = useMemo(
    () => (areaShapes?.features ?? []).map(({ properties }) => ({ id: String(properties['id']), name: String(properties['name']) })), // prettier-ignore
    [areaShapes],
  );
  return {
    run: run.data,
    events,
    tiles,
    filter,
    places,
    areas,
    areaShapes,
    colours,
    categories,
    categoryNames: useMemo(() => new Map(categories.map((one) => [one.code, one.name])), [categories]),
    waiting: run.isPending || hotspots.isPending || events === undefined,
    updating: run.isPlaceholderData || asked.updating,
    error: run.error ?? asked.error ?? hotspots.error,
    retry: () => void Promise.all([run.refetch(), hotspots.refetch(), asked.refetch()]),
  };
}

/** Nobody has counted the points of tiles: the first categories of the list have the colours. */
function inOrder(order: readonly string[]): Map<string, number> {
  return new Map(order.map((code, index) => [code, order.length - index]));
}

function countCategories(events: EventCollection | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { properties } of events?.features ?? []) {
    counts.set(properties.category, (counts.get(properties.category) ?? 0) + 1);
  }
  return counts;
}
