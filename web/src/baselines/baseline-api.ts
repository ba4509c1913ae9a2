import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';
import type { Weights } from './weights.js';

export type Baseline = components['schemas']['Baseline'];
export type BaselineList = components['schemas']['BaselineList'];
export type BaselinePreview = components['schemas']['BaselinePreview'];
export type BaselineSource = Baseline['source'];

const root = '/api/v1/municipalities/{code}/baselines' as const;

/** The baselines in use and those that can be brought back. */
export const baselinesQuery = (code: string) =>
  queryOptions({
    queryKey: ['baselines', code],
    queryFn: () => answer(api.GET(root, { params: { path: { code } } })),
  });

/** The surface of one baseline; it changes with the version, since weights are in it. */
export const surfaceQuery = (code: string, { id, version }: Pick<Baseline, 'id' | 'version'>) =>
  queryOptions({
    queryKey: ['baselines', code, id, version],
    queryFn: () => answer(api.GET(`${root}/{id}/surface`, { params: { path: { code, id } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export interface Draft {
  readonly source: BaselineSource;
  readonly file: File | null;
  readonly weights: Weights;
}

function formOf({ source, file, weights }: Draft, more: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  form.set('source', source);
  form.set('weights', JSON.stringify(weights));
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  if (file !== null && source === 'import') form.set('file', file);
  return form;
}

const asForm = (body: unknown): FormData => body as FormData;

/** What a file, or the registers, would become; nothing is saved. */
export function usePreview(code: string) {
  return useMutation({
    mutationFn: (draft: Draft) =>
      answer(
        api.POST(`${root}/previews`, {
          params: { path: { code } },
          body: formOf(draft) as never,
          bodySerializer: asForm,
        }),
      ),
  });
}

export interface NewBaseline extends Draft {
  readonly name: string;
  readonly asOf: string;
  readonly replaces: string | null;
  readonly fingerprint: string;
}

/** Saves what was previewed. */
export function useCreate(code: string) {
  const again = useAgain(code);
  return useMutation({
    mutationFn: ({ name, asOf, replaces, fingerprint, ...draft }: NewBaseline) =>
      answer(
        api.POST(root, {
          params: { path: { code } },
          body: formOf(draft, { name, asOf, fingerprint, ...(replaces === null ? {} : { replaces }) }) as never,
          bodySerializer: asForm,
        }),
      ),
    onSuccess: again,
  });
}

/** Saves the weights of a baseline. */
export function useChangeWeights(code: string, { id, version, name, asOf }: Baseline) {
  const again = useAgain(code);
  return useMutation({
    mutationFn: (weights: Weights) =>
      answer(
        api.PUT(`${root}/{id}`, {
          params: { path: { code, id }, header: { 'If-Match': `"${version}"` } },
          headers: ifMatch(`"${version}"`),
          body: { name, asOf, weights },
        }),
      ),
    onSuccess: again,
  });
}

/** Takes a baseline out of use. */
export function useRemove(code: string) {
  const again = useAgain(code);
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE(`${root}/{id}`, { params: { path: { code, id } } })),
    onSuccess: again,
  });
}

/** Takes a removed baseline into use again. */
export function useRestore(code: string) {
  const again = useAgain(code);
  return useMutation({
    mutationFn: (id: string) => answer(api.POST(`${root}/{id}/restorations`, { params: { path: { code, id } } })),
    onSuccess: again,
  });
}

/** Everything that compares with people is asked for anew. */
function useAgain(code: string) {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['baselines', code] });
    await client.invalidateQueries({ queryKey: ['analyses', code] });
  };
}
