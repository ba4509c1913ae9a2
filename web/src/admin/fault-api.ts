import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';

export type FaultRoute = components['schemas']['FaultRoute'];
export type NewFaultRoute = components['schemas']['NewFaultRoute'];

export const faultRoutesQuery = (code: string) =>
  queryOptions({
    queryKey: ['lists', code, 'fault-routes'],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/fault-routes', { params: { path: { code } } })),
  });

export function saveFaultRoute(code: string, body: NewFaultRoute): Promise<FaultRoute[]> {
  return answer(api.PUT('/api/v1/municipalities/{code}/fault-routes', { params: { path: { code } }, body }));
}

export async function removeFaultRoute(code: string, id: string): Promise<void> {
  await answer(api.DELETE('/api/v1/municipalities/{code}/fault-routes/{id}', { params: { path: { code, id } } }));
}
