import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { useTexts } from '../ui/language.js';
import { appTexts } from './texts.js';

/** How many reports wait for review, at the word in the menu; `id` is what the link is described by. */
export function WaitingCount({ id, code }: { id: string; code: string }) {
  const t = useTexts(appTexts);
  const { data } = useQuery({
    // The review page asks for everything under `reviews` again when something was decided.
    queryKey: ['reviews', code, 'count'],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/reviews/count', { params: { path: { code } } })),
    refetchInterval: 60_000,
  });
  if (data === undefined || data.waiting === 0) return null;
  return (
    <>
      <span className="menu-count" aria-hidden="true">
        {data.waiting > 99 ? '99+' : data.waiting}
      </span>
      {/* Not part of the link's name, but what it is described by. */}
      <span id={id} hidden>
        {t('waiting', { count: data.waiting })}
      </span>
    </>
  );
}
