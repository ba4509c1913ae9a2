import { useSyncExternalStore } from 'react';

/** A newer version waits, or another tab has taken it already: then only this page is old. */
type NewVersion = { readonly take: () => void } | null;

const hourly = 3600_000;
/** Here everything typed is kept on the device: the page may be loaded anew while nobody looks. */
const keepsItself = /\/rapportera\/?$/;

let version: NewVersion = null;
const listeners = new Set<() => void>();

function offer(next: NewVersion): void {
  version = next;
  for (const listener of listeners) listener();
}

/** The way to the newer version, when there is one. */
export function useNewVersion(): NewVersion {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => version,
  );
}

/**
 * Lets the device keep the form, so that it opens without a network. A new version waits until somebody fetches it, or until
 * the form lies in the background; the queue and the draft are in the device's storage and go with neither.
 */
export async function startServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  let asked = false;
  const hadOne = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    else if (hadOne) offer({ take: () => location.reload() });
  });
  const registration = await navigator.serviceWorker.register('/sw.js', { scope: '/' });
  const take = () => {
    asked = true;
    registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
  };
  const look = () => registration.waiting !== null && navigator.serviceWorker.controller !== null && offer({ take });
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  look();
  const update = () => void registration.update().catch(() => undefined); // Without a network the old one stays.
  setInterval(update, hourly);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') update();
    else if (registration.waiting !== null && keepsItself.test(location.pathname)) take();
  });
}
