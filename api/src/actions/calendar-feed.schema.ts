import { z } from 'zod';

export const calendarFeed = z
  .object({
    madeAt: z.string().nullable().describe('null: there is none'),
    path: z.string().nullable().describe('The address of the feed, told only when it is made'),
  })
  .meta({ id: 'CalendarFeed' });

export type CalendarFeedBody = z.infer<typeof calendarFeed>;
