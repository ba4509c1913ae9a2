import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';
import type { Language } from '../ui/language.js';
import type { Audience } from './situation-search.js';

type Schemas = components['schemas'];
export type Situation = Schemas['Situation'];
export type Usual = Schemas['UsualWeek'];
export type AreaStatuses = Schemas['AreaStatuses'];
export type AreaStatus = AreaStatuses['areas'][number];
export type Level = NonNullable<AreaStatus['level']>;
export type Edition = Schemas['SituationEdition'];
export type EditionSection = Edition['sections'][number];
export type VersionLine = Schemas['SituationVersions'][number];
export type SituationVersion = Schemas['SituationVersion'];
export type PublishingDecision = Schemas['PublishingDecision'];

/** What is printed in the head of the document. */
export interface DocumentMarks {
  readonly registrationNumber: string;
  readonly classification: 'open' | 'may-be-secret';
}

const root = '/api/v1/municipalities/{code}';

/** The lägesbild of a period; its sentences are in the language that is asked for. */
export const situationQuery = (code: string, period: string, language: Language) =>
  queryOptions({
    queryKey: ['situation', code, period, language],
    queryFn: () => answer(api.GET(`${root}/situations/{period}`, { params: { path: { code, period } } })),
    placeholderData: keepPreviousData,
  });

export type Format = 'pdf' | 'docx';

/** The page of a lägesbild as a file. */
export function periodDocument(code: string, period: string, marks: DocumentMarks & { format: Format }): Promise<Blob> {
  const { format, classification } = marks;
  const registrationNumber = marks.registrationNumber.trim();
  const query = { format, classification, ...(registrationNumber === '' ? {} : { registrationNumber }) };
  const call = api.GET(`${root}/situations/{period}/document`, {
    params: { path: { code, period }, query },
    parseAs: 'blob',
  });
  return answer(call) as Promise<Blob>;
}

/** The text of a lägesbild as it is written now, marked as a draft. */
export function editionDocument(path: EditionOf, format: Format): Promise<Blob> {
  const call = api.GET(`${root}/situations/{period}/editions/{audience}/document`, {
    params: { path, query: { format } },
    parseAs: 'blob',
  });
  return answer(call) as Promise<Blob>;
}

/** The colours of the areas in a week. */
export const areaStatusesQuery = (code: string, week: string) =>
  queryOptions({
    queryKey: ['area-statuses', code, week],
    queryFn: () => answer(api.GET(`${root}/area-statuses`, { params: { path: { code }, query: { week } } })),
  });

export function setAreaStatus(
  { code, week, areaId }: { code: string; week: string; areaId: string },
  body: { level: Level; sentence: string | null },
) {
  return answer(api.PUT(`${root}/area-statuses/{week}/{areaId}`, { params: { path: { code, week, areaId } }, body }));
}

export interface EditionOf {
  readonly code: string;
  readonly period: string;
  readonly audience: Audience;
}

export const editionQuery = ({ code, period, audience }: EditionOf, language: Language) =>
  queryOptions({
    queryKey: ['edition', code, period, audience, language],
    queryFn: () =>
      answer(
        api.GET(`${root}/situations/{period}/editions/{audience}`, { params: { path: { code, period, audience } } }),
      ),
  });

/** Saves a section over the version that was read; null: as the figures tell it again. */
export function writeSection(path: EditionOf & { section: EditionSection['id'] }, seen: number, text: string | null) {
  return answer(
    api.PUT(`${root}/situations/{period}/editions/{audience}/sections/{section}`, {
      params: { path },
      headers: ifMatch(`"${seen}"`),
      body: { text },
    }),
  );
}

export interface Approval {
  readonly after: number;
  readonly registrationNumber: string | null;
  readonly classification: 'open' | 'may-be-secret';
  readonly secrecyBasis: string | null;
}

export function approveEdition(path: EditionOf, body: Approval) {
  return answer(api.POST(`${root}/situations/{period}/editions/{audience}/versions`, { params: { path }, body }));
}

export const versionsQuery = (code: string, period: string) =>
  queryOptions({
    queryKey: ['situation-versions', code, period],
    queryFn: () => answer(api.GET(`${root}/situations/{period}/versions`, { params: { path: { code, period } } })),
  });

export const versionQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: ['situation-version', code, id],
    queryFn: () => answer(api.GET(`${root}/situation-versions/{id}`, { params: { path: { code, id } } })),
  });

/** An approved version as a file. */
export function versionDocument(code: string, id: string, format: Format): Promise<Blob> {
  const call = api.GET(`${root}/situation-versions/{id}/document`, {
    params: { path: { code, id }, query: { format } },
    parseAs: 'blob',
  });
  return answer(call) as Promise<Blob>;
}

export function recordPublishingDecision(code: string, body: PublishingDecision) {
  return answer(api.PUT(`${root}/publishing-decision`, { params: { path: { code } }, body }));
}

export function withdrawPublishingDecision(code: string) {
  return answer(api.DELETE(`${root}/publishing-decision`, { params: { path: { code } } }));
}
