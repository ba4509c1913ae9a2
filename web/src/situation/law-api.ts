import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';
import type { Language } from '../ui/language.js';
import type { Paper } from '../ui/paper.js';

type Schemas = components['schemas'];
export type LawCheck = Schemas['LawCheck'];
export type LawPoint = LawCheck['points'][number];
export type NewLawEvidence = Schemas['NewLawEvidence'];
export type ActionPlan = Schemas['ActionPlan'];
export type NewActionPlan = Schemas['NewActionPlan'];
export type PlanDecision = Schemas['ActionPlanDecision'];

const root = '/api/v1/municipalities/{code}';

export const lawCheckQuery = (code: string, language: Language) =>
  queryOptions({
    queryKey: ['law-check', code, language],
    queryFn: () => answer(api.GET(`${root}/law-check`, { params: { path: { code } } })),
  });

export function recordEvidence(code: string, point: LawPoint['id'], body: NewLawEvidence) {
  return answer(api.PUT(`${root}/law-check/{point}`, { params: { path: { code, point } }, body }));
}

export const actionPlansQuery = (code: string) =>
  queryOptions({
    queryKey: ['action-plans', code],
    queryFn: () => answer(api.GET(`${root}/action-plans`, { params: { path: { code } } })),
  });

/** Makes a plan, or changes the draft that was read. */
export function savePlan(code: string, read: Pick<ActionPlan, 'id' | 'version'> | null, body: NewActionPlan) {
  if (read === null) return answer(api.POST(`${root}/action-plans`, { params: { path: { code } }, body }));
  const { id, version } = read;
  return answer(
    api.PUT(`${root}/action-plans/{id}`, { params: { path: { code, id } }, headers: ifMatch(`"${version}"`), body }),
  );
}

export function decidePlan(code: string, { id, version }: Pick<ActionPlan, 'id' | 'version'>, body: PlanDecision) {
  const headers = ifMatch(`"${version}"`);
  return answer(api.PUT(`${root}/action-plans/{id}/decision`, { params: { path: { code, id } }, headers, body }));
}

/** The plan as a file, for those who are to have it. */
export function planDocument(code: string, id: string, query: Paper): Promise<Blob> {
  const call = api.GET(`${root}/action-plans/{id}/document`, {
    params: { path: { code, id }, query },
    parseAs: 'blob',
  });
  return answer(call) as Promise<Blob>;
}

/** How many meetings of each kind a year holds. */
export const meetingCountsQuery = (code: string, year: number) =>
  queryOptions({
    queryKey: ['meeting-counts', code, year],
    queryFn: () => answer(api.GET(`${root}/meetings/counts`, { params: { path: { code }, query: { year } } })),
  });

/** All approved versions, for choosing what a plan is built on. */
export const allVersionsQuery = (code: string) =>
  queryOptions({
    queryKey: ['situation-versions', code, 'all'],
    queryFn: () => answer(api.GET(`${root}/situation-versions`, { params: { path: { code } } })),
  });

/** The actions that a row of a plan may name. */
export const planActionsQuery = (code: string) =>
  queryOptions({
    queryKey: ['actions', code, 'all'],
    queryFn: () => answer(api.GET(`${root}/actions`, { params: { path: { code } } })),
  });
