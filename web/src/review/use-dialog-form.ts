import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * A form within a dialog: its first field has the focus when it opens, and keys pressed anywhere in the dialog reach it.
 *
 * @param onKey what a key does; a key that is typed into a text is left alone unless Ctrl or Cmd is held
 * @param ready whether the fields are there yet
 */
export function useDialogForm(onKey: (event: KeyboardEvent) => void, ready = true): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const latest = useRef(onKey);
  useLayoutEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    if (ready) form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [ready]);
  useEffect(() => {
    const dialog = form.current?.closest('dialog');
    const press = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey) return;
      latest.current(event);
    };
    dialog?.addEventListener('keydown', press);
    return () => dialog?.removeEventListener('keydown', press);
  }, []);
  return form;
}
