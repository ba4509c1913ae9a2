import { progressOf, type Target } from './commitment.js';
import { type CommitmentFacts, commitmentSentence, progressFacts } from './commitment-sentence.js';
import { promiseHints } from './promise.js';
import type { CommitmentRow, PromiseRow } from './promise.queries.js';
import type { CommitmentBody, PromiseBody } from './promise.schema.js';

/** A promise with its commitments as it goes on the wire, told for a day. */
export function promiseBody(row: PromiseRow, commitments: readonly CommitmentRow[], onDate: string): PromiseBody {
  const bodies = commitments.map((one) => commitmentBody(one, row, onDate));
  const place = { hotspotId: row.hotspot_id, areaId: row.area_id };
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    objective: row.objective,
    targetGroup: row.target_group,
    focusArea: row.focus_area,
    scope: row.scope,
    hotspot: named(row.hotspot_id, row.hotspot_name),
    area: named(row.area_id, row.area_name),
    periodFrom: row.period_from,
    periodTo: row.period_to,
    status: row.status,
    registrationNumber: row.registration_number,
    commitments: bodies,
    hints: promiseHints({
      title: row.title,
      scope: row.scope,
      periodFrom: row.period_from,
      periodTo: row.period_to,
      ...place,
      commitments: bodies,
    }).map((hint) => ({ ...hint, words: [...hint.words] })),
  };
}

function commitmentBody(row: CommitmentRow, promise: PromiseRow, onDate: string): CommitmentBody {
  const target = {
    form: row.form,
    bound: row.bound,
    target: row.target,
    per: row.per,
    baseline: row.baseline,
    due: row.due,
  };
  const period = { periodFrom: promise.period_from, periodTo: promise.period_to };
  const done = { count: row.done_count, minutes: row.done_minutes, firstOn: row.first_on };
  const progress = progressOf({ ...target, ...period }, done, onDate);
  const facts: CommitmentFacts = { target: { ...target, ...period }, progress, unit: row.unit, firstOn: row.first_on };
  return {
    id: row.id,
    text: row.text,
    unit: row.unit,
    ...target,
    parties: row.parties,
    occasionCount: row.occasion_count,
    progress,
    sentence: { sv: commitmentSentence(facts, 'sv'), en: commitmentSentence(facts, 'en') },
  };
}

/** The commitments of a promise that hold a figure to reach, as the documents draw them. */
export function progressPromise(body: PromiseBody) {
  const period = { periodFrom: body.periodFrom, periodTo: body.periodTo };
  const commitments = body.commitments.flatMap((one) => {
    const target: Target = {
      ...period,
      form: one.form,
      bound: one.bound,
      target: one.target,
      per: one.per,
      baseline: one.baseline,
      due: one.due,
    };
    return progressFacts({ target, progress: one.progress, unit: one.unit, firstOn: null }) ?? [];
  });
  return { id: body.id, title: body.title, hotspotId: body.hotspot?.id ?? null, commitments };
}

function named(id: string | null, name: string | null) {
  return id === null || name === null ? null : { id, name };
}
