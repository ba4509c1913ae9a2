import { useEffect, useMemo, useState } from 'react';
import type { Problem } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { uuidv7 } from '../api/uuid.js';
import { needsNewId, type Entry } from '../outbox/entry.js';
import type { Outbox } from '../outbox/outbox.js';
import { theOutbox } from '../outbox/the-outbox.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { reportBody, type Category } from './report-api.js';
import {
  cutText,
  DraftKeeper,
  emptyDraft,
  isBegun,
  withHabit,
  type ReportDraft,
  type ReportHabits,
} from './report-draft.js';
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
  setting: 'text',
  occurredFrom: 'time',
  occurredTo: 'time',
  description: 'text',
};

function without(errors: PartErrors, mended: Part): PartErrors {
  const left = { ...errors };
  delete left[mended];
  return left;
}

/** `problem`: something no part can say, shown above the button. `unready`: the page itself has not come whole yet. */
export type Sending = {
  readonly state: 'writing' | 'saving' | 'unready' | 'saved';
  readonly problem: Problem | null;
  /** The report that was saved last. */
  readonly saved: string | null;
};

const writing: Sending = { state: 'writing', problem: null, saved: null };

/** As long as one waits on one's feet: after that the report is on its way by itself. */
const patience = 4_000;

function useKeeper(code: string): DraftKeeper {
  const account = useSession()?.account.id ?? '';
  return useMemo(() => new DraftKeeper(localStorage, `${code}.${account}`), [code, account]);
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

/** Whether the text holds what the server would refuse. Without the rules the server says so itself, later. */
async function mustGo(text: string): Promise<boolean> {
  if (text.trim() === '') return false;
  try {
    return (await import('../../../api/src/privacy/personal-data.js')).mustBeRefused(text);
  } catch {
    return false;
  }
}

/** Which parts of the page a refusal speaks of, in the server's words. */
function partsOf(problem: Problem): PartErrors {
  const found: Partial<Record<Part, string>> = {};
  for (const { pointer, detail } of problem.errors ?? []) {
    const part = partOfField[pointer.split('/')[1] ?? ''];
    if (part !== undefined) found[part] ??= detail;
  }
  return found;
}

/** Waits a moment for the first try; the entry as it then is, or `null` when it is on its way or gone. */
async function afterFirstTry(outbox: Outbox, id: string): Promise<Entry | null> {
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  await Promise.race([outbox.flush(), late]);
  return outbox.state().entries.find((entry) => entry.id === id && entry.refusal !== null) ?? null;
}

/** The report being written: kept letter by letter, checked, put in the queue, sent once however often it is tried. */
export function useReport(code: string, categories: readonly Category[]) {
  const t = useTexts(reportTexts);
  const owner = useSession()?.account.id ?? '';
  const language = useLanguage();
  const keeper = useKeeper(code);
  const [habits, setHabits] = useState(() => keeper.habits());
  const [draft, setDraft] = useState(() => keeper.read(Date.now()) ?? begin(habits));
  const [errors, setErrors] = useState<PartErrors>({});
  const [sending, setSending] = useState<Sending>(writing);
  const category = categories.find((one) => one.code === draft.categoryCode);
  const placeBound = category?.placeBound ?? true;

  useEffect(() => void import('./time-detail.js').catch(() => undefined), []);

  const change = (part: Partial<ReportDraft>, mended?: Part) => {
    const kept = part.text === undefined ? part : { ...part, text: cutText(part.text) };
    setDraft((before) => {
      const after = { ...before, ...kept };
      keeper.write(after, Date.now());
      return after;
    });
    if (mended !== undefined) setErrors((before) => without(before, mended));
  };

  const faultsIn = (time: ReportedTime | TimeProblem, refusedText: boolean): PartErrors => ({
    ...(category === undefined ? { category: t('categoryMissing') } : {}),
    ...(placeBound && draft.place === null ? { place: t('placeMissing') } : {}),
    ...(typeof time === 'string' ? { time: t(timeTexts[time]) } : {}),
    ...(refusedText ? { text: t('textRefused') } : {}),
  });

  /** Back from the queue into the form, with what the server said beside the parts. */
  const refused = async (outbox: Outbox, entry: Entry, problem: Problem): Promise<PartErrors> => {
    const again = needsNewId(entry) ? { ...draft, id: uuidv7() } : draft;
    setDraft(again);
    keeper.write(again, Date.now());
    await outbox.discard(entry.id);
    const found = partsOf(problem);
    setErrors(found);
    setSending({ ...writing, problem: Object.keys(found).length === 0 ? problem : null });
    return found;
  };

  /** Saves; answers what is wrong, part by part, so that the page can go there. */
  const save = async (): Promise<PartErrors> => {
    const rules = await timeRules();
    if (rules === null) {
      setSending({ ...writing, state: 'unready' });
      return {};
    }
    const time = draft.time === null ? 'time-missing' : rules.resolveTime(draft.time);
    const faults = faultsIn(time, await mustGo(draft.text));
    setErrors(faults);
    if (Object.keys(faults).length > 0 || typeof time === 'string') {
      setSending(writing);
      return faults;
    }
    setSending({ ...writing, state: 'saving' });
    const outbox = await theOutbox();
    await outbox.add({
      id: draft.id,
      owner,
      code,
      body: reportBody(draft, time, placeBound),
      draft,
      said: draft.time,
      title: category?.name[language] ?? '',
      savedAt: Date.now(),
      clockSettled: false,
      clockMended: false,
      attempts: 0,
      nextAt: 0,
      refusal: null,
    });
    keeper.forget();
    const entry = await afterFirstTry(outbox, draft.id);
    if (entry?.refusal) return refused(outbox, entry, entry.refusal);
    const learned = withHabit(habits, draft);
    keeper.keepHabits(learned);
    setHabits(learned);
    setSending({ state: 'saved', problem: null, saved: draft.id });
    return {};
  };

  const another = () => {
    setDraft(keeper.takeAside(Date.now()) ?? begin(habits));
    setSending(writing);
  };

  /** Takes a refused report back into the form; what was being written is put aside until that one is saved. */
  const mend = (entry: Entry) => {
    if (isBegun(draft) && draft.id !== entry.id) keeper.write(draft, Date.now(), 'aside');
    const taken = { ...emptyDraft(entry.id), ...(entry.draft as ReportDraft), id: entry.id };
    setDraft(taken);
    keeper.write(taken, Date.now());
    setErrors(entry.refusal === null ? {} : partsOf(entry.refusal));
    setSending({ ...writing, problem: entry.refusal });
  };

  return { draft, change, errors, sending, save, another, mend, habits, placeBound };
}

export type Report = ReturnType<typeof useReport>;
