import { mustBeRefused } from '../privacy/personal-data.js';
import { DomainError } from './domain-error.js';

/**
 * Refuses texts, by the pointers to their fields, where one holds a personnummer, a telephone number or an e-mail
 * address: what a person writes is stored without. The problem names the fields, never the text.
 */
export function refusePersonalData(texts: Readonly<Record<string, string | null | undefined>>): void {
  const faults = Object.entries(texts).flatMap(([pointer, text]) =>
    mustBeRefused(text ?? '') ? [{ pointer, code: 'personal-data-found' }] : [],
  );
  if (faults.length > 0) throw new DomainError('personal-data-found', {}, faults);
}
