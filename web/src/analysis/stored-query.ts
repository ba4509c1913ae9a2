import { queryOptions } from '@tanstack/react-query';
import { stateOf, type AnalysisRun } from '../findings/findings-api.js';

/** A stored run by its id. Throws when it is not there, not yet done, or not for the reader to see. */
export const storedQuery = (code: string, id: string, language: string) =>
  queryOptions({
    queryKey: ['analyses', code, 'one', id, language],
    queryFn: async ({ signal }): Promise<AnalysisRun> => {
      const state = await stateOf(code, id, signal);
      if (state.state !== 'done') throw new Error(state.problem ?? state.step);
      return state;
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
