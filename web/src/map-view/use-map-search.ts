import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { readPlace, type MapPlace, type MapSearch } from './map-search.js';

/** What changes in the address; `undefined` takes a part away. */
export type SearchChange = { [Key in keyof MapSearch]?: MapSearch[Key] | undefined };
export type ChangeSearch = (part: SearchChange, how?: { remember: boolean }) => void;

/** The view in the address: what it is, how to change it, and where the reader came back to with the back button. */
export function useMapSearch() {
  const search = useSearch({ from: '/signed-in/$code/karta' });
  const navigate = useNavigate({ from: '/$code/karta' });
  const router = useRouter();
  const [returned, setReturned] = useState<MapPlace | null>(null);

  const change = useCallback<ChangeSearch>(
    (part, { remember } = { remember: true }) => {
      if (part.lage === undefined) setReturned(null);
      void navigate({ search: (before) => withChange(before, part), replace: !remember });
    },
    [navigate],
  );
  useEffect(
    () =>
      router.history.subscribe(({ location, action }) => {
        if (action.type !== 'BACK' && action.type !== 'FORWARD' && action.type !== 'GO') return;
        setReturned(readPlace(new URLSearchParams(location.search).get('lage') ?? ''));
      }),
    [router],
  );
  return { search, change, returned };
}

function withChange(before: MapSearch, part: SearchChange): MapSearch {
  const after: Record<string, unknown> = { ...before, ...part };
  for (const [name, value] of Object.entries(after)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) delete after[name];
  }
  return after as MapSearch;
}
