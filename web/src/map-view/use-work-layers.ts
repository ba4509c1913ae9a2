import { useQuery } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { useMemo, useState } from 'react';
import type { LayerGroup } from '../map/layer-group.js';
import { isoWeek } from '../ui/format.js';
import { useTexts } from '../ui/language.js';
import { todayInSweden } from '../ui/period.js';
import { useTheme } from '../ui/theme.js';
import { openActionsQuery, placesQuery, statusesQuery } from './map-api.js';
import { mapDays } from './map-period.js';
import { layersOf, type MapSearch } from './map-search.js';
import { toolTexts } from './tool-texts.js';
import { actionData, areaLayers, markLayers, placeData, statusData, type Action, type AreaStatus, type Place } from './work-layers.js'; // prettier-ignore

/** What the group's own work puts on the map; each is asked for only while its layer is on. */
export interface WorkData {
  /** The ISO week that the areas' colours are for, `2026-W47`. */
  week: string;
  statuses: readonly AreaStatus[];
  places: readonly Place[];
  actions: readonly Action[];
}

/** The week that the view ends in, and never one that has not begun. */
export function weekOfView(search: MapSearch, today: string): string {
  const { to = today } = mapDays(search.period ?? '12m', today, search);
  const { year, week } = isoWeek(to < today ? to : today);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

export function useWorkData(code: string, search: MapSearch): WorkData {
  const on = layersOf(search);
  const [today] = useState(() => todayInSweden(new Date()));
  const week = weekOfView(search, today);
  const statuses = useQuery({ ...statusesQuery(code, week), enabled: on.includes('omraden') }).data?.areas;
  const places = useQuery({ ...placesQuery(code), enabled: on.includes('register') }).data;
  const actions = useQuery({ ...openActionsQuery(code), enabled: on.includes('atgarder') }).data;
  return useMemo(
    () => ({ week, statuses: statuses ?? [], places: places ?? [], actions: (actions ?? []) as readonly Action[] }),
    [week, statuses, places, actions],
  );
}

/** Areas below everything, places and actions above the points; `null` for what is off. */
export function useWorkLayers(work: WorkData, search: MapSearch, areaShapes: unknown) {
  const t = useTexts(toolTexts);
  const theme = useTheme();
  const on = layersOf(search);
  const [showAreas, showPlaces, showActions] = (['omraden', 'register', 'atgarder'] as const).map((name) => on.includes(name)); // prettier-ignore
  const areas = useMemo((): LayerGroup | null => {
    if (showAreas !== true || areaShapes === undefined) return null;
    const words = { normal: t('normal'), raised: t('raised'), serious: t('serious') };
    return { id: 'areas', data: statusData(areaShapes as FeatureCollection, work.statuses, words), layers: areaLayers(theme) }; // prettier-ignore
  }, [showAreas, areaShapes, work.statuses, theme, t]);
  const places = useMemo((): LayerGroup | null => (showPlaces === true ? { id: 'register', data: placeData(work.places), layers: markLayers('square', theme) } : null), [showPlaces, work.places, theme]); // prettier-ignore
  const actions = useMemo((): LayerGroup | null => (showActions === true ? { id: 'actions', data: actionData(work.actions), layers: markLayers('diamond', theme), selectable: true } : null), [showActions, work.actions, theme]); // prettier-ignore
  return { areas, places, actions };
}
