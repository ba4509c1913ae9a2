import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The width in pixels that an element has been given, so that a drawing's letters keep their size. */
export function useWidth<E extends HTMLElement>(first: number): [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    // Before the first paint, so that nothing is drawn wider than its place and then jumps.
    const { width: given } = element.getBoundingClientRect();
    setWidth(Math.max(1, Math.round(given)));
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.max(1, Math.round(entry.contentRect.width)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
