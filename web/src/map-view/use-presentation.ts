import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type RefObject } from 'react';
import { savedViewsQuery } from './map-api.js';
import { readView, type MapSearch } from './map-search.js';

export interface Presentation {
  on: boolean;
  /** Name of the saved view that is shown; empty before the first. */
  name: string;
  start: () => void;
  stop: () => void;
}

/** The map alone on the whole screen; left and right arrow go between the saved views, Escape ends. */
export function usePresentation(
  code: string,
  open: (view: MapSearch) => void,
  root: RefObject<HTMLElement | null>,
): Presentation {
  const [on, setOn] = useState(false);
  const [at, setAt] = useState(-1);
  const views = useQuery({ ...savedViewsQuery(code), enabled: on }).data;

  useEffect(() => {
    if (!on) return undefined;
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') return setOn(false);
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      const count = views?.length ?? 0;
      if (step === 0 || count === 0) return undefined;
      // Otherwise the map would move as well.
      event.preventDefault();
      event.stopPropagation();
      const next = at < 0 && step < 0 ? count - 1 : (at + step + count) % count;
      setAt(next);
      const view = views?.[next];
      if (view !== undefined) open(readView(view.search));
      return undefined;
    };
    const screen = () => {
      if (document.fullscreenElement === null) setOn(false);
    };
    document.addEventListener('keydown', key, true);
    document.addEventListener('fullscreenchange', screen);
    return () => {
      document.removeEventListener('keydown', key, true);
      document.removeEventListener('fullscreenchange', screen);
    };
  }, [on, at, views, open]);

  return {
    on,
    name: views?.[at]?.name ?? '',
    start: () => {
      setAt(-1);
      setOn(true);
      // A browser that refuses still shows the map over the whole window.
      root.current?.requestFullscreen?.().catch(() => undefined);
    },
    stop: () => {
      setOn(false);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    },
  };
}
