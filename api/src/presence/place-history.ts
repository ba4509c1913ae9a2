import { dayAndMonth, figure, type Language } from '../hotspots/sentence-wording.js';

const stageWords: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  mapping: { sv: 'kartläggning', en: 'mapping' },
  analysis: { sv: 'analys', en: 'analysis' },
  action: { sv: 'åtgärd', en: 'action' },
  'follow-up': { sv: 'uppföljning', en: 'follow-up' },
  closed: { sv: 'avslutad', en: 'closed' },
};

const statusWords: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  'not-started': { sv: 'Inte påbörjad', en: 'Not started' },
  doing: { sv: 'Pågår', en: 'Under way' },
  done: { sv: 'Klar', en: 'Done' },
  cannot: { sv: 'Kunde inte göras', en: 'Could not be done' },
};

const gradeWords: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  green: { sv: 'grön', en: 'green' },
  yellow: { sv: 'gul', en: 'yellow' },
  red: { sv: 'röd', en: 'red' },
};

export interface HotspotPast {
  readonly stage: string;
  readonly adoptedOn: string;
  readonly latest28Days: number;
  readonly mean28DaysBefore: number;
  /** Minutes of presence in 28 days. */
  readonly minutes: number;
}

/**
 * "Hot spot sedan 3 oktober, nu i uppföljning. De senaste fyra veckorna 3 händelser, mot 5,2 i snitt
 * per fyra veckor dessförinnan." The
 * change is told, not its cause: whether an effort had an effect is the effect analysis's to say.
 */
export function hotspotPast(past: HotspotPast, language: Language, today: string): string {
  const { stage, latest28Days: now, mean28DaysBefore: before, minutes } = past;
  const day = dayAndMonth(past.adoptedOn, language, today);
  const step = stageWords[stage]?.[language] ?? stage;
  const [count, mean] = [figure(now, language), figure(before, language, 1)];
  const parts =
    language === 'sv'
      ? [
          `Hot spot sedan ${day}, ${stage === 'closed' ? 'nu avslutad' : `nu i ${step}`}.`,
          `De senaste fyra veckorna ${count} ${now === 1 ? 'händelse' : 'händelser'}, mot ${mean} i snitt per fyra veckor dessförinnan.`,
          ...(minutes > 0 ? [`${figure(minutes, 'sv')} minuters närvaro på fyra veckor.`] : []),
        ]
      : [
          `Hot spot since ${day}, ${stage === 'closed' ? 'now closed' : `now in ${step}`}.`,
          `In the latest four weeks ${count} ${now === 1 ? 'event' : 'events'}, against a mean of ${mean} in four weeks before.`,
          ...(minutes > 0 ? [`${figure(minutes, 'en')} minutes of presence in four weeks.`] : []),
        ];
  return parts.join(' ');
}

/** "Klar, grön. Ansvarig: Fältgruppen, enhetschef." with the explanation of the grade where there is one. */
export function actionPast(
  action: {
    readonly status: string;
    readonly grade: string | null;
    readonly gradeNote: string | null;
    readonly organisation: string;
    readonly ownerFunction: string;
  },
  language: Language,
): string {
  const status = statusWords[action.status]?.[language] ?? action.status;
  const grade = action.grade === null ? '' : `, ${gradeWords[action.grade]?.[language] ?? action.grade}`;
  const owner = `${language === 'sv' ? 'Ansvarig' : 'Responsible'}: ${action.organisation}, ${action.ownerFunction}.`;
  const note = action.gradeNote === null ? '' : ` ${action.gradeNote.replace(/[.\s]*$/, '')}.`;
  return `${status}${grade}. ${owner}${note}`;
}

/** How the first commitments of a promise went: "Cykelkontroller: 12 av minst 10." */
export function promisePast(
  commitments: readonly { readonly text: string; readonly sentence: { readonly sv: string; readonly en: string } }[],
  language: Language,
): string {
  const most = 3;
  const told = commitments
    .slice(0, most)
    .map(({ text, sentence }) => `${text.replace(/\.$/, '')}: ${sentence[language]}`);
  const left = commitments.length - most;
  if (left > 0) told.push(language === 'sv' ? `Och ${left} åtaganden till.` : `And ${left} more commitments.`);
  if (told.length === 0) return language === 'sv' ? 'Inga åtaganden är skrivna.' : 'No commitments are written.';
  return told.join(' ');
}

/** The day that an action is told by: its last day once that has been, else the day it was decided. */
export function dayOfAction(
  { due, decidedOn }: { readonly due: string | null; readonly decidedOn: string },
  today: string,
): string {
  return due !== null && due <= today ? due : decidedOn;
}
