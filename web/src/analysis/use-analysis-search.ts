import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { AnalysisSearch } from './analysis-search.js';

/** What changes in the address; `undefined` takes a part away. */
export type SearchChange = { [Key in keyof AnalysisSearch]?: AnalysisSearch[Key] | undefined };
export type ChangeSearch = (part: SearchChange) => void;

/** What is asked, as the address has it. Another filter asks anew: a stored answer is not of it. */
export function useAnalysisSearch(): { search: AnalysisSearch; change: ChangeSearch } {
  const search = useSearch({ from: '/signed-in/$code/analys' });
  const navigate = useNavigate({ from: '/$code/analys' });
  const change = useCallback<ChangeSearch>(
    (part) => {
      const next = (before: AnalysisSearch): AnalysisSearch => {
        const after: Record<string, unknown> = { ...before, korning: undefined, ...part };
        for (const [name, value] of Object.entries(after)) {
          if (value === undefined || (Array.isArray(value) && value.length === 0)) delete after[name];
        }
        return after;
      };
      void navigate({ search: next, replace: true, resetScroll: false });
    },
    [navigate],
  );
  return { search, change };
}
