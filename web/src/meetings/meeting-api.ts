import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';
import { addDays, todayInSweden } from '../ui/period.js';
import type { Language } from '../ui/language.js';

type Schemas = components['schemas'];
export type MeetingSummary = Schemas['MeetingSummary'];
export type Meeting = Schemas['Meeting'];
export type AgendaItem = Meeting['items'][number];
export type MeetingParticipant = Meeting['participants'][number];
export type Group = Schemas['MeetingGroup'];
export type NewGroup = Schemas['NewMeetingGroup'];
export type Series = Schemas['MeetingSeries'];
export type NewSeries = Schemas['NewMeetingSeries'];
export type NewMeeting = Schemas['NewMeeting'];

export const groupKinds = ['est', 'bra', 'steering', 'place-cooperation', 'neighbourhood-watch', 'boat-watch', 'station-cooperation', 'other'] as const satisfies readonly Group['kind'][]; // prettier-ignore
export const meetingKinds = ['weekly-est', 'monthly', 'strategic', 'deepened-est', 'dialogue', 'safety-walk', 'other'] as const satisfies readonly Meeting['kind'][]; // prettier-ignore

const root = '/api/v1/municipalities/{code}';
const at = <Path extends object>(path: Path) => ({ params: { path } });

/** Everything that is asked of meetings stands under `['meetings', code]`, so that one change asks for all of it again. */
export const meetingsQuery = (code: string) =>
  queryOptions({
    queryKey: ['meetings', code, 'list'],
    queryFn: () => {
      const today = todayInSweden(new Date());
      const query = { from: addDays(today, -190), to: addDays(today, 370) };
      return answer(api.GET(`${root}/meetings`, { params: { path: { code }, query } }));
    },
  });

export const groupsQuery = (code: string) =>
  queryOptions({
    queryKey: ['meetings', code, 'groups'],
    queryFn: () => answer(api.GET(`${root}/meeting-groups`, at({ code }))),
  });

export const seriesQuery = (code: string) =>
  queryOptions({
    queryKey: ['meetings', code, 'series'],
    queryFn: () => answer(api.GET(`${root}/meeting-series`, at({ code }))),
  });

export const meetingQuery = (code: string, id: string, language: Language) =>
  queryOptions({
    queryKey: ['meetings', code, id, language],
    queryFn: () => answer(api.GET(`${root}/meetings/{id}`, at({ code, id }))),
    placeholderData: keepPreviousData,
  });

/** Where the meeting's live events come from. */
export function liveAddress(code: string, id: string): string {
  return `/api/v1/municipalities/${code}/meetings/${id}/live`;
}

/** Who can take part and own something. */
export const organisationsQuery = (code: string) =>
  queryOptions({
    queryKey: ['organisations', code],
    queryFn: () => answer(api.GET(`${root}/organisations`, at({ code }))),
    staleTime: 5 * 60_000,
  });

export function saveGroup(code: string, group: Group | null, body: NewGroup & { ended: boolean }): Promise<Group> {
  const { ended: _, ...made } = body;
  if (group === null) return answer(api.POST(`${root}/meeting-groups`, { ...at({ code }), body: made }));
  const header = ifMatch(`"${group.version}"`);
  return answer(api.PUT(`${root}/meeting-groups/{id}`, { params: { path: { code, id: group.id }, header }, body }));
}

export function saveSeries(code: string, body: NewSeries): Promise<Series> {
  return answer(api.POST(`${root}/meeting-series`, { ...at({ code }), body }));
}

export function makeMeeting(code: string, body: NewMeeting): Promise<Meeting> {
  return answer(api.POST(`${root}/meetings`, { ...at({ code }), body }));
}

export function openMeeting(code: string, id: string): Promise<Meeting> {
  return answer(api.POST(`${root}/meetings/{id}/opening`, at({ code, id })));
}

export function changeMeeting(
  code: string,
  { id, version }: Pick<Meeting, 'id' | 'version'>,
  body: Schemas['MeetingChange'],
): Promise<Meeting> {
  const header = ifMatch(`"${version}"`);
  return answer(api.PATCH(`${root}/meetings/{id}`, { params: { path: { code, id }, header }, body }));
}

export function cancelMeeting(code: string, id: string): Promise<Meeting> {
  return answer(api.DELETE(`${root}/meetings/{id}`, at({ code, id })));
}

export function closeMeeting(code: string, id: string, body: Schemas['MeetingClosing']): Promise<Meeting> {
  return answer(api.POST(`${root}/meetings/{id}/closing`, { ...at({ code, id }), body }));
}

export type { Schemas };
