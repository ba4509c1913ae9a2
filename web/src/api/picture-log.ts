import type { PictureSource } from '../ui/picture-log.js';
import { answer, api } from './client.js';

/** Logs that the map or a chart of the municipality in the address is copied. */
export function logPicture(what: 'map' | 'chart'): Promise<PictureSource> {
  const code = location.pathname.split('/')[1] ?? '';
  return answer(api.POST('/api/v1/municipalities/{code}/picture-copies', { params: { path: { code } }, body: { what } })); // prettier-ignore
}
