import { useEffect, type RefObject } from 'react';

/** Keeps the open item of the agenda in sight when the decision below it grows or shrinks; not while somebody writes in the agenda. */
export function useKeptItem(agenda: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = agenda.current;
    if (element === null) return;
    let height = element.clientHeight;
    const watch = new ResizeObserver(() => {
      const before = height;
      height = element.clientHeight;
      if (height === before || element.contains(document.activeElement)) return;
      element.querySelector('.meeting-item[data-open]')?.scrollIntoView({ block: 'start' });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [agenda]);
}
