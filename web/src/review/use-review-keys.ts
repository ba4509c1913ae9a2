import { useEffect, useLayoutEffect, useRef } from 'react';

/** What a single key does in the inbox. */
export type KeyTable = Readonly<Record<string, () => void>>;

/** Keys that mean the same as another. */
const same: Readonly<Record<string, string>> = { ArrowDown: 'j', ArrowUp: 'k' };

/**
 * Single keys of the inbox. Not while somebody types, not over an open dialog, not with a modifier; Ctrl+Z (Cmd+Z) is `u`.
 *
 * @param on whether the user wants single keys
 */
export function useReviewKeys(table: KeyTable, on: boolean): void {
  const latest = useRef(table);
  useLayoutEffect(() => {
    latest.current = table;
  });
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]'))
        return;
      const control = event.ctrlKey || event.metaKey;
      const key = control
        ? event.key.toLowerCase() === 'z' && !event.shiftKey
          ? 'u'
          : ''
        : (same[event.key] ?? event.key);
      const act = latest.current[key.length === 1 ? key.toLowerCase() : key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}

/** Whether keys belong to what has the focus: a field, or the map, which moves with the arrows. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input:not([type=checkbox]), textarea, select, .maplibregl-canvas') !== null
  );
}
