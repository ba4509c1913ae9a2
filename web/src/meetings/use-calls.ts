import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

/** What changes a meeting: done, asked for again, and told when it did not work. */
export interface Calls {
  /** Does it; `true` when it worked. What went wrong stands in `problem` until the next. */
  act: (call: () => Promise<unknown>) => Promise<boolean>;
  refresh: () => Promise<void>;
  problem: unknown;
  code: string;
  meetingId: string;
}

export function useCalls(code: string, meetingId: string): Calls {
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const doings = useMemo(() => {
    const refresh = () => client.invalidateQueries({ queryKey: ['meetings', code] });
    const act = async (call: () => Promise<unknown>) => {
      setProblem(null);
      try {
        await call();
        return true;
      } catch (error) {
        setProblem(error);
        return false;
      } finally {
        await refresh();
      }
    };
    return { act, refresh };
  }, [client, code]);
  return { ...doings, problem, code, meetingId };
}
