import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../api/problem.js';
import { showToast } from '../ui/toast.js';
import { type Act, readReview, type Review, send, type Sent, separate, takeBack } from './review-api.js';

/** Somebody else was first: what they made of it, and what was wanted here. */
export interface Conflict {
  readonly theirs: Review;
  readonly mine: Act;
}

interface Done {
  readonly item: Review;
  readonly answer: Promise<Sent | null>;
}

/**
 * Acts on reports at once on the page and one after the other at the API. What fails comes back to the list: with the
 * other's change when somebody else was first, else with what went wrong.
 *
 * @param words of the notice when an act failed
 */
export function useReviewActs(code: string, words: { failed: string; nothingToUndo: string }) {
  const client = useQueryClient();
  const [handled, setHandled] = useState<ReadonlyMap<string, number>>(new Map());
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const chain = useRef<Promise<unknown>>(Promise.resolve());
  const [sending, setSending] = useState(0);
  const open = useRef(0);
  const done = useRef<Done[]>([]);

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    open.current += 1;
    setSending(open.current);
    const result = chain.current.then(work);
    chain.current = result
      .catch(() => undefined)
      .finally(() => {
        open.current -= 1;
        setSending(open.current);
        // The list is asked again when nothing more is on its way, not between two acts.
        if (open.current === 0) void client.invalidateQueries({ queryKey: ['reviews', code] });
      });
    return result;
  };
  const giveBack = (item: Review, twin?: { id: string }) =>
    setHandled((now) => new Map([...now].filter(([id]) => id !== item.id && id !== twin?.id)));

  const fail = async (error: unknown, item: Review, act: Act) => {
    giveBack(item, act.kind === 'merge' ? act.twin : undefined);
    if (error instanceof ProblemError && error.problem.status === 412) {
      const theirs = await readReview(code, item.id);
      // A merge may have failed by its other half: then this one is as it was, and the list is asked again.
      if (theirs.version !== item.version) return setConflict({ theirs, mine: act });
    }
    const text = error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : words.failed;
    showToast({ text, tone: 'bad' });
  };

  /** Does it; the item leaves the list at once. */
  const act = (item: Review, doing: Act) => {
    setConflict(null);
    setHandled((now) => {
      const next = new Map(now).set(item.id, item.version);
      return doing.kind === 'merge' ? next.set(doing.twin.id, doing.twin.version) : next;
    });
    const result = inTurn(() => send(code, item, doing)).catch(async (error: unknown) => {
      await fail(error, item, doing);
      return null;
    });
    done.current.push({ item, answer: result });
  };

  /** Takes the latest act back; the report that comes back, or null when there was none. */
  const undo = async (): Promise<Review | null> => {
    const last = done.current.pop();
    if (last === undefined) {
      showToast({ text: words.nothingToUndo });
      return null;
    }
    const answer = await last.answer;
    if (answer === null) return last.item;
    try {
      await inTurn(async () => {
        if (answer.mergeId !== null) await separate(code, answer.mergeId);
        else await takeBack(code, { id: last.item.id, version: answer.version });
      });
      return last.item;
    } catch (error) {
      const text = error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : words.failed;
      showToast({ text, tone: 'bad' });
      return null;
    }
  };

  /** Remembers something that was done elsewhere (a correction), so that it can be taken back. */
  const remember = (item: Review, version: number) =>
    done.current.push({ item, answer: Promise.resolve({ version, mergeId: null }) });

  /** What the list still shows: not what was handled at the version that it holds. */
  const stillThere = useCallback(
    (item: { id: string; version: number }) => (handled.get(item.id) ?? 0) < item.version,
    [handled],
  );

  // Closing the page now would lose what has not been sent.
  useEffect(() => {
    if (sending === 0) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [sending]);

  return { sending, act, undo, remember, stillThere, conflict, forgetConflict: () => setConflict(null) };
}
