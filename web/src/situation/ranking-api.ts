import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';
import type { Language } from '../ui/language.js';
import type { Draft, Ranking } from './ranking.js';
import { bodyOf } from './ranking.js';

export type Chosen = components['schemas']['AreaRanking']['chosen'][number];

const path = '/api/v1/municipalities/{code}/area-priorities/{tertial}';

/** Every area with its figures, what they suggest, what the group has set, and what came first before. */
export const rankingQuery = (code: string, tertial: string, language: Language) =>
  queryOptions({
    queryKey: ['area-ranking', code, tertial, language],
    queryFn: () => answer(api.GET(path, { params: { path: { code, tertial } } })),
    // What somebody writes here must not be exchanged under the hands; a conflict is told when saving.
    staleTime: Infinity,
    gcTime: 0,
  });

/** Saves over the version that was read; somebody else's in between is answered with 412. */
export function saveRanking(code: string, tertial: string, { seen, draft }: { seen: number; draft: Draft }): Promise<Ranking> {
  return answer(api.PUT(path, { params: { path: { code, tertial }, header: ifMatch(`"${seen}"`) }, body: bodyOf(draft) }));
} // prettier-ignore
