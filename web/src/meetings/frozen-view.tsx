import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { meetingTexts } from './texts.js';

interface FrozenViewProps {
  code: string;
  id: string;
  label: string;
}

/** The map that a decision was made on, as it was drawn then; in words where the reader may not see what it builds on. */
export function FrozenView({ code, id, label }: FrozenViewProps) {
  const t = useTexts(meetingTexts);
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['frozen-view', code, id, language],
    queryFn: () => picture(code, id),
    staleTime: Infinity,
    retry: false,
  });
  if (error instanceof ProblemError && [403, 404].includes(error.problem.status)) return <p className="muted">{t('viewHidden')}</p>; // prettier-ignore
  return data === undefined ? null : <img className="minutes-view" src={data} alt={label} />;
}

/** The drawing as an address of the page's own. */
async function picture(code: string, id: string): Promise<string> {
  const call = api.GET('/api/v1/municipalities/{code}/views/{id}/picture', { params: { path: { code, id } }, parseAs: 'blob' }); // prettier-ignore
  return URL.createObjectURL((await answer(call)) as unknown as Blob);
}
