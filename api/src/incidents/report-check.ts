import type { FieldFault } from '../app/domain-error.js';
import { timeFault } from './incident.js';
import type { NewIncident } from './incident.schema.js';

/** What the municipality knows about a report that comes in. */
export interface ReportContext {
  /** The source group of the reporter's organisation. */
  readonly group_code: string;
  readonly kind: string | null;
  readonly reportable: boolean | null;
  readonly severity: number | null;
  readonly known_sub: boolean;
  readonly place_bound: boolean | null;
  /** The place lies in the municipality. */
  readonly inside: boolean;
  /** The address is a home. */
  readonly at_dwelling: boolean;
}

/** What is wrong with a report, field by field; its text is checked elsewhere. `now` in epoch ms. */
export function reportFaults(input: NewIncident, context: ReportContext, now: number): FieldFault[] {
  const faults: FieldFault[] = [];
  if (context.kind === null || !context.known_sub) faults.push({ pointer: '/categoryCode', code: 'unknown-category' });
  else if (context.reportable === false) faults.push({ pointer: '/categoryCode', code: 'category-import-only' });
  const from = Date.parse(input.occurredFrom);
  const to = input.occurredTo === null ? null : Date.parse(input.occurredTo);
  const fault = timeFault(from, to, now, context.kind ?? 'other');
  if (fault) faults.push({ pointer: fault === 'end-before-start' ? '/occurredTo' : '/occurredFrom', code: fault });
  return [...faults, ...placeFaults(input, context)];
}

/** A category that is bound to a place needs one in the municipality; nothing inside a dwelling is taken. */
function placeFaults(input: NewIncident, context: ReportContext): FieldFault[] {
  if (input.position === null || input.placement === 'none') {
    if (input.position !== null) return [{ pointer: '/placement', code: 'wrong-form' }];
    const placeless = context.place_bound === false && input.placement === 'none';
    return placeless ? [] : [{ pointer: '/position', code: 'place-missing' }];
  }
  if (input.setting === 'indoors' && input.placement === 'address' && context.at_dwelling)
    return [{ pointer: '/setting', code: 'inside-dwelling' }];
  if (context.inside) return [];
  const [longitude, latitude] = input.position as [number, number];
  const swapped = longitude >= 54 && longitude <= 70 && latitude >= 9 && latitude <= 25;
  return [{ pointer: '/position', code: swapped ? 'swapped-position' : 'outside-municipality' }];
}
