import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';
import { isoWeek } from '../ui/format.js';
import type { Language } from '../ui/language.js';

export type OwnAssessments = components['schemas']['OwnAssessments'];
export type Assessments = components['schemas']['Assessments'];
export type Factor = components['schemas']['AssessmentFactors'][number];
export type NewFactor = components['schemas']['NewAssessmentFactors']['factors'][number];
export type Answer = OwnAssessments['areas'][number]['answers'][number]['answer'];

const root = '/api/v1/municipalities/{code}' as const;

/** ISO week some weeks away from now: `2026-W46`. */
export function weekText(now: Date, away = 0): string {
  const { year, week } = isoWeek(new Date(now.getTime() + away * 7 * 86_400_000).toISOString());
  return `${year}-W${String(week).padStart(2, '0')}`;
}

export const ownAssessmentsQuery = (code: string, week: string) =>
  queryOptions({
    queryKey: ['own-assessments', code, week],
    queryFn: () => answer(api.GET(`${root}/own-assessments/{week}`, { params: { path: { code, week } } })),
  });

export const assessmentsQuery = (code: string, week: string, language: Language) =>
  queryOptions({
    queryKey: ['assessments', code, week, language],
    queryFn: () => answer(api.GET(`${root}/assessments/{week}`, { params: { path: { code, week } } })),
  });

export const factorsQuery = (code: string) =>
  queryOptions({
    queryKey: ['assessment-factors', code],
    queryFn: () => answer(api.GET(`${root}/assessment-factors`, { params: { path: { code } } })),
  });

export function assess(
  { code, week, id }: { code: string; week: string; id: string },
  answers: OwnAssessments['areas'][number]['answers'],
): Promise<OwnAssessments> {
  const params = { path: { code, id, week } };
  return answers.length === 0
    ? answer(api.DELETE(`${root}/areas/{id}/assessments/{week}`, { params }))
    : answer(api.PUT(`${root}/areas/{id}/assessments/{week}`, { params, body: { answers } }));
}

export function saveFactors(code: string, factors: NewFactor[]): Promise<Factor[]> {
  return answer(api.PUT(`${root}/assessment-factors`, { params: { path: { code } }, body: { factors } }));
}
