import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { areasQuery, placesQuery, type KeptNames } from './report-api.js';

/** The municipality's named places and areas, for naming and finding without a network; empty until they have come. */
export function useKeptNames(code: string): KeptNames {
  const places = useQuery(placesQuery(code)).data;
  const areas = useQuery(areasQuery(code)).data;
  return useMemo(() => ({ places: places ?? [], areas: areas?.features ?? [] }), [places, areas]);
}
