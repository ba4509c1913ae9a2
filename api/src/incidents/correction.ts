import type { FieldFault } from '../app/domain-error.js';
import { timeFault } from './incident.js';
import type { IncidentCorrection } from './incident.schema.js';

/** What is corrected, as far as the rules look at it. */
export interface Corrected {
  readonly source: string;
  readonly sensitive: boolean;
  readonly occurredFrom: Date;
  readonly occurredTo: Date | null;
}

/** When it happened after a correction: what is not sent stays. An end that is left behind by its start goes with it. */
export function timeAfter(before: Corrected, input: IncidentCorrection): { from: Date; to: Date | null } {
  const from = input.occurredFrom === undefined ? before.occurredFrom : new Date(input.occurredFrom);
  if (input.occurredTo !== undefined)
    return { from, to: input.occurredTo === null ? null : new Date(input.occurredTo) };
  return { from, to: before.occurredTo !== null && before.occurredTo < from ? null : before.occurredTo };
}

/**
 * What is wrong with a correction of time and place. Rows of the police and of other systems are theirs to move: the
 * next file would put them back. `now` in epoch ms; `inside`: the new place lies in the municipality.
 */
export function correctionFaults(
  before: Corrected,
  input: IncidentCorrection,
  { kind, inside, now }: { kind: string; inside: boolean; now: number },
): FieldFault[] {
  const pointers = (['occurredFrom', 'occurredTo', 'position'] as const).filter((name) => input[name] !== undefined);
  if (pointers.length === 0) return [];
  if (before.source !== 'report' || before.sensitive)
    return pointers.map((name) => ({ pointer: `/${name}`, code: 'not-ours-to-move' }));
  const faults: FieldFault[] = [];
  if (input.occurredFrom !== undefined || input.occurredTo !== undefined) {
    const { from, to } = timeAfter(before, input);
    const fault = timeFault(from.getTime(), to === null ? null : to.getTime(), now, kind);
    if (fault) faults.push({ pointer: fault === 'end-before-start' ? '/occurredTo' : '/occurredFrom', code: fault });
  }
  if (input.position !== undefined && !inside) faults.push({ pointer: '/position', code: 'outside-municipality' });
  return faults;
}
