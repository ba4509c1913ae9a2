import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { todayInSweden } from '../ui/period.js';
import { figuresQuery, filterOf } from './map-api.js';
import type { MapSearch } from './map-search.js';

const quiet: readonly (readonly number[])[] = [];

/** Seven rows from Monday, each of 24 weights from 00: the filter without its own days and hours, so that a choice is seen against the rest. */
export function useHours(code: string, search: MapSearch): readonly (readonly number[])[] {
  const [today] = useState(() => todayInSweden(new Date()));
  const { veckodag: _days, timme: _hours, ...rest } = search;
  return useQuery(figuresQuery(code, filterOf(rest, today))).data?.hours ?? quiet;
}
