import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';

export type RegisterReading = components['schemas']['RegisterReading'];
export type RegisterKind = RegisterReading['kind'];

const root = '/api/v1/municipalities/{code}/registers' as const;

/** How many rows each register has, and what was read in last. */
export const registersQuery = (code: string) =>
  queryOptions({
    queryKey: ['registers', code],
    queryFn: () => answer(api.GET(root, { params: { path: { code } } })),
  });

export type RegisterSource =
  { kind: RegisterKind; file: File; store: boolean } | { layer: 'deso' | 'regso'; store: boolean };

/** Reads a file, or SCB's areas, as a register; with `store` it is kept. */
export function useReadRegister(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (source: RegisterSource) => ('layer' in source ? fromScb(code, source) : fromFile(code, source)),
    onSuccess: ({ stored }) => {
      if (stored) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}

function fromScb(code: string, body: components['schemas']['ScbRequest']): Promise<RegisterReading> {
  return answer(api.POST(`${root}/scb-areas`, { params: { path: { code } }, body }));
}

function fromFile(code: string, { kind, file, store }: Extract<RegisterSource, { file: File }>) {
  const form = new FormData();
  form.set('store', String(store));
  form.set('file', file);
  return answer(
    api.POST(`${root}/{kind}`, {
      params: { path: { code, kind } },
      body: form as never,
      bodySerializer: (body) => body as unknown as FormData,
    }),
  );
}
