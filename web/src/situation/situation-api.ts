import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';
import type { Language } from '../ui/language.js';

export type Situation = components['schemas']['Situation'];
export type Usual = components['schemas']['UsualWeek'];

/** What is printed in the head of the document. */
export interface DocumentMarks {
  readonly registrationNumber: string;
  readonly classification: 'open' | 'may-be-secret';
}

/** The lägesbild of a week; its sentences are in the language that is asked for. */
export const situationQuery = (code: string, week: string, language: Language) =>
  queryOptions({
    queryKey: ['situation', code, week, language],
    queryFn: () =>
      answer(api.GET('/api/v1/municipalities/{code}/situations/{week}', { params: { path: { code, week } } })),
    placeholderData: keepPreviousData,
  });

/** The veckolägesbild as a PDF. */
export function weekDocument(code: string, week: string, marks: DocumentMarks): Promise<Blob> {
  const registrationNumber = marks.registrationNumber.trim();
  const query = {
    classification: marks.classification,
    ...(registrationNumber === '' ? {} : { registrationNumber }),
  };
  const call = api.GET('/api/v1/municipalities/{code}/situations/{week}/document', {
    params: { path: { code, week }, query },
    parseAs: 'blob',
  });
  return answer(call) as Promise<Blob>;
}
