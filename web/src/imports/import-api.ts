import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';

export type ImportDetail = components['schemas']['ImportDetail'];
export type ImportSummary = components['schemas']['ImportSummary'];
export type ImportPreview = components['schemas']['ImportPreview'];
export type ImportColumn = ImportPreview['columns'][number];
export type Rejection = ImportPreview['rejections'][number];
export type ImportSource = ImportSummary['source'];
export type ColumnField = ImportColumn['field'];

const root = '/api/v1/municipalities/{code}/imports' as const;
const progressMilliseconds = 500;

export const isWorking = (status: ImportSummary['status']): boolean => status === 'queued' || status === 'running';

/** The latest imports. */
export const importsQuery = (code: string) =>
  queryOptions({
    queryKey: ['imports', code],
    queryFn: () => answer(api.GET(root, { params: { path: { code } } })),
  });

/** One import; asked for twice a second while it runs. */
export const importQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: ['imports', code, id],
    queryFn: () => answer(api.GET(`${root}/{id}`, { params: { path: { code, id } } })),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data.status) ? progressMilliseconds : false),
    staleTime: 60_000,
  });

/** What categories are called. */
export const categoryNamesQuery = (code: string) =>
  queryOptions({
    queryKey: ['categories', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/categories', { params: { path: { code } } })),
    staleTime: 5 * 60_000,
  });

export interface NewFile {
  file: File;
  source: ImportSource;
  kind: 'points' | 'counts';
}

/** Sends a file and gets its preview. */
export function useUpload(code: string) {
  const keep = useKeep(code);
  return useMutation({
    mutationFn: ({ file, source, kind }: NewFile) => {
      const form = new FormData();
      form.set('source', source);
      form.set('kind', kind);
      form.set('file', file);
      return answer(
        api.POST(root, {
          params: { path: { code } },
          body: form as never,
          bodySerializer: (body) => body as unknown as FormData,
        }),
      );
    },
    onSuccess: keep,
  });
}

/** Sends a pasted table and gets its preview. */
export function usePastedTable(code: string) {
  const keep = useKeep(code);
  return useMutation({
    mutationFn: (body: components['schemas']['NewTable']) =>
      answer(api.POST(`${root}/tables`, { params: { path: { code } }, body })),
    onSuccess: keep,
  });
}

/** Reads the file again in another way; what is not named stays as it is. */
export function useChangeReading(code: string, { id, version }: ImportDetail, preview: ImportPreview) {
  const keep = useKeep(code);
  const asNow: components['schemas']['ColumnChoice'] = {
    columns: preview.columns.map(({ field }) => field),
    dateOrder: preview.ambiguousDates || preview.dateOrder === 'ymd' ? null : preview.dateOrder,
    defaultCoordinates: preview.defaultChoice,
  };
  return useMutation({
    mutationFn: (change: Partial<components['schemas']['ColumnChoice']>) =>
      answer(
        api.PUT(`${root}/{id}/mapping`, {
          params: { path: { code, id }, header: { 'If-Match': `"${version}"` } },
          headers: ifMatch(`"${version}"`),
          body: { ...asNow, ...change },
        }),
      ),
    onSuccess: keep,
  });
}

const profiles = '/api/v1/municipalities/{code}/import-profiles' as const;

/** The saved mapping profiles, the last used first. */
export const profilesQuery = (code: string) =>
  queryOptions({
    queryKey: ['import-profiles', code],
    queryFn: () => answer(api.GET(profiles, { params: { path: { code } } })),
  });

/** Saves how an import reads its file under a name. */
export function useSaveProfile(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: components['schemas']['NewImportProfile']) =>
      answer(api.POST(profiles, { params: { path: { code } }, body })),
    onSuccess: (body) => client.setQueryData(profilesQuery(code).queryKey, body),
  });
}

export function useRemoveProfile(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(api.DELETE(`${profiles}/{id}`, { params: { path: { code, id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: profilesQuery(code).queryKey }),
  });
}

/** Starts, cancels or undoes an import. */
export function useMoveImport(code: string, id: string) {
  const keep = useKeep(code);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (move: 'start' | 'cancel' | 'undo') =>
      answer(api.POST(`${root}/{id}/${move}`, { params: { path: { code, id } } })),
    onSuccess: (body) => {
      keep(body);
      void client.invalidateQueries({ queryKey: ['imports', code], exact: true });
    },
  });
}

/** Where the rejected rows are downloaded. */
export function rejectedRowsUrl(code: string, id: string): string {
  return `/api/v1/municipalities/${code}/imports/${id}/rows.csv`;
}

function useKeep(code: string) {
  const client = useQueryClient();
  return (body: ImportDetail) => client.setQueryData(importQuery(code, body.id).queryKey, body);
}
