import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** What single keys do on a page, by the key as it is typed without Shift: `j`, `?`. */
export type KeyTable = Readonly<Record<string, () => void>>;

/** Which key of the table another one stands for: `{ ArrowDown: 'j', 'Control+z': 'u' }`; Cmd is Control. */
type Aliases = Readonly<Record<string, string>>;

/** Keys that go step by step may be held down; others would switch on and off. */
const steps = new Set(['j', 'k']);

/**
 * Single keys of a page (WCAG 2.1.4). Not while somebody types or chooses, not over an open dialog, not with a modifier
 * unless an alias has it.
 *
 * @param on whether the user wants single keys
 * @param aliases given where arrows are keys too: what moves by arrows itself, as the map does, then keeps every key
 */
export function useSingleKeys(table: KeyTable, on: boolean, aliases?: Aliases): void {
  const latest = useRef(table);
  useLayoutEffect(() => {
    latest.current = table;
  });
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      if (isTyping(event.target, aliases !== undefined) || document.querySelector('dialog[open]') !== null) return;
      const key = keyOf(event, aliases);
      const act = Object.hasOwn(latest.current, key) ? latest.current[key] : undefined;
      if (act === undefined || (event.repeat && !steps.has(key))) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, aliases]);
}

function keyOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, aliases: Aliases = {}): string {
  const name = key.length === 1 ? key.toLowerCase() : key;
  const pressed = ctrlKey || metaKey ? `Control+${shiftKey ? 'Shift+' : ''}${name}` : name;
  return aliases[pressed] ?? pressed;
}

const typed = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select';
const movedByArrows = '[type=radio], [type=range], .maplibregl-canvas';

function isTyping(target: EventTarget | null, arrows: boolean): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches(arrows ? `${typed}, ${movedByArrows}` : typed);
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
