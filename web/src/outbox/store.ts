import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Entry } from './entry.js';

/** Where entries lie. */
export interface Store {
  /** Whether what is put here is there after the page has been closed. */
  readonly lasting: boolean;
  all(): Promise<Entry[]>;
  put(entry: Entry): Promise<void>;
  remove(id: string): Promise<void>;
}

interface Schema extends DBSchema {
  entries: { key: string; value: Entry };
}

/** The page's own memory, for where the device lets us keep nothing. */
export class MemoryStore implements Store {
  readonly lasting = false;
  private readonly entries = new Map<string, Entry>();

  all(): Promise<Entry[]> {
    return Promise.resolve([...this.entries.values()]);
  }

  put(entry: Entry): Promise<void> {
    this.entries.set(entry.id, entry);
    return Promise.resolve();
  }

  remove(id: string): Promise<void> {
    this.entries.delete(id);
    return Promise.resolve();
  }
}

/** IndexedDB: on disk before `put` answers (`durability: strict`). */
class LastingStore implements Store {
  readonly lasting = true;

  constructor(private readonly database: IDBPDatabase<Schema>) {}

  all(): Promise<Entry[]> {
    return this.database.getAll('entries');
  }

  async put(entry: Entry): Promise<void> {
    const write = this.database.transaction('entries', 'readwrite', { durability: 'strict' });
    await Promise.all([write.store.put(entry), write.done]);
  }

  async remove(id: string): Promise<void> {
    await this.database.delete('entries', id);
  }
}

/**
 * A store that never fails: entries that the device refuses to keep (closed storage, quota) stay in memory, and `lasting`
 * says so while there are any.
 */
export class FallingBackStore implements Store {
  private readonly memory = new MemoryStore();
  private inMemory = 0;

  constructor(private readonly disk: Store | null) {}

  get lasting(): boolean {
    return this.inMemory === 0;
  }

  async all(): Promise<Entry[]> {
    const kept = await this.memory.all();
    const ids = new Set(kept.map(({ id }) => id));
    const stored = this.disk === null ? [] : await this.disk.all().catch(() => []);
    return [...stored.filter(({ id }) => !ids.has(id)), ...kept];
  }

  async put(entry: Entry): Promise<void> {
    try {
      if (this.disk === null) throw new Error('no disk');
      await this.disk.put(entry);
      await this.memory.remove(entry.id);
    } catch {
      await this.memory.put(entry);
    }
    this.inMemory = (await this.memory.all()).length;
  }

  async remove(id: string): Promise<void> {
    await this.memory.remove(id);
    this.inMemory = (await this.memory.all()).length;
    await this.disk?.remove(id).catch(() => undefined);
  }
}

export async function openStore(): Promise<Store> {
  try {
    const database = await openDB<Schema>('narbild-outbox', 1, {
      upgrade: (made) => void made.createObjectStore('entries', { keyPath: 'id' }),
      // A newer version in another tab may change the database: let it.
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    });
    return new FallingBackStore(new LastingStore(database));
  } catch {
    return new FallingBackStore(null);
  }
}
