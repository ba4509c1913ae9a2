import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';
import type { Language } from '../ui/language.js';

export type FilledAgenda = components['schemas']['MeetingAgenda'];
export type AgendaLine = FilledAgenda['items'][number]['lines'][number];

/** What the agenda has filled itself with. It costs more than the rest: notes do not ask for it again. */
export const agendaQuery = (code: string, id: string, language: Language) =>
  queryOptions({
    queryKey: ['meeting-agenda', code, id, language],
    queryFn: () =>
      answer(api.GET('/api/v1/municipalities/{code}/meetings/{id}/agenda', { params: { path: { code, id } } })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
