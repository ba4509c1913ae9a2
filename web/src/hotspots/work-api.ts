import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';
import { showToast } from '../ui/toast.js';
import { useTexts } from '../ui/language.js';
import { areaTexts } from './area-texts.js';
import { workTexts } from './work-texts.js';

type Schemas = components['schemas'];
export type HotspotWork = Schemas['HotspotWork'];
export type WorkMove = HotspotWork['moves'][number];
export type Need = WorkMove['missing'][number]['need'];
export type ProblemText = Schemas['ProblemDescriptionText'];
export type ProblemVersion = Schemas['ProblemDescription'];
export type FollowUpText = Schemas['HotspotFollowUpText'];
export type Contact = Schemas['HotspotContact'];
export type NewContact = Schemas['NewHotspotContact'];
export type TimelineEntry = Schemas['HotspotTimelineEntry'];
export type HotspotNews = Schemas['HotspotNews'];
export type DoneBy = Schemas['DoneBy'];

const root = '/api/v1/municipalities/{code}/hotspots/{id}' as const;
const at = (code: string, id: string) => ({ params: { path: { code, id } } });
const over = (code: string, id: string, version: number) => {
  const headers = ifMatch(`"${version}"`);
  return { params: { path: { code, id }, header: headers }, headers };
};

/** Where the work stands and what each move lacks, in words. */
export const workQuery = (code: string, id: string, language: string) =>
  queryOptions({
    queryKey: ['hotspots', code, id, 'work', language],
    queryFn: () => answer(api.GET(`${root}/work`, at(code, id))),
  });

export const problemVersionsQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: ['hotspots', code, id, 'problem'],
    queryFn: () => answer(api.GET(`${root}/problem`, at(code, id))),
  });

export const contactsQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: ['hotspots', code, id, 'contacts'],
    queryFn: () => answer(api.GET(`${root}/contacts`, at(code, id))),
  });

export const timelineQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: ['hotspots', code, id, 'timeline'],
    queryFn: () => answer(api.GET(`${root}/timeline`, at(code, id))),
  });

/** The municipality's hot spots, to choose another from. */
export const hotspotListQuery = (code: string, language: string) =>
  queryOptions({
    queryKey: ['hotspots', code, 'list', language],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/hotspots', { params: { path: { code } } })),
  });

/** Everything written at a hot spot asks all of it again: what is missing may have changed. */
function useWrite<Input>(code: string, write: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () => client.invalidateQueries({ queryKey: ['hotspots', code] }),
  });
}

/** Appends a version of the problem description over the number that was read. */
export function useDescribe(code: string, id: string) {
  return useWrite(code, ({ number, body }: { number: number; body: ProblemText }) =>
    answer(api.PUT(`${root}/problem`, { ...over(code, id, number), body })),
  );
}

/** Appends a version of the follow-up over the number that was read. */
export function useFollowUp(code: string, id: string) {
  return useWrite(code, ({ number, body }: { number: number; body: FollowUpText }) =>
    answer(api.PUT(`${root}/follow-up`, { ...over(code, id, number), body })),
  );
}

/** Says what a hot spot rests on where no report does. */
export function useStateSource(code: string, id: string) {
  return useWrite(code, ({ version, statedSource }: { version: number; statedSource: string }) =>
    answer(api.PATCH(root, { ...over(code, id, version), body: { statedSource } })),
  );
}

export function useSeen(code: string, id: string) {
  return useWrite(code, () => answer(api.POST(`${root}/seen`, at(code, id))));
}

export function useAddContact(code: string, id: string) {
  return useWrite(code, (body: NewContact) => answer(api.POST(`${root}/contacts`, { ...at(code, id), body })));
}

/** Withdraws a visit or a talk; the toast takes it back. */
export function useWithdrawContact(code: string) {
  const t = useTexts(workTexts);
  const path = '/api/v1/municipalities/{code}/contacts/{id}/withdrawal' as const;
  const restore = useWrite(code, (id: string) => answer(api.DELETE(path, at(code, id))));
  return useWrite(code, async (id: string) => {
    await answer(api.POST(path, at(code, id)));
    showToast({ text: t('contactWithdrawn'), tone: 'plain', undo: { act: () => restore.mutate(id) } });
  });
}

/** Makes another hot spot part of this one; the toast takes it back. */
export function useMerge(code: string, id: string) {
  const t = useTexts(areaTexts);
  const undo = useUnmerge(code);
  type Input = { version: number; other: { id: string; version: number; name: string } };
  return useWrite(code, async ({ version, other }: Input) => {
    const body = { otherId: other.id, otherVersion: other.version };
    const merged = await answer(api.POST(`${root}/merges`, { ...over(code, id, version), body }));
    showToast({ text: t('merged', { name: other.name }), tone: 'good', undo: { act: () => undo.mutate(merged.id) } });
  });
}

export function useUnmerge(code: string) {
  return useWrite(code, (id: string) =>
    answer(api.DELETE('/api/v1/municipalities/{code}/hotspot-merges/{id}', at(code, id))),
  );
}

export type Line = Schemas['NewHotspotSplit']['line'];

export function useSplit(code: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, line, name }: { version: number; line: Line; name: string }) =>
      answer(api.POST(`${root}/splits`, { ...over(code, id, version), body: { line, name } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['hotspots', code] }),
  });
}
