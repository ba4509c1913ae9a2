import { carriedCaret, rebased, stepsBetween } from './text-steps.js';

/** A text as the server has it. */
export interface StoredNote {
  text: string;
  revision: number;
}

/** Two that wrote over the same words: both texts, and what they came from. */
export interface NoteConflict {
  base: string;
  mine: string;
  theirs: StoredNote;
}

/**
 * One note between the field and the server. `mine` is what stands in the field and is never changed under the writer's
 * hands but by what {@link accepted} and {@link heard} join; `base` is the text of the server that it was written on.
 */
export interface NoteSync {
  mine: string;
  base: StoredNote;
  /** The text that is on its way. */
  sending: string | null;
  conflict: NoteConflict | null;
  /** The last sending did not arrive. */
  waiting: boolean;
}

export function startSync(base: StoredNote): NoteSync {
  return { mine: base.text, base, sending: null, conflict: null, waiting: false };
}

/** What was kept from an earlier visit: written on an older text, and perhaps never sent. */
export function resumed(kept: { mine: string; base: StoredNote }, now: StoredNote): NoteSync {
  if (kept.mine === now.text || kept.mine === kept.base.text) return startSync(now);
  return { mine: kept.mine, base: kept.base, sending: null, conflict: null, waiting: true };
}

export function typed(sync: NoteSync, mine: string): NoteSync {
  return { ...sync, mine };
}

/** Whether there is something to send that may be sent. */
export function toSend(sync: NoteSync): boolean {
  return sync.sending === null && sync.conflict === null && sync.mine !== sync.base.text;
}

/** Whether everything in the field is at the server. */
export function isSaved(sync: NoteSync): boolean {
  return sync.sending === null && sync.conflict === null && sync.mine === sync.base.text;
}

export function sent(sync: NoteSync): NoteSync {
  return { ...sync, sending: sync.mine };
}

/** The server took it, and answers with the text that it has now: mine with the others' joined in. */
export function accepted(sync: NoteSync, now: StoredNote): NoteSync {
  const on = sync.sending ?? sync.base.text;
  const free = { ...sync, sending: null, waiting: false };
  if (sync.mine === on) return { ...free, mine: now.text, base: now };
  const mine = rebased(on, sync.mine, now.text);
  if (mine !== null) return { ...free, mine, base: now };
  return { ...free, conflict: { base: on, mine: sync.mine, theirs: now } };
}

/** The server did not take it: somebody else has written over the same words. */
export function refused(sync: NoteSync, theirs: StoredNote, base: string): NoteSync {
  return { ...sync, sending: null, waiting: false, conflict: { base, mine: sync.mine, theirs } };
}

/** It did not arrive; it stays as it is and is sent again. */
export function lost(sync: NoteSync): NoteSync {
  return { ...sync, sending: null, waiting: true };
}

/** Somebody else's text came. It is shown at once where nothing of mine waits; else the server joins it at the next sending. */
export function heard(sync: NoteSync, now: StoredNote): NoteSync {
  if (now.revision <= sync.base.revision) return sync;
  if (sync.conflict !== null) {
    if (now.revision <= sync.conflict.theirs.revision) return sync;
    return { ...sync, conflict: { ...sync.conflict, theirs: now } };
  }
  if (sync.sending !== null || sync.mine !== sync.base.text) return sync;
  return { ...sync, mine: now.text, base: now };
}

/** What somebody chose of two texts; it is sent on top of theirs. */
export function settled(sync: NoteSync, chosen: string): NoteSync {
  if (sync.conflict === null) return sync;
  return { mine: chosen, base: sync.conflict.theirs, sending: null, conflict: null, waiting: false };
}

/** So many characters that a line of theirs begins with too are not written once more. */
const longBeginning = 200;

/** Both texts after each other, theirs first; what they have in common at the beginning stands once. */
export function bothTexts({ mine, theirs }: NoteConflict): string {
  const [left, right] = [theirs.text.split('\n'), mine.split('\n')];
  const known = new Set(left);
  const added = right.filter((line) => !known.has(line)).map((line) => withoutBeginning(line, left));
  return [...left, ...added.filter((line) => line.trim() !== '')].join('\n');
}

/** Else a paragraph that two write on would double at each conflict, until it is too long to be kept. */
function withoutBeginning(line: string, others: readonly string[]): string {
  const shared = Math.max(...others.map((other) => sharedBeginning(line, other)));
  if (shared < longBeginning) return line;
  const rest = line.slice(shared).trim();
  return rest === '' ? '' : `… ${rest}`;
}

/** How many characters two lines begin with alike, in whole words of the first. */
function sharedBeginning(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at === one.length ? at : one.slice(0, at).lastIndexOf(' ') + 1;
}

/** The caret after a text has been changed from outside. */
export function caretAfter(caret: number, before: string, after: string): number {
  return carriedCaret(caret, stepsBetween(before, after));
}
