import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { useTexts } from '../ui/language.js';
import { meetingTexts } from './texts.js';

interface FrozenViewProps {
  code: string;
  id: string;
  label: string;
}

/** The map that a decision was made on, as it was drawn then; in words where the reader may not see what it builds on. */
export function FrozenView({ code, id, label }: FrozenViewProps) {
  const t = useTexts(meetingTexts);
  const { data, error } = useQuery({
    queryKey: ['frozen-view', code, id],
    queryFn: () => picture(code, id),
    staleTime: Infinity,
    retry: false,
  });
  const address = useAddress(data ?? null);
  if (error instanceof ProblemError && [403, 404].includes(error.problem.status)) return <p className="muted">{t('viewHidden')}</p>; // prettier-ignore
  return address === null ? null : <img className="minutes-view" src={address} alt={label} />;
}

async function picture(code: string, id: string): Promise<Blob> {
  const call = api.GET('/api/v1/municipalities/{code}/views/{id}/picture', { params: { path: { code, id } }, parseAs: 'blob' }); // prettier-ignore
  return (await answer(call)) as unknown as Blob;
}

/** An address of the page's own for a file; given back when it is no longer shown. */
function useAddress(file: Blob | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (file === null) return undefined;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
