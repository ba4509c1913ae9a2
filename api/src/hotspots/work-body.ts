import { byOf } from './by.js';
import { hotspotProblems } from './hotspot.problems.js';
import type { Need } from './hotspot-stage.js';
import type { FollowUpVersion, ProblemVersion } from './work.schema.js';

type Language = 'sv' | 'en';

interface By {
  readonly by_organisation: string | null;
  readonly by_role: string | null;
  readonly at: Date;
  readonly number: number;
}

interface WrittenProblem extends By {
  readonly what: string;
  readonly whereabouts: string | null;
  readonly occasions: string | null;
  readonly harmed: string | null;
  readonly consequences: string | null;
  readonly unknowns: string | null;
}

interface WrittenFollowUp extends By {
  readonly production: string | null;
  readonly process: string | null;
  readonly helped: string | null;
  readonly hindered: string | null;
  readonly effect_run_id: string | null;
  readonly effect_note: string | null;
  readonly effect: { readonly status?: string; readonly sentence?: Record<Language, string> | null } | null;
}

/** What is missing and what to do about it, in one sentence or two. */
export function needText(need: Need, language: Language): string {
  return hotspotProblems[`need-${need}`]!.detail[language === 'sv' ? 0 : 1];
}

export function problemBody(row: WrittenProblem): ProblemVersion {
  return {
    number: row.number,
    what: row.what,
    where: row.whereabouts,
    when: row.occasions,
    harmed: row.harmed,
    consequences: row.consequences,
    unknown: row.unknowns,
    at: row.at.toISOString(),
    by: byOf(row),
  };
}

export function followUpBody(row: WrittenFollowUp, language: Language): FollowUpVersion {
  const sentence = row.effect?.sentence;
  return {
    number: row.number,
    production: row.production,
    process: row.process,
    helped: row.helped,
    hindered: row.hindered,
    effectRunId: row.effect_run_id,
    effectNote: row.effect_note,
    effectStatus: row.effect?.status ?? null,
    effectSentence: sentence?.[language] ?? null,
    at: row.at.toISOString(),
    by: byOf(row),
  };
}
