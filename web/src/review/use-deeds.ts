import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError } from '../api/problem.js';
import type { KeyTable } from '../ui/single-keys.js';
import { showToast } from '../ui/toast.js';
import type { ReviewDeeds } from './review-detail.js';
import type { OpenDialog } from './review-dialogs.js';
import { type Act, clearText, reasonsQuery, type Review, separate } from './review-api.js';
import type { Inbox } from './use-inbox.js';
import type { Words } from './use-words.js';

interface DeedsProps {
  code: string;
  inbox: Inbox;
  words: Words;
  setDialog: (open: OpenDialog) => void;
}

export interface Deeds extends ReviewDeeds {
  /** What was done last, in words. */
  said: string;
  undo: () => void;
  settle: (again: boolean) => void;
  finishDismiss: (reason: string, note: string | null) => void;
  finishAsk: (text: string) => void;
  finishCorrect: (after: Review) => void;
  keys: KeyTable;
}

const told = { accept: 'accepted', dismiss: 'dismissed', ask: 'asked', merge: 'merged', reopen: 'reopened' } as const;

/** Everything that can be done with the chosen report, by press or by key. */
export function useDeeds({ code, inbox, words, setDialog }: DeedsProps): Deeds {
  const client = useQueryClient();
  // Asked for beforehand, so that the reasons are there when the dialog opens.
  useQuery(reasonsQuery(code));
  const { t } = words;
  const { chosen, acts } = inbox;
  const [said, setSaid] = useState('');
  const waiting = chosen !== null && (chosen.status === 'received' || chosen.status === 'asked');
  const again = () => void client.invalidateQueries({ queryKey: ['reviews', code] });
  const tellProblem = (error: unknown) =>
    showToast({ text: error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : t('failed'), tone: 'bad' }); // prettier-ignore

  const act = (doing: Act) => {
    if (chosen === null) return;
    inbox.goOn([chosen.id, ...(doing.kind === 'merge' ? [doing.twin.id] : [])]);
    acts.act(chosen, doing);
    setSaid(t(told[doing.kind], { what: words.what(chosen) }));
    setDialog(null);
  };
  const clear = useMutation({
    mutationFn: (item: Review) => clearText(code, item),
    onSuccess: (after) => {
      inbox.replace(after);
      acts.remember(after, after.version);
      setSaid(t('cleared'));
    },
    onError: tellProblem,
  });
  const apart = useMutation({
    mutationFn: (mergeId: string) => separate(code, mergeId),
    onSuccess: () => setSaid(t('separated')),
    onError: tellProblem,
    onSettled: again,
  });
  const undo = () =>
    void acts.undo().then((item) => {
      if (item === null) return;
      setSaid(t('undone', { what: words.what(item) }));
      inbox.choose(item.id);
    });
  const deeds: ReviewDeeds = {
    accept: () => waiting && act({ kind: 'accept' }),
    dismiss: () => chosen !== null && chosen.status !== 'dismissed' && setDialog('dismiss'),
    ask: () => {
      if (chosen === null || !waiting) return;
      if (chosen.source === 'report' && chosen.reporter !== null) setDialog('ask');
      else showToast({ text: t('nobodyToAsk') });
    },
    correct: () => chosen !== null && chosen.status !== 'dismissed' && setDialog('correct'),
    clear: () => chosen !== null && !chosen.descriptionCleared && clear.mutate(chosen),
    reopen: () => act({ kind: 'reopen' }),
    separate: () => chosen?.mergeId && apart.mutate(chosen.mergeId),
    merge: (twin) => waiting && act({ kind: 'merge', twin }),
  };
  return {
    ...deeds,
    said,
    undo,
    settle: (wanted) => {
      const { conflict } = acts;
      acts.forgetConflict();
      if (conflict === null) return;
      if (wanted) acts.act(conflict.theirs, conflict.mine);
      else again();
    },
    finishDismiss: (reason, note) => act({ kind: 'dismiss', reason, note }),
    finishAsk: (text) => act({ kind: 'ask', text }),
    finishCorrect: (after) => {
      inbox.replace(after);
      acts.remember(after, after.version);
      setSaid(t('corrected', { what: words.what(after) }));
      setDialog(null);
    },
    keys: {
      g: deeds.accept,
      a: deeds.dismiss,
      f: deeds.ask,
      r: deeds.correct,
      t: deeds.clear,
      u: undo,
      s: () => chosen?.twins[0] !== undefined && deeds.merge(chosen.twins[0]),
    },
  };
}
