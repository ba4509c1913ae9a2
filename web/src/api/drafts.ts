/** Texts that somebody has written and the server has not taken yet, in this browser, each under its writer's account. */
const prefix = 'narbild.draft.';

const keyOf = (account: string, name: string) => `${prefix}${account}.${name}`;

export function readDraft(account: string, name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(keyOf(account, name)) ?? 'null') as unknown;
  } catch {
    return null; // Storage is closed: what is written lasts as long as the page.
  }
}

export function keepDraft(account: string, name: string, value: unknown): void {
  try {
    localStorage.setItem(keyOf(account, name), JSON.stringify(value));
  } catch {
    // Full or closed: then the text lasts as long as the page.
  }
}

export function dropDraft(account: string, name: string): void {
  try {
    localStorage.removeItem(keyOf(account, name));
  } catch {
    // There is nothing to drop.
  }
}

/** Forgets what everybody else has written here; with `null`, all of it: somebody signs out. */
export function forgetDrafts(exceptOf: string | null): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefix) && (exceptOf === null || !key.startsWith(`${prefix}${exceptOf}.`)))
        localStorage.removeItem(key);
  } catch {
    // Nothing is kept where nothing can be.
  }
}
