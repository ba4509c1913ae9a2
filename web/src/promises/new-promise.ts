import type { NewCommitment, NewPromise } from './promise-api.js';

/** The forms that the page offers; the API knows more. */
export type OfferedForm = 'count' | 'delivery' | 'direction';

/** A commitment as it stands in the form. */
export interface CommitmentDraft {
  text: string;
  form: OfferedForm;
  target: number | null;
  unit: string;
  per: NewCommitment['per'];
  due: string;
  parties: string[];
}

/** A promise as it stands in the form. `place`: `municipality`, `online`, `hotspot` or an area's id. */
export interface PromiseDraft {
  title: string;
  objective: string;
  focusArea: string;
  place: string;
  periodFrom: string;
  periodTo: string;
  commitments: CommitmentDraft[];
}

/** The focus areas that municipalities most often choose; any other can be written. */
export const focusAreas = [
  'Synlighet och närvaro',
  'Trafik',
  'Ungdomar och narkotika',
  'ANDTS',
  'Våld i offentlig miljö',
  'Våldsprevention',
  'Säkerhet och trygghet i offentlig miljö',
  'Skolmiljö',
  'Tillgreppsbrott',
  'Organiserad brottslighet',
] as const;

/** The first form that a promise takes: a number under the period. */
export function emptyCommitment(): CommitmentDraft {
  return { text: '', form: 'count', target: null, unit: '', per: 'period', due: '', parties: [] };
}

/** A new promise for the year of a day (`YYYY-MM-DD`), with one commitment to fill in. */
export function emptyPromise(today: string, hotspotId: string | null): PromiseDraft {
  const year = today.slice(0, 4);
  return {
    title: '',
    objective: '',
    focusArea: '',
    place: hotspotId === null ? 'municipality' : 'hotspot',
    periodFrom: `${year}-01-01`,
    periodTo: `${year}-12-31`,
    commitments: [emptyCommitment()],
  };
}

/** What is sent to the API. Fields that the chosen form does not use are left out. */
export function toNewPromise(id: string, draft: PromiseDraft, hotspotId: string | null): NewPromise {
  const { place } = draft;
  const bound = place === 'hotspot' ? 'place' : place === 'municipality' || place === 'online' ? place : 'area';
  return {
    id,
    title: draft.title,
    objective: textOrNull(draft.objective),
    targetGroup: null,
    focusArea: textOrNull(draft.focusArea),
    scope: bound,
    hotspotId,
    areaId: bound === 'area' ? place : null,
    periodFrom: draft.periodFrom,
    periodTo: draft.periodTo,
    status: 'decided',
    registrationNumber: null,
    commitments: draft.commitments.map(toNewCommitment),
  };
}

function toNewCommitment({ text, form, target, unit, per, due, parties }: CommitmentDraft): NewCommitment {
  const counted = form === 'count';
  return {
    text,
    form,
    bound: counted ? 'at-least' : null,
    target: counted ? target : null,
    unit: counted ? unit : null,
    per: counted ? per : 'period',
    baseline: null,
    due: form === 'delivery' ? due : null,
    parties,
  };
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
