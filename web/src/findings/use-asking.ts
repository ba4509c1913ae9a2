import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../ui/language.js';
import { ask, giveUp, stateOf, type AnalysisRun, type NewAnalysis } from './findings-api.js';

/** How a question stands. */
export interface Asking {
  readonly run: AnalysisRun | null;
  /** What is being done and how far, 0 to 1, when it takes longer than a moment. */
  readonly going: { readonly step: string; readonly progress: number } | null;
  readonly waiting: boolean;
  readonly cancelled: boolean;
  readonly error: unknown;
  readonly cancel: () => void;
  readonly again: () => void;
}

const askAgainMilliseconds = 700;

/**
 * Asks a question of the incidents and follows it until it is answered. `null`: nothing is asked yet. Another question,
 * or leaving the page, gives up the one that goes on: only what somebody waits for may hold a thread.
 */
export function useAsking(code: string, request: NewAnalysis | null): Asking {
  const language = useLanguage();
  const client = useQueryClient();
  const key = JSON.stringify(request);
  const askedKey = ['analyses', code, 'asked', key, language];
  const [gaveUp, setGaveUp] = useState<string | null>(null);
  const cancelled = gaveUp === key;
  const asked = useQuery({
    queryKey: askedKey,
    queryFn: ({ signal }) => ask(code, request ?? {}, signal),
    enabled: request !== null && !cancelled,
    staleTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const id = asked.data?.state === 'running' && !cancelled ? asked.data.id : null;
  const followed = useQuery({
    queryKey: ['analyses', code, 'followed', id, language],
    queryFn: ({ signal }) => stateOf(code, id ?? '', signal),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? askAgainMilliseconds : false),
    retry: 2,
  }); // prettier-ignore
  const state = (id === null ? undefined : followed.data) ?? asked.data;
  useLeaving({
    code,
    id,
    going: state?.state === 'running',
    forget: () => client.removeQueries({ queryKey: askedKey }),
  });

  const failed = state?.state === 'failed' ? new Error(state.problem ?? state.step) : null;
  return {
    run: state?.state === 'done' ? state : null,
    going: state?.state === 'running' && !cancelled ? { step: state.step, progress: state.progress } : null,
    waiting: request !== null && !cancelled && asked.error === null && state?.state !== 'done' && failed === null,
    cancelled: cancelled || state?.state === 'cancelled',
    error: asked.error ?? followed.error ?? failed,
    cancel: () => {
      setGaveUp(key);
      void client.cancelQueries({ queryKey: askedKey });
    },
    again: () => {
      setGaveUp(null);
      client.removeQueries({ queryKey: askedKey });
      void asked.refetch();
    },
  };
}

interface Leaving {
  code: string;
  id: string | null;
  going: boolean;
  forget: () => void;
}

/** Gives up a run on the server when its page no longer waits for it. */
function useLeaving({ code, id, going, forget }: Leaving): void {
  const latest = useRef({ going, forget });
  useEffect(() => {
    latest.current = { going, forget };
  });
  useEffect(() => {
    if (id === null) return undefined;
    const { forget: forgetThis } = latest.current;
    return () => {
      // What has been answered need not be given up; should the answer come at this very moment, it is stored.
      if (!latest.current.going) return;
      void giveUp(code, id).catch(() => undefined);
      forgetThis();
    };
  }, [code, id]);
}
