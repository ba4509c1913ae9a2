import { useEffect, useLayoutEffect, useRef } from 'react';

/** What single keys do in a meeting. */
export type MeetingKeys = Readonly<Record<string, () => void>>;

/**
 * Single keys in a meeting. Not while somebody types or chooses, not on the map, not over a dialog, not with a modifier.
 * Escape leaves a field, so that the keys work again.
 */
export function useMeetingKeys(keys: MeetingKeys, on: boolean): void {
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('dialog[open]') !== null) return;
      if (event.key === 'Escape' && isField(event.target)) return event.target.blur();
      if (!on || isField(event.target) || isMap(event.target)) return;
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}

function isField(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select');
}

function isMap(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('.maplibregl-canvas') !== null;
}
