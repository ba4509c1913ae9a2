import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { todayInSweden } from '../ui/period.js';
import { eventsQuery, filterOf } from './map-api.js';
import type { MapSearch } from './map-search.js';

/** Seven rows from Monday, each of 24 numbers from 00: the filter without its own days and hours, so that a choice is seen against the rest. */
export function useHours(code: string, search: MapSearch): readonly (readonly number[])[] {
  const [today] = useState(() => todayInSweden(new Date()));
  const { veckodag: _days, timme: _hours, ...rest } = search;
  const events = useQuery(eventsQuery(code, filterOf(rest, today))).data;
  return useMemo(() => {
    const weights = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
    for (const { properties } of events?.features ?? []) {
      const { day, hour } = hourOf(properties.from);
      weights[day]![hour]! += 1;
    }
    return weights;
  }, [events]);
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Stockholm', weekday: 'short', hour: '2-digit', hourCycle: 'h23' }); // prettier-ignore
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function hourOf(iso: string): { day: number; hour: number } {
  const [day = '', hour = ''] = clock.format(new Date(iso)).split(/,? /);
  return { day: weekdays.indexOf(day), hour: Number(hour) };
}
