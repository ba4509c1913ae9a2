import type { FieldFault } from '../app/domain-error.js';
import { refusedKinds } from '../privacy/personal-data.js';

const ending = '-in-text';

/** What a text may not be saved with, a fault for each kind at the pointer of its field. Never the text itself. */
export function personalDataFaults(text: string | null, pointer: string): FieldFault[] {
  return refusedKinds(text ?? '').map((kind) => ({ pointer, code: `${kind}${ending}` }));
}

/** Is this fault one of those of `personalDataFaults`? */
export function isPersonalDataFault({ code }: FieldFault): boolean {
  return code.endsWith(ending);
}
