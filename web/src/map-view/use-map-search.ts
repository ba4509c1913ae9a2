import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { readPlace, type MapPlace, type MapSearch } from './map-search.js';

/** What changes in the address; `undefined` takes a part away. */
export type SearchChange = { [Key in keyof MapSearch]?: MapSearch[Key] | undefined };
export type ChangeSearch = (part: SearchChange, how?: { remember: boolean }) => void;

/** The view in the address: what it is, how to change it, and where a saved view or the back button led: a new object each time. */
export function useMapSearch() {
  const search = useSearch({ from: '/signed-in/$code/karta' });
  const navigate = useNavigate({ from: '/$code/karta' });
  const router = useRouter();
  const [returned, setReturned] = useState<MapPlace | null>(null);

  const change = useCallback<ChangeSearch>(
    (part, { remember } = { remember: true }) => {
      void navigate({ search: (before) => withChange(before, part), replace: !remember });
    },
    [navigate],
  );
  /** Another whole view, for example a saved one; the map goes where it points. */
  const open = useCallback(
    (view: MapSearch) => {
      setReturned(readPlace(view.lage ?? ''));
      void navigate({ search: view });
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
  return { search, change, open, returned };
}

/** The same kind of change for a view that somebody else holds; two changes in a row build on each other. */
export function useHeldView(view: MapSearch, onView: (view: MapSearch) => void): ChangeSearch {
  const latest = useRef({ view, onView });
  useEffect(() => {
    latest.current = { view, onView };
  });
  return useCallback((part) => {
    const next = withChange(latest.current.view, part);
    latest.current = { ...latest.current, view: next };
    latest.current.onView(next);
  }, []);
}

export function withChange(before: MapSearch, part: SearchChange): MapSearch {
  const after: Record<string, unknown> = { ...before, ...part };
  for (const [name, value] of Object.entries(after)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) delete after[name];
  }
  return after as MapSearch;
}
