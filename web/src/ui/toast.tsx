import { useEffect, useSyncExternalStore } from 'react';
import { Button, IconButton } from './button.js';
import { Icon } from './icons.js';
import { useTexts } from './language.js';
import { uiTexts } from './texts.js';
import './toast.css';

export interface Toast {
  text: string;
  tone?: 'good' | 'bad' | 'plain';
  /** Takes back what was just done; the word is "Ångra" unless told. */
  undo?: { act: () => void; label?: string };
}

interface ShownToast extends Toast {
  id: number;
}

let shown: readonly ShownToast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly ShownToast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Tells what was just done, with a way back. At most three at a time; callable from anywhere. */
export function showToast(toast: Toast): void {
  lastId += 1;
  change([...shown.slice(-2), { ...toast, id: lastId }]);
}

function dismiss(id: number): void {
  change(shown.filter((toast) => toast.id !== id));
}

/** Where toasts appear; stands once, in the layout. */
export function ToastRegion() {
  const t = useTexts(uiTexts);
  const toasts = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => shown,
  );
  return (
    <section className="toasts" aria-label={t('notices')}>
      <output aria-live="polite">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </output>
    </section>
  );
}

/** Long enough to read and to reach "Ångra"; waits as long as the pointer or the focus rests in the page's toast. */
const secondsShown = 10;

function ToastCard({ toast }: { toast: ShownToast }) {
  const t = useTexts(uiTexts);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.querySelector('.toast:hover, .toast:focus-within') === null) dismiss(toast.id);
    }, secondsShown * 1000);
    return () => clearInterval(timer);
  }, [toast.id]);
  return (
    <div className="toast" data-tone={toast.tone ?? 'plain'}>
      {toast.tone !== undefined && toast.tone !== 'plain' && <Icon name={toast.tone === 'good' ? 'check' : 'alert'} />}
      <p>{toast.text}</p>
      {toast.undo !== undefined && (
        <Button
          look="quiet"
          icon="undo"
          onClick={() => {
            toast.undo?.act();
            dismiss(toast.id);
          }}
        >
          {toast.undo.label ?? t('undo')}
        </Button>
      )}
      <IconButton icon="close" label={t('close')} onClick={() => dismiss(toast.id)} />
    </div>
  );
}
