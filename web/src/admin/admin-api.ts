import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';

export type Account = components['schemas']['Account'];
export type NewAccount = components['schemas']['NewAccount'];
export type Organisation = components['schemas']['Organisation'];
export type NewOrganisation = components['schemas']['NewOrganisation'];
export type AuditEntry = components['schemas']['AuditEntry'];
export type NewMunicipality = components['schemas']['NewMunicipality'];

const path = (code: string) => ({ params: { path: { code } } });

export const accountsQuery = (code: string) =>
  queryOptions({
    queryKey: ['accounts', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/accounts', path(code))),
  });

export const organisationsQuery = (code: string) =>
  queryOptions({
    queryKey: ['organisations', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/organisations', path(code))),
  });

export const areasQuery = (code: string) =>
  queryOptions({
    queryKey: ['areas', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/areas', path(code))),
  });

export const auditQuery = (code: string) =>
  queryOptions({
    queryKey: ['audit', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/audit', path(code))),
    staleTime: 0,
  });

export const createAccount = (code: string, body: NewAccount) =>
  answer(api.POST('/api/v1/municipalities/{code}/accounts', { ...path(code), body }));

export const createOrganisation = (code: string, body: NewOrganisation) =>
  answer(api.POST('/api/v1/municipalities/{code}/organisations', { ...path(code), body }));

export const addAreas = (code: string, areas: unknown) =>
  answer(
    api.POST('/api/v1/municipalities/{code}/areas', { ...path(code), body: { areas: areas as { type: string } } }),
  );

export const createMunicipality = (body: NewMunicipality) => answer(api.POST('/api/v1/municipalities', { body }));
