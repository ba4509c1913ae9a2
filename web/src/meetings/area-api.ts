import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';

type Schemas = components['schemas'];
export type AreaStatus = Schemas['AreaStatuses']['areas'][number];
export type AreaLevel = NonNullable<AreaStatus['level']>;

export const areaStatusesQuery = (code: string, week: string) =>
  queryOptions({
    queryKey: ['area-statuses', code, week],
    queryFn: () =>
      answer(api.GET('/api/v1/municipalities/{code}/area-statuses', { params: { path: { code }, query: { week } } })),
  });

/** Sets the colour of an area at a meeting, so that those who follow it hear of it. */
export async function setAreaStatus(
  code: string,
  { meetingId, areaId }: { meetingId: string; areaId: string },
  body: Schemas['NewMeetingColour'],
): Promise<void> {
  // prettier-ignore
  const path = { code, id: meetingId, area: areaId };
  await answer(api.PUT('/api/v1/municipalities/{code}/meetings/{id}/areas/{area}', { params: { path }, body }));
}
