import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { inboxQuery, readReview, type Review } from './review-api.js';
import { filterOf, type ReviewSearch } from './review-search.js';
import { useReviewActs } from './use-review-acts.js';

/** The list of the inbox with the report that is looked at; what is done with it leaves the list at once. */
export function useInbox(
  code: string,
  search: ReviewSearch,
  words: { failed: string; nothingToUndo: string },
  wide: boolean,
) {
  const client = useQueryClient();
  const query = inboxQuery(code, filterOf(search));
  const { data, error, refetch } = useQuery(query);
  const acts = useReviewActs(code, words);
  const [chosenId, setChosenId] = useState<string | null>(search.valt ?? null);

  // A link may point at a report that lies beyond the end of the list.
  const [linked] = useState(search.valt);
  const [beyond, setBeyond] = useState<boolean | null>(linked === undefined ? false : null);
  if (beyond === null && data !== undefined) setBeyond(!data.items.some(({ id }) => id === linked));
  const apart = useQuery({ queryKey: ['reviews', code, 'one', linked], queryFn: () => readReview(code, linked!), enabled: beyond === true, retry: false }); // prettier-ignore
  const found = beyond === true ? apart.data : undefined;
  const waitsForLinked = beyond !== false && apart.isPending && chosenId === linked;

  const { stillThere } = acts;
  const items = useMemo(() => [...(found === undefined ? [] : [found]), ...(data?.items ?? [])].filter(stillThere), [found, data, stillThere]); // prettier-ignore
  // On a wide screen there is always one in sight; on a phone the list comes first.
  const chosen = items.find(({ id }) => id === chosenId) ?? (wide && !waitsForLinked ? items[0] : undefined) ?? null;
  const at = chosen === null ? -1 : items.indexOf(chosen);
  const step = (by: 1 | -1) => setChosenId(items[Math.min(items.length - 1, Math.max(0, at + by))]?.id ?? null);

  return {
    items,
    total: data === undefined ? undefined : data.total - data.items.filter((item) => !stillThere(item)).length,
    error,
    retry: () => void refetch(),
    chosen,
    at,
    choose: setChosenId,
    step,
    acts,
    /** The next report, when this one leaves the list. */
    goOn: (gone: readonly string[]) => {
      const rest = items.filter(({ id }) => !gone.includes(id));
      const before = items.slice(0, at).filter(({ id }) => !gone.includes(id)).length;
      setChosenId((rest[before] ?? rest.at(-1))?.id ?? null);
    },
    /** Puts a report that was changed elsewhere in its place. */
    replace: (after: Review) =>
      client.setQueryData(query.queryKey, (now) =>
        now === undefined ? now : { ...now, items: now.items.map((one) => (one.id === after.id ? after : one)) },
      ),
  };
}

export type Inbox = ReturnType<typeof useInbox>;
