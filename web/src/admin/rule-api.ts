import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';
import type { ListWrite } from './list-api.js';

type Schemas = components['schemas'];
export type CrimeCodeList = Schemas['CrimeCodeList'];
export type CrimeCodeRow = CrimeCodeList['codes'][number];
export type CrimeCodeEdit = Schemas['CrimeCodeEdit'];
export type ReasonList = Schemas['ReasonList'];
export type ReasonEdit = Schemas['ReasonEdit'];
export type DuplicateRules = Schemas['DuplicateRules'];
export type AlertSettings = Schemas['AlertSettings'];

const over = (version: number) => ifMatch(`"${version}"`);
const path = (code: string) => ({ params: { path: { code } } });

export const crimeCodesQuery = (code: string) =>
  queryOptions({
    queryKey: ['lists', code, 'crime-codes'],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/crime-codes', path(code))),
  });

export const saveCrimeCode =
  (code: string, crimeCode: string, body: CrimeCodeEdit): ListWrite<CrimeCodeList> =>
  (version) =>
    answer(
      api.PUT('/api/v1/municipalities/{code}/crime-codes/{crimeCode}', {
        params: { path: { code, crimeCode }, header: over(version) },
        body,
      }),
    );

export const removeCrimeCode =
  (code: string, crimeCode: string): ListWrite<CrimeCodeList> =>
  (version) =>
    answer(
      api.DELETE('/api/v1/municipalities/{code}/crime-codes/{crimeCode}', {
        params: { path: { code, crimeCode }, header: over(version) },
      }),
    );

export const bringCrimeCodes =
  (code: string, text: string): ListWrite<CrimeCodeList> =>
  (version) =>
    answer(
      api.POST('/api/v1/municipalities/{code}/crime-codes/file', {
        params: { path: { code }, header: over(version) },
        body: { text },
      }),
    );

export const reasonsQuery = (code: string) =>
  queryOptions({
    queryKey: ['lists', code, 'reasons'],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/dismissal-reasons', path(code))),
  });

export const saveReason =
  (code: string, reason: string | null, body: ReasonEdit): ListWrite<ReasonList> =>
  (version) =>
    reason === null
      ? answer(
          api.POST('/api/v1/municipalities/{code}/dismissal-reasons', {
            params: { path: { code }, header: over(version) },
            body,
          }),
        )
      : answer(
          api.PUT('/api/v1/municipalities/{code}/dismissal-reasons/{reason}', {
            params: { path: { code, reason }, header: over(version) },
            body,
          }),
        );

export const rulesQuery = (code: string) =>
  queryOptions({
    queryKey: ['reviews', code, 'rules'],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/reviews/rules', path(code))),
  });

export const saveRules = (code: string, body: DuplicateRules) =>
  answer(api.PUT('/api/v1/municipalities/{code}/reviews/rules', { ...path(code), body }));

export const alertSettingsQuery = (code: string) =>
  queryOptions({
    queryKey: ['alerts', code, 'settings'],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/alerts/settings', path(code))),
  });

export const saveAlertSettings = (code: string, { version, ...body }: AlertSettings) =>
  answer(
    api.PUT('/api/v1/municipalities/{code}/alerts/settings', {
      params: { path: { code }, header: over(version) },
      body,
    }),
  );
