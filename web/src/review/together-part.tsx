import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { showToast } from '../ui/toast.js';
import { acceptTogether, type ReportSource, sourcesQuery, undoTogether } from './review-api.js';
import type { Words } from './use-words.js';

/** The reports of trusted sources that can be accepted in one press, with their number. */
export function TogetherPart({ code, words }: { code: string; words: Words }) {
  const sources = useQuery(sourcesQuery(code)).data ?? [];
  const ready = sources.filter(({ trust, ready: count }) => trust !== 'no' && count > 0);
  if (ready.length === 0) return null;
  return (
    <ul className="plain-list review-together">
      {ready.map((source) => (
        <Together key={source.organisationId} code={code} source={source} words={words} />
      ))}
    </ul>
  );
}

function Together({ code, source, words: { t } }: { code: string; source: ReportSource; words: Words }) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ['reviews', code] });
  const failed = (error: unknown) =>
    showToast({ text: error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : t('failed'), tone: 'bad' }); // prettier-ignore
  const undo = useMutation({
    mutationFn: (batch: string) => undoTogether(code, batch),
    onSuccess: ({ undone }) => showToast({ text: t('togetherUndone', { count: undone }) }),
    onError: failed,
    onSettled: again,
  });
  const accept = useMutation({
    mutationFn: () => acceptTogether(code, source.organisationId),
    onSuccess: ({ accepted, batchId }) => {
      const text = t('togetherDone', { count: accepted });
      showToast({ text, tone: 'good', undo: { act: () => undo.mutate(batchId) } });
    },
    onError: failed,
    onSettled: again,
  });
  return (
    <li>
      <p className="small">{t('togetherText', { count: source.ready, name: source.name })}</p>
      <Button busy={accept.isPending} onClick={() => accept.mutate()}>
        {t('together', { count: source.ready })}
      </Button>
    </li>
  );
}
