import { DomainError } from '../app/domain-error.js';
import { type BaselineWeights, defaultWeights } from './baseline.js';
import { baselineWeights } from './baseline.schema.js';

/** The weights of a form, which come as JSON text; the default ones when absent. Throws `invalid-request`. */
export function readWeights(text: string | undefined): BaselineWeights {
  if (text === undefined || text === '') return defaultWeights;
  const fault = new DomainError('invalid-request', {}, [{ pointer: '/weights', code: 'baseline-weights-unreadable' }]);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw fault;
  }
  const read = baselineWeights.safeParse(json);
  if (!read.success) throw fault;
  return read.data;
}

/** Figures are from a day that has been. */
export function refuseFuture(day: string, today: string): void {
  if (day > today) throw new DomainError('invalid-request', {}, [{ pointer: '/asOf', code: 'in-the-future' }]);
}
