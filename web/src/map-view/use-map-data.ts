import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLanguage } from '../ui/language.js';
import { colourCategories, type CategoryCount } from './category-colours.js';
import { analysisQuery, areasQuery, categoriesQuery, eventsQuery, filterOf, hotspotsQuery, type AnalysisRun, type EventCollection } from './map-api.js'; // prettier-ignore
import { isFiltered, type MapSearch } from './map-search.js';
import { todayInSweden } from '../ui/period.js';
import { rankPlaces, type RankedPlace } from './ranked-places.js';

/** Everything that the map and its list show, for one filter. */
export interface MapData {
  run: AnalysisRun | undefined;
  events: EventCollection | undefined;
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
  const events = useQuery(eventsQuery(code, filter));
  const hotspots = useQuery(hotspotsQuery(code, language));
  const categoryList = useQuery(categoriesQuery(code)).data;
  const areaShapes = useQuery(areasQuery(code)).data;
  const filtered = isFiltered(search);

  const places = useMemo(
    () =>
      rankPlaces({
        hotspots: hotspots.data ?? [],
        clusters: run.data?.clusters ?? [],
        events: filtered ? (events.data ?? null) : null,
      }),
    [hotspots.data, run.data, events.data, filtered],
  );
  const categories = useMemo(
    () => (categoryList ?? []).map(({ code: one, name }) => ({ code: one, name: name[language] })),
    [categoryList, language],
  );
  const colours = useMemo(() => {
    const order = categories.map((category) => category.code);
    return colourCategories(countCategories(events.data), order);
  }, [events.data, categories]);
  const areas = useMemo(
    () => (areaShapes?.features ?? []).map(({ properties }) => ({ id: String(properties['id']), name: String(properties['name']) })), // prettier-ignore
    [areaShapes],
  );
  const all = [run, events, hotspots];
  return {
    run: run.data,
    events: events.data,
    places,
    areas,
    areaShapes,
    colours,
    categories,
    categoryNames: useMemo(() => new Map(categories.map((one) => [one.code, one.name])), [categories]),
    waiting: all.some((query) => query.isPending),
    updating: run.isPlaceholderData || events.isPlaceholderData,
    error: all.find((query) => query.error)?.error ?? null,
    retry: () => void Promise.all(all.map((query) => query.refetch())),
  };
}

function countCategories(events: EventCollection | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { properties } of events?.features ?? []) {
    counts.set(properties.category, (counts.get(properties.category) ?? 0) + 1);
  }
  return counts;
}
