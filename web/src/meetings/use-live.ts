import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** What the server says when something of the meeting has changed. */
export interface LiveChange {
  revision: number;
  what: string;
  id: string | null;
}

export interface Live {
  /** How many others follow the meeting; `null` while it is not known. */
  others: number | null;
  connected: boolean;
}

const firstPause = 1_000;
const longestPause = 15_000;

/**
 * Follows a meeting by server-sent events. The browser takes up a broken stream by itself; one that the server has ended
 * (signed out, restarted) is opened again here, ever more seldom. Each time it opens, `onChange(null)` asks for everything.
 */
export function useLive(address: string | null, onChange: (change: LiveChange | null) => void): Live {
  const [live, setLive] = useState<Live>({ others: null, connected: false });
  const act = useRef(onChange);
  useLayoutEffect(() => {
    act.current = onChange;
  });
  useEffect(() => {
    if (address === null) return undefined;
    let source: EventSource;
    let timer: number | undefined;
    let pause = firstPause;
    const open = () => {
      source = new EventSource(address);
      source.addEventListener('open', () => {
        pause = firstPause;
        setLive((now) => ({ ...now, connected: true }));
        act.current(null);
      });
      source.addEventListener('changed', (event) => act.current(changeIn(event)));
      source.addEventListener('present', (event) => {
        const count = countIn(event);
        if (count !== null) setLive((now) => ({ ...now, others: Math.max(0, count - 1) }));
      });
      source.addEventListener('error', () => {
        setLive({ others: null, connected: false });
        if (source.readyState !== EventSource.CLOSED) return;
        timer = window.setTimeout(open, pause);
        pause = Math.min(longestPause, pause * 2);
      });
    };
    open();
    return () => {
      window.clearTimeout(timer);
      source.close();
    };
  }, [address]);
  return live;
}

function dataOf(event: Event): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse((event as MessageEvent<string>).data);
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function changeIn(event: Event): LiveChange | null {
  const { revision, what, id } = dataOf(event);
  if (typeof revision !== 'number' || typeof what !== 'string') return null;
  return { revision, what, id: typeof id === 'string' ? id : null };
}

function countIn(event: Event): number | null {
  const { count } = dataOf(event);
  return typeof count === 'number' ? count : null;
}
