import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { addDays } from '../ui/period.js';
import { dayOf } from './time-window.js';

/** Further back nobody says "since the last meeting". */
const farthestDays = 400;

/** The day in Sweden of the latest meeting that is closed, of those that the reader may see; `null` when there is none. */
export const lastMeetingQuery = (code: string, today: string) =>
  queryOptions({
    queryKey: ['meetings', code, 'latest-closed', today],
    queryFn: async () => {
      const query = { from: addDays(today, -farthestDays), to: today, status: 'closed' as const };
      const meetings = await answer(api.GET('/api/v1/municipalities/{code}/meetings', { params: { path: { code }, query } })); // prettier-ignore
      return latestDay(meetings, today);
    },
    staleTime: 60_000,
  });

/** The latest day of the meetings that is not ahead; `null` for none. */
export function latestDay(meetings: readonly { at: string }[], today: string): string | null {
  const days = meetings.map(({ at }) => dayOf(at)).filter((day) => day <= today);
  return days.toSorted().at(-1) ?? null;
}
