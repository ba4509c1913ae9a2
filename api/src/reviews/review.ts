/** The rules of the review: what a decision leads to, what may be merged, what a reporter is told. No Nest, no database, no clock. */

export const decisions = ['accepted', 'dismissed', 'reopened'] as const;
export type Decision = (typeof decisions)[number];

/** The status that a decision leads to. */
export function statusAfter(decision: Decision): 'accepted' | 'dismissed' | 'received' {
  return decision === 'reopened' ? 'received' : decision;
}

/** Acts that their own doer may take back as long as nothing has happened since. */
const undoable: readonly string[] = ['accepted', 'dismissed', 'reopened', 'asked', 'corrected', 'text-cleared'];

export function mayBeUndone(change: { what: string; accountId: string | null }, by: string): boolean {
  return change.accountId === by && undoable.includes(change.what);
}

export interface Mergeable {
  readonly id: string;
  readonly eventKey: string;
  readonly source: string;
  readonly status: string;
  readonly sensitive: boolean;
  /** It lies in an event that somebody has merged before. */
  readonly mergedBefore: boolean;
}

export type MergeFault = 'merge-needs-two' | 'merge-sensitive' | 'merge-dismissed' | 'already-one-event';

/** Why these rows cannot become one event, or null. */
export function mergeFault(rows: readonly Mergeable[]): MergeFault | null {
  if (rows.length < 2) return 'merge-needs-two';
  // A sensitive row has lost its place; tied to another row it would get it back.
  if (rows.some((row) => row.sensitive)) return 'merge-sensitive';
  if (rows.some((row) => row.status === 'dismissed')) return 'merge-dismissed';
  return new Set(rows.map((row) => row.eventKey)).size === 1 ? 'already-one-event' : null;
}

/**
 * The key that the merged event goes under. An event that was merged before keeps its key, so that rows of it which this
 * reviewer may not see stay with it; else a report's own key goes before a police row's, so that those who may not see
 * the police row cannot read from the key that there is one.
 */
export function keptKey(rows: readonly Mergeable[]): string {
  const first = rows.find((row) => row.mergedBefore) ?? rows.find((row) => row.source !== 'police') ?? rows[0];
  if (!first) throw new RangeError('an event needs a row');
  return first.eventKey;
}

export const outcomes = ['waiting', 'asked', 'accepted', 'merged', 'dismissed', 'led-to-action'] as const;
export type Outcome = (typeof outcomes)[number];

/** What became of a report, for the one who made it. */
export function outcomeOf(status: string, place: { prioritised: boolean }): Outcome {
  if (status === 'received') return 'waiting';
  if (status === 'asked' || status === 'dismissed') return status;
  if (place.prioritised) return 'led-to-action';
  return status === 'merged' ? 'merged' : 'accepted';
}

const sentences: Readonly<Record<Outcome, { sv: string; en: string }>> = {
  waiting: {
    sv: 'Tack! Rapporten är framme och ska granskas.',
    en: 'Thank you! The report has arrived and will be reviewed.',
  },
  asked: {
    sv: 'Den som granskar undrar något. Svara här.',
    en: 'The reviewer has a question. Answer it here.',
  },
  accepted: {
    sv: 'Granskad. Rapporten är med i lägesbilden.',
    en: 'Reviewed. The report is part of the situation picture.',
  },
  merged: {
    sv: 'Granskad. Fler har rapporterat samma händelse; den räknas som en i lägesbilden.',
    en: 'Reviewed. Others have reported the same event; it counts as one in the situation picture.',
  },
  dismissed: {
    sv: 'Granskad. Rapporten räknas inte i lägesbilden. Skäl: {reason}.',
    en: 'Reviewed. The report does not count in the situation picture. Reason: {reason}.',
  },
  'led-to-action': {
    sv: 'Ledde till åtgärd: platsen är nu en av dem som vi arbetar särskilt med.',
    en: 'Led to action: the place is now one of those that we work with in particular.',
  },
};

/** The same as a sentence, in the reporter's language. */
export function outcomeSentence(outcome: Outcome, language: 'sv' | 'en', reason: string | null): string {
  const fallback = language === 'sv' ? 'inte angivet' : 'not given';
  return sentences[outcome][language].replace('{reason}', (reason ?? fallback).toLocaleLowerCase(language));
}

const comparedFields = [
  'category_code', 'subcategory_code', 'severity', 'description', 'status',
  'occurred_from', 'occurred_to', 'address', 'x', 'y', 'precision',
] as const; // prettier-ignore

export interface FieldChange {
  readonly field:
    'category' | 'subcategory' | 'severity' | 'description' | 'status' | 'from' | 'to' | 'address' | 'place';
  readonly before: string | null;
  readonly after: string | null;
}

const fieldNames: Readonly<Record<(typeof comparedFields)[number], FieldChange['field']>> = {
  category_code: 'category',
  subcategory_code: 'subcategory',
  severity: 'severity',
  description: 'description',
  status: 'status',
  occurred_from: 'from',
  occurred_to: 'to',
  address: 'address',
  x: 'place',
  y: 'place',
  precision: 'place',
};

/** What differs between two versions of a row, by the names of its columns. A field that a version did not keep is not compared. */
export function changedFields(before: Record<string, unknown>, after: Record<string, unknown>): FieldChange[] {
  const found = new Map<FieldChange['field'], FieldChange>();
  for (const column of comparedFields) {
    if (!(column in before) || !(column in after)) continue;
    const [was, is] = [asText(column, before[column]), asText(column, after[column])];
    const field = fieldNames[column];
    if (was === is || found.has(field)) continue;
    found.set(field, field === 'place' ? { field, before: null, after: null } : { field, before: was, after: is });
  }
  return [...found.values()];
}

function asText(column: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (column.startsWith('occurred') && typeof value === 'string') return new Date(value).toISOString();
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
