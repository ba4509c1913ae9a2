import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';
import type { ListWrite } from './list-api.js';

export type MemberList = components['schemas']['MemberList'];
export type MemberEdit = components['schemas']['MemberEdit'];

export const memberListQuery = (code: string) =>
  queryOptions({
    queryKey: ['lists', code, 'accounts'],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/account-list', { params: { path: { code } } })),
  });

export const editMember =
  (code: string, id: string, body: MemberEdit): ListWrite<MemberList> =>
  (version) =>
    answer(
      api.PUT('/api/v1/municipalities/{code}/account-list/{id}', {
        params: { path: { code, id }, header: ifMatch(`"${version}"`) },
        body,
      }),
    );
