import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';
import type { Language } from '../ui/language.js';

type Schemas = components['schemas'];
export type Minutes = Schemas['Minutes'];

const path = '/api/v1/municipalities/{code}/meetings/{id}/minutes';

/** The frozen minutes; the newest version unless another is asked for. */
export const minutesQuery = (code: string, id: string, of: { version: number | null; language: Language }) =>
  queryOptions({
    queryKey: ['meetings', code, id, 'minutes', of.version, of.language],
    queryFn: () => {
      const query = of.version === null ? {} : { version: of.version };
      return answer(api.GET(path, { params: { path: { code, id }, query } }));
    },
  });

/** Puts notes right after closing: a new version with its reason; the old ones stay. */
export function correctMinutes(code: string, id: string, body: Schemas['NewMinutes']): Promise<Minutes> {
  return answer(api.POST(path, { params: { path: { code, id } }, body }));
}
