import { answer, api } from '../api/client.js';

export type Format = 'pdf' | 'docx';
export type Audience = 'internal' | 'cooperation' | 'public';

const root = '/api/v1/municipalities/{code}';

/** The minutes of a closed meeting as a file, for those who are to have it. */
export async function meetingDocument(
  code: string,
  id: string,
  query: { audience: Audience; format: Format },
): Promise<Blob> {
  // prettier-ignore
  const call = api.GET(`${root}/meetings/{id}/document`, { params: { path: { code, id }, query }, parseAs: 'blob' }); // prettier-ignore
  return (await answer(call)) as unknown as Blob;
}

/** The veckolägesbild of the week that the meeting looked back on. */
export async function weekDocument(code: string, week: string, format: Format): Promise<Blob> {
  const call = api.GET(`${root}/situations/{period}/document`, { params: { path: { code, period: week }, query: { format } }, parseAs: 'blob' }); // prettier-ignore
  return (await answer(call)) as unknown as Blob;
}

/** "Inför helgen" of the weekend after a day. */
export async function weekendDocument(code: string, day: string, format: Format): Promise<Blob> {
  const call = api.GET(`${root}/weekends/{day}/document`, { params: { path: { code, day }, query: { format } }, parseAs: 'blob' }); // prettier-ignore
  return (await answer(call)) as unknown as Blob;
}
