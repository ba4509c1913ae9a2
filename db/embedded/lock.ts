import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a data folder: enough to tell a living holder from a process number that was used again. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Kernel start tick of the process, where the system tells it (Linux). */
  readonly started: string | null;
}

/** Thrown when another living process has the folder. The message is for the person at the terminal. */
export class FolderInUse extends Error {
  constructor(
    readonly lockFile: string,
    readonly pid: number,
    why: string,
  ) {
    super(
      `The database folder is in use by process ${pid} (${why}). Stop that process first. ` +
        `If you are certain that it is gone, remove ${lockFile}.`,
    );
    this.name = 'FolderInUse';
  }
}

/**
 * Takes the folder for this process, or throws FolderInUse. PGlite itself has no lock, and two processes on one folder
 * destroy it. A lock is taken over only when its holder is dead, never because it is old.
 * The lock file is linked into place with its content, so that nobody ever reads a half-written one.
 *
 * @returns a function that gives the folder back; calling it twice is harmless.
 */
export function takeLock(lockFile: string): () => void {
  const mine = JSON.stringify(holderOf(process.pid));
  const draft = `${lockFile}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    if (!linked(draft, lockFile)) {
      clearDead(lockFile);
      if (!linked(draft, lockFile)) throw new FolderInUse(lockFile, readHolder(lockFile)?.pid ?? 0, 'it was faster');
    }
  } finally {
    unlinkSync(draft);
  }
  return () => {
    if (contentOf(lockFile) === mine) unlinkSync(lockFile);
  };
}

/** Removes the lock of a dead holder; throws when the holder lives or cannot be asked. */
function clearDead(lockFile: string): void {
  const found = contentOf(lockFile);
  if (found === null) return;
  const holder = parseHolder(found);
  if (holder) refuseIfAlive(lockFile, holder);
  // Two newcomers may find the same dead lock. Whoever renames it checks that it is the very lock that was judged.
  const aside = `${lockFile}.${process.pid}.dead`;
  try {
    renameSync(lockFile, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const taken = contentOf(aside);
  if (taken !== found) linked(aside, lockFile);
  unlinkSync(aside);
}

function refuseIfAlive(lockFile: string, holder: Holder): void {
  if (holder.host !== hostname()) throw new FolderInUse(lockFile, holder.pid, `on the machine ${holder.host}`);
  if (holder.pid === process.pid || !isAlive(holder.pid)) return;
  const started = startTick(holder.pid);
  if (holder.started !== null && started !== null && holder.started !== started) return;
  throw new FolderInUse(lockFile, holder.pid, 'it is running');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function holderOf(pid: number): Holder {
  return { pid, host: hostname(), started: startTick(pid) };
}

/** Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces, so the fields are counted after its bracket. */
function startTick(pid: number): string | null {
  const stat = contentOf(`/proc/${pid}/stat`);
  if (stat === null) return null;
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function readHolder(lockFile: string): Holder | null {
  const content = contentOf(lockFile);
  return content === null ? null : parseHolder(content);
}

function parseHolder(content: string): Holder | null {
  try {
    const value = JSON.parse(content) as Partial<Holder> | null;
    if (typeof value?.pid !== 'number' || typeof value.host !== 'string') return null;
    return { pid: value.pid, host: value.host, started: typeof value.started === 'string' ? value.started : null };
  } catch {
    return null;
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}
