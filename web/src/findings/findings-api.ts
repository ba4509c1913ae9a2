import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';

type Schemas = components['schemas'];
export type AnalysisRun = Schemas['AnalysisRun'];
export type AnalysisState = AnalysisRun | Schemas['RunningAnalysis'];
export type Question = AnalysisRun['question'];
export type NewAnalysis = Partial<Schemas['NewAnalysis']>;
export type Explanation = Schemas['AnalysisExplanation'];
export type Comparison = Schemas['AnalysisComparison'];
export type Alert = Schemas['Alert'];

const root = '/api/v1/municipalities/{code}/analyses' as const;

/** Asks; what takes longer than two seconds goes on and is asked for again. Nobody waiting any more gives it up. */
export function ask(code: string, request: NewAnalysis, signal: AbortSignal): Promise<AnalysisState> {
  return answer(
    api.POST(root, {
      params: { path: { code }, header: { Prefer: 'wait=2' } },
      body: request as Schemas['NewAnalysis'],
      signal,
    }),
  );
}

/** A stored run, or how far one's own is. */
export function stateOf(code: string, id: string, signal: AbortSignal): Promise<AnalysisState> {
  return answer(api.GET(`${root}/{id}`, { params: { path: { code, id } }, signal }));
}

export function giveUp(code: string, id: string): Promise<unknown> {
  return answer(api.POST(`${root}/{id}/cancel`, { params: { path: { code, id } } }));
}

/** The stored runs, the newest first. */
export const runsQuery = (code: string, language: string, question?: Question) =>
  queryOptions({
    queryKey: ['analyses', code, 'stored', question ?? 'all', language],
    queryFn: () =>
      answer(
        api.GET(root, {
          params: { path: { code }, query: { limit: 100, ...(question === undefined ? {} : { question }) } },
        }),
      ),
  });

/** Runs a stored analysis again and says whether the answer is the same. */
export function useReproduction(code: string, id: string) {
  return useMutation({
    mutationFn: () => answer(api.POST(`${root}/{id}/reproductions`, { params: { path: { code, id } } })),
  });
}

/** Two stored runs of places beside each other. */
export function useComparison(code: string) {
  return useMutation({
    mutationFn: (body: { first: string; second: string }) =>
      answer(api.POST(`${root}/comparisons`, { params: { path: { code } }, body })),
  });
}

/** Why a place of a run is an anhopning, or why it is not. */
export const explanationQuery = (code: string, { id, position, language }: ExplanationKey) =>
  queryOptions({
    queryKey: ['analyses', code, 'explanation', id, position, language],
    queryFn: () =>
      answer(
        api.POST(`${root}/{id}/explanations`, {
          params: { path: { code, id } },
          body: { position: [...position] },
        }),
      ),
    staleTime: 60_000,
  });

export interface ExplanationKey {
  readonly id: string;
  readonly position: readonly number[];
  readonly language: string;
}

const alertsRoot = '/api/v1/municipalities/{code}/alerts' as const;

/** What the nightly search has found and nobody has looked at. */
export const newAlertsQuery = (code: string, language: string) =>
  queryOptions({
    queryKey: ['alerts', code, language],
    queryFn: () => answer(api.GET(alertsRoot, { params: { path: { code }, query: { seen: 'no' } } })),
    staleTime: 60_000,
  });

/** Marks an alert as seen, with what was decided. */
export function useSeeAlert(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, note }: { id: string; note: string | null }) =>
      answer(api.POST(`${alertsRoot}/{id}/seen`, { params: { path: { code, id } }, body: { note } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['alerts', code] }),
  });
}
