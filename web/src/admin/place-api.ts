import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';
import type { ListWrite } from './list-api.js';

export type PlaceList = components['schemas']['PlaceList'];
export type ListedPlace = PlaceList['places'][number];
export type PlaceEdit = components['schemas']['PlaceEdit'];

const over = (version: number) => ifMatch(`"${version}"`);

export const placeListQuery = (code: string) =>
  queryOptions({
    queryKey: ['lists', code, 'places'],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/place-list', { params: { path: { code } } })),
  });

export const addPlace =
  (code: string, body: PlaceEdit): ListWrite<PlaceList> =>
  (version) =>
    answer(
      api.POST('/api/v1/municipalities/{code}/place-list', { params: { path: { code }, header: over(version) }, body }),
    );

export const editPlace =
  (code: string, id: string, body: PlaceEdit): ListWrite<PlaceList> =>
  (version) =>
    answer(
      api.PUT('/api/v1/municipalities/{code}/place-list/{id}', {
        params: { path: { code, id }, header: over(version) },
        body,
      }),
    );

export const mergePlace =
  (code: string, id: string, into: string | null): ListWrite<PlaceList> =>
  (version) =>
    answer(
      api.PUT('/api/v1/municipalities/{code}/place-list/{id}/merge', {
        params: { path: { code, id }, header: over(version) },
        body: { into },
      }),
    );
