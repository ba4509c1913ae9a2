import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';

type Schemas = components['schemas'];
export type CalendarEntry = Schemas['CalendarEntry'];
export type CalendarActivity = Schemas['CalendarActivity'];
export type CalendarRule = Schemas['CalendarRule'];
export type CalendarSuggestion = Schemas['CalendarSuggestion'];
export type NewCalendarActivity = Schemas['NewCalendarActivity'];
export type NewCalendarOccurrence = Schemas['NewCalendarOccurrence'];
export type Kind = CalendarEntry['kind'];
export type Ring = NonNullable<CalendarEntry['ring']>;

/** Everything of a year and the half-year after it, in which what is prepared now may lie; skipped ones too. */
export const entriesQuery = (code: string, year: number, language: string) =>
  queryOptions({
    queryKey: ['calendar', code, 'entries', year, language],
    queryFn: () =>
      answer(
        api.GET('/api/v1/municipalities/{code}/calendar', {
          params: {
            path: { code },
            query: {
              from: `${year}-01-01`,
              to: year < 2100 ? `${year + 1}-06-30` : `${year}-12-31`,
              skipped: 'true',
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const activitiesQuery = (code: string, language: string) =>
  queryOptions({
    queryKey: ['calendar', code, 'activities', language],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/calendar-activities', { params: { path: { code } } })),
  });

export const suggestionsQuery = (code: string, language: string) =>
  queryOptions({
    queryKey: ['calendar', code, 'suggestions', language],
    queryFn: () =>
      answer(api.GET('/api/v1/municipalities/{code}/calendar-suggestions', { params: { path: { code } } })),
  });

export const previewQuery = (code: string, choice: { rule: CalendarRule | null; fromYear: number; language: string }) =>
  queryOptions({
    queryKey: ['calendar-preview', code, choice],
    queryFn: () =>
      answer(
        api.POST('/api/v1/municipalities/{code}/calendar-previews', {
          params: { path: { code } },
          body: { rule: choice.rule!, fromYear: choice.fromYear },
        }),
      ),
    enabled: choice.rule !== null,
    retry: false,
    placeholderData: keepPreviousData,
  });

/** Who can own something. */
export const ownersQuery = (code: string) =>
  queryOptions({
    queryKey: ['organisations', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/organisations', { params: { path: { code } } })),
    staleTime: 5 * 60_000,
  });

function useCalendarChange<Input>(code: string, mutationFn: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([['calendar', code], ['start', code]].map((queryKey) => client.invalidateQueries({ queryKey }))), // prettier-ignore
  });
}

/** Puts an activity into the wheel, or changes one over the version that was read. */
export function useSaveActivity(code: string, over: { id: string; version: number } | null) {
  return useCalendarChange(code, (body: NewCalendarActivity) =>
    over === null
      ? answer(api.POST('/api/v1/municipalities/{code}/calendar-activities', { params: { path: { code } }, body }))
      : answer(
          api.PUT('/api/v1/municipalities/{code}/calendar-activities/{id}', {
            params: { path: { code, id: over.id } },
            headers: ifMatch(`"${over.version}"`),
            body,
          }),
        ),
  );
}

export function useRemoveActivity(code: string) {
  return useCalendarChange(code, async (id: string) => {
    await answer(
      api.DELETE('/api/v1/municipalities/{code}/calendar-activities/{id}', { params: { path: { code, id } } }),
    );
  });
}

export function useRestoreActivity(code: string) {
  return useCalendarChange(code, (id: string) =>
    answer(
      api.POST('/api/v1/municipalities/{code}/calendar-activities/{id}/restoration', {
        params: { path: { code, id } },
      }),
    ),
  );
}

/** What is said of one time; `said: null` takes it back. */
export interface Saying {
  readonly id: string;
  readonly day: string;
  readonly said: NewCalendarOccurrence | null;
}

export function useSayOfTime(code: string) {
  return useCalendarChange(code, ({ id, day, said }: Saying) => {
    const params = { path: { code, id, day } };
    return said === null
      ? answer(api.DELETE('/api/v1/municipalities/{code}/calendar-activities/{id}/occurrences/{day}', { params }))
      : answer(
          api.PUT('/api/v1/municipalities/{code}/calendar-activities/{id}/occurrences/{day}', { params, body: said }),
        );
  });
}

export function useTakeSuggestions(code: string) {
  return useCalendarChange(code, (codes: string[]) =>
    answer(
      api.POST('/api/v1/municipalities/{code}/calendar-suggestions/taken', {
        params: { path: { code } },
        body: { codes },
      }),
    ),
  );
}

export function useLeaveSuggestion(code: string) {
  return useCalendarChange(code, ({ suggestion, left }: { suggestion: string; left: boolean }) => {
    const params = { path: { code, suggestion } };
    return left
      ? answer(api.PUT('/api/v1/municipalities/{code}/calendar-suggestions/{suggestion}/left', { params }))
      : answer(api.DELETE('/api/v1/municipalities/{code}/calendar-suggestions/{suggestion}/left', { params }));
  });
}
