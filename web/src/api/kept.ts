import { openDB, type IDBPDatabase } from 'idb';

const store = 'answers';
/** With something kept, the page waits no longer than this for a fresh answer. */
const patience = 2_500;

let opened: Promise<IDBPDatabase> | undefined;

function database(): Promise<IDBPDatabase> {
  opened ??= openDB('narbild-kept', 1, { upgrade: (made) => void made.createObjectStore(store) });
  opened.catch(() => (opened = undefined));
  return opened;
}

async function read(key: string): Promise<unknown> {
  try {
    return await (await database()).get(store, key);
  } catch {
    return undefined; // Storage is closed in some private modes; then everything comes from the network.
  }
}

async function write(key: string, value: unknown): Promise<void> {
  try {
    await (await database()).put(store, value, key);
  } catch {
    // Full or closed: the answer then lasts as long as the page.
  }
}

/**
 * A fresh answer, which is kept for times without a network; or the kept one when there is no network, no answer or a slow
 * one. What is thrown when nothing is kept is what `fetch` threw.
 */
export async function freshOrKept<Value>(key: string, fetch: () => Promise<Value>): Promise<Value> {
  const fresh = fetch().then((value) => {
    void write(key, value);
    return value;
  });
  const kept = (await read(key)) as Value | undefined;
  if (kept === undefined) return fresh;
  const late = new Promise<Value>((resolve) => setTimeout(resolve, patience, kept));
  return Promise.race([fresh.catch(() => kept), late]);
}

/** Forgets everything that is kept: somebody signs out. */
export async function forgetKept(): Promise<void> {
  try {
    await (await database()).clear(store);
  } catch {
    // Nothing is kept where nothing can be.
  }
}
