import { useEffect, useMemo, useState } from 'react';
import { noContactType, problemName, problemOf, type Problem } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { uuidv7 } from '../api/uuid.js';
import { mustBeRefused } from '../../../api/src/privacy/personal-data.js';
import { currentLanguage, useTexts } from '../ui/language.js';
import { sendReport } from './report-api.js';
import { DraftKeeper, emptyDraft, withHabit, type ReportDraft, type ReportHabits } from './report-draft.js';
import { proposedAgain } from './report-place.js';
import type { ReportedTime, TimeProblem } from './report-time.js';
import { reportTexts } from './texts.js';

/** The parts of the page that can be wrong. */
export type Part = 'category' | 'place' | 'time' | 'text';
export type PartErrors = Partial<Record<Part, string>>;

const timeTexts = {
  'time-missing': 'timeMissing',
  'not-a-time': 'notATime',
  'end-before-start': 'endBeforeStart',
  'since-in-future': 'sinceInFuture',
} as const satisfies Record<TimeProblem, string>;

/** Which part of the page a field of the API belongs to. */
const partOfField: Readonly<Record<string, Part>> = {
  categoryCode: 'category',
  subcategoryCode: 'category',
  position: 'place',
  placement: 'place',
  placeId: 'place',
  accuracyMetres: 'place',
  address: 'place',
  occurredFrom: 'time',
  occurredTo: 'time',
  description: 'text',
};

function without(errors: PartErrors, mended: Part): PartErrors {
  const left = { ...errors };
  delete left[mended];
  return left;
}

/** `problem`: something no part can say, shown above the button. `unsent`: nobody answered; the report is still here. */
export type Sending = { readonly state: 'writing' | 'sending' | 'unsent' | 'saved'; readonly problem: Problem | null };

const writing: Sending = { state: 'writing', problem: null };

function useKeeper(code: string): DraftKeeper {
  const account = useSession()?.account.id ?? '';
  return useMemo(() => {
    const drawers = { lasting: localStorage, session: sessionStorage };
    return new DraftKeeper(drawers, `${code}.${account}`);
  }, [code, account]);
}

function begin(habits: ReportHabits): ReportDraft {
  return { ...emptyDraft(uuidv7()), place: habits.place === null ? null : proposedAgain(habits.place) };
}

/** The arithmetic of times comes after the first paint; `null` when the network went before it came. */
async function timeRules() {
  try {
    return await import('./report-time.js');
  } catch {
    return null;
  }
}

/** The report being written: kept over a reload, checked, sent once however often it is tried. */
export function useReport(code: string) {
  const t = useTexts(reportTexts);
  const keeper = useKeeper(code);
  const [habits, setHabits] = useState(() => keeper.habits());
  const [draft, setDraft] = useState(() => keeper.read(Date.now()) ?? begin(habits));
  const [errors, setErrors] = useState<PartErrors>({});
  const [sending, setSending] = useState<Sending>(writing);

  useEffect(() => void import('./time-detail.js').catch(() => undefined), []);

  const change = (part: Partial<ReportDraft>, mended?: Part) => {
    setDraft((before) => {
      const after = { ...before, ...part };
      keeper.write(after, Date.now());
      return after;
    });
    if (mended !== undefined) setErrors((before) => without(before, mended));
  };

  const faultsIn = (time: ReportedTime | TimeProblem): PartErrors => ({
    ...(draft.categoryCode === null ? { category: t('categoryMissing') } : {}),
    ...(draft.place === null ? { place: t('placeMissing') } : {}),
    ...(typeof time === 'string' ? { time: t(timeTexts[time]) } : {}),
    ...(mustBeRefused(draft.text) ? { text: t('textRefused') } : {}),
  });

  const refused = (error: unknown): PartErrors => {
    const problem = problemOf(error, currentLanguage());
    if (problem.type === noContactType || problem.status >= 502) {
      setSending({ state: 'unsent', problem: null });
      return {};
    }
    if (problemName(problem) === 'report-id-taken') change({ id: uuidv7() });
    const found: Partial<Record<Part, string>> = {};
    for (const { pointer, detail } of problem.errors ?? []) {
      const part = partOfField[pointer.split('/')[1] ?? ''];
      if (part !== undefined) found[part] ??= detail;
    }
    setErrors(found);
    setSending({ state: 'writing', problem: Object.keys(found).length === 0 ? problem : null });
    return found;
  };

  /** Saves; answers what is wrong, part by part, so that the page can go there. */
  const save = async (): Promise<PartErrors> => {
    const rules = await timeRules();
    if (rules === null) {
      setSending({ state: 'unsent', problem: null });
      return {};
    }
    const time = draft.time === null ? 'time-missing' : rules.resolveTime(draft.time);
    const faults = faultsIn(time);
    setErrors(faults);
    if (Object.keys(faults).length > 0 || typeof time === 'string') {
      setSending(writing);
      return faults;
    }
    setSending({ state: 'sending', problem: null });
    try {
      await sendReport(code, draft, time);
    } catch (error) {
      return refused(error);
    }
    const learned = withHabit(habits, draft);
    keeper.keepHabits(learned);
    keeper.forget();
    setHabits(learned);
    setSending({ state: 'saved', problem: null });
    return {};
  };

  const another = () => {
    setDraft(begin(habits));
    setSending(writing);
  };

  return { draft, change, errors, sending, save, another, habits };
}

export type Report = ReturnType<typeof useReport>;
