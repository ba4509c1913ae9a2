import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** What single keys do on a page, by the key as it is typed without Shift: `j`, `?`. */
export type KeyTable = Readonly<Record<string, () => void>>;

/** Keys that go step by step may be held down; others would switch on and off. */
const steps = new Set(['j', 'k']);

/**
 * Single keys of a page (WCAG 2.1.4). Not while somebody types or chooses, not over an open dialog, not with a modifier.
 *
 * @param on whether the user wants single keys
 */
export function useSingleKeys(table: KeyTable, on: boolean): void {
  const latest = useRef(table);
  useLayoutEffect(() => {
    latest.current = table;
  });
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      const key = event.key.toLowerCase();
      const act = Object.hasOwn(latest.current, key) ? latest.current[key] : undefined;
      if (act === undefined || (event.repeat && !steps.has(key))) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio], [type=range]), textarea, select'); // prettier-ignore
}

/**
 * Whether somebody wants single keys; remembered in this browser.
 *
 * @param page `map`, `meeting`, `review`
 */
export function useKeysSetting(page: string): [boolean, (on: boolean) => void] {
  const name = `narbild.${page}-keys`;
  const [on, setOn] = useState(() => {
    try {
      return localStorage.getItem(name) !== 'off';
    } catch {
      return true;
    }
  });
  const change = (next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(name, next ? 'on' : 'off');
    } catch {
      // Storage is closed: the choice holds until the page is closed.
    }
  };
  return [on, change];
}
