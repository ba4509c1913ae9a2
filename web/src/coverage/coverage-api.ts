import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';
import type { Language } from '../ui/language.js';

export type Coverage = components['schemas']['Coverage'];
export type OwnCoverage = components['schemas']['OwnCoverage'];

export const coverageQuery = (code: string, language: Language) =>
  queryOptions({
    queryKey: ['coverage', code, language],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/coverage', { params: { path: { code } } })),
  });

export const ownCoverageQuery = (code: string) =>
  queryOptions({
    queryKey: ['own-coverage', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/own-coverage', { params: { path: { code } } })),
  });

/** Says that a week had nothing to report, or takes it back. */
export function answerWeek(code: string, week: string, nothing: boolean): Promise<OwnCoverage> {
  const params = { path: { code, week } };
  return nothing
    ? answer(api.PUT('/api/v1/municipalities/{code}/null-reports/{week}', { params }))
    : answer(api.DELETE('/api/v1/municipalities/{code}/null-reports/{week}', { params }));
}

/** Says whether reports are expected from an organisation. */
export async function expectReports(code: string, id: string, expected: boolean): Promise<void> {
  await answer(
    api.PUT('/api/v1/municipalities/{code}/coverage-organisations/{id}', {
      params: { path: { code, id } },
      body: { expected },
    }),
  );
}
