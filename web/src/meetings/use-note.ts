import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { onRecovery } from '../api/connection.js';
import { dropDraft, keepDraft, readDraft } from '../api/drafts.js';
import { ProblemError } from '../api/problem.js';
import * as rules from './note-sync.js';
import type { NoteConflict, NoteSync, StoredNote } from './note-sync.js';

/** Sent when the writer rests this long, and at the latest so long after the first key. */
const rest = 800;
const longest = 3_000;
/** Without contact it is tried again so often; the page's own sign of recovery comes before. */
const again = 2_000;

/** What the server made of a text: taken, perhaps joined with the others', or refused with theirs. */
export type Saved = { kind: 'accepted'; note: StoredNote } | { kind: 'conflict'; theirs: StoredNote; base: string };

interface NoteOptions {
  stored: StoredNote;
  /** Whose text it is and what it is kept as in this browser until the server has it. */
  account: string;
  keptAs: string;
  save: (base: StoredNote, text: string) => Promise<Saved>;
  /** Around the field, for the caret. */
  around: RefObject<HTMLElement | null>;
}

export interface Note {
  text: string;
  state: 'saved' | 'unsaved' | 'sending' | 'waiting' | 'conflict' | 'refused';
  conflict: NoteConflict | null;
  /** Why the server does not take it as it is: personal data, or no right. */
  problem: unknown;
  onText: (text: string) => void;
  settle: (chosen: string) => void;
}

/** One note that saves itself, joins what others write, waits without a network and survives a reload. */
export function useNote({ stored, account, keptAs, save, around }: NoteOptions): Note {
  const [sync, setSync] = useState(() => begin(account, keptAs, stored));
  const [problem, setProblem] = useState<unknown>(null);
  const latest = useRef(sync);
  const how = useRef(save);
  const timers = useRef<{ rest?: number; longest?: number }>({});
  const caret = useCaret(around, sync.mine);
  useLayoutEffect(() => {
    how.current = save;
  });

  const become = useCallback(
    (next: NoteSync) => {
      if (next.mine !== latest.current.mine) caret(latest.current.mine, next.mine);
      latest.current = next;
      setSync(next);
      if (rules.isSaved(next)) dropDraft(account, keptAs);
      else keepDraft(account, keptAs, { mine: next.mine, base: next.base });
    },
    [account, keptAs, caret],
  );
  const send = useCallback(
    async function deliver(): Promise<void> {
      stopTimers(timers.current);
      if (!rules.toSend(latest.current)) return;
      const { base, mine } = latest.current;
      become(rules.sent(latest.current));
      try {
        const saved = await how.current(base, mine);
        setProblem(null);
        become(saved.kind === 'accepted' ? rules.accepted(latest.current, saved.note) : rules.refused(latest.current, saved.theirs, saved.base)); // prettier-ignore
        if (rules.toSend(latest.current)) void deliver();
      } catch (error) {
        become(rules.lost(latest.current));
        if (mayPass(error)) timers.current.rest = window.setTimeout(() => void deliver(), again);
        else setProblem(error);
      }
    },
    [become],
  );

  useEffect(() => {
    become(rules.heard(latest.current, stored));
  }, [become, stored]);
  useEffect(() => {
    const held = timers.current;
    if (latest.current.waiting) void send();
    const stop = onRecovery(() => void send());
    return () => {
      stop();
      stopTimers(held);
      // Leaving the item sends what has not been sent; if it does not arrive it is kept and sent at the next visit.
      void send();
    };
  }, [send]);

  return {
    text: sync.mine,
    state: stateOf(sync, problem),
    conflict: sync.conflict,
    problem,
    onText: (text) => {
      setProblem(null);
      latest.current = rules.typed(latest.current, text);
      become(latest.current);
      window.clearTimeout(timers.current.rest);
      timers.current.rest = window.setTimeout(() => void send(), rest);
      timers.current.longest ??= window.setTimeout(() => void send(), longest);
    },
    settle: (chosen) => {
      become(rules.settled(latest.current, chosen));
      void send();
    },
  };
}

function begin(account: string, keptAs: string, stored: StoredNote): NoteSync {
  const kept = readDraft(account, keptAs);
  return isDraft(kept) ? rules.resumed(kept, stored) : rules.startSync(stored);
}

function isDraft(kept: unknown): kept is { mine: string; base: StoredNote } {
  if (typeof kept !== 'object' || kept === null || !('mine' in kept) || !('base' in kept)) return false;
  const base = kept.base as Partial<StoredNote> | null;
  return typeof kept.mine === 'string' && typeof base?.text === 'string' && typeof base.revision === 'number';
}

function stopTimers(timers: { rest?: number; longest?: number }): void {
  window.clearTimeout(timers.rest);
  window.clearTimeout(timers.longest);
  delete timers.rest;
  delete timers.longest;
}

/** Whether sending the same again may work: no contact, or a server that cannot just now. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return true;
  const { status } = error.problem;
  return status === 0 || status === 401 || status === 429 || status >= 500;
}

function stateOf(sync: NoteSync, problem: unknown): Note['state'] {
  if (sync.conflict !== null) return 'conflict';
  if (problem !== null) return 'refused';
  if (sync.waiting) return 'waiting';
  if (sync.sending !== null) return 'sending';
  return rules.isSaved(sync) ? 'saved' : 'unsaved';
}

/** Keeps the caret beside the same word when the text is changed from outside. */
function useCaret(around: RefObject<HTMLElement | null>, text: string): (before: string, after: string) => void {
  const place = useRef<{ from: number; to: number } | null>(null);
  useLayoutEffect(() => {
    const area = around.current?.querySelector('textarea');
    if (area && place.current !== null && document.activeElement === area)
      area.setSelectionRange(place.current.from, place.current.to);
    place.current = null;
  }, [around, text]);
  return useCallback(
    (before, after) => {
      const area = around.current?.querySelector('textarea');
      if (area?.value !== before) return;
      place.current = {
        from: rules.caretAfter(area.selectionStart, before, after),
        to: rules.caretAfter(area.selectionEnd, before, after),
      };
    },
    [around],
  );
}
