import type { ChosenPlace } from './report-place.js';
import type { TimeChoice } from './report-time.js';

export type Setting = 'outdoors' | 'indoors' | 'stairwell';
export type Recurrence = 'first' | 'recurring' | 'constant';

/** A report that is being written. `id` is its own from the first moment: however often it is sent, it is one report. */
export interface ReportDraft {
  readonly id: string;
  readonly categoryCode: string | null;
  readonly subcategoryCode: string | null;
  readonly place: ChosenPlace | null;
  readonly time: TimeChoice | null;
  readonly setting: Setting | null;
  readonly text: string;
  readonly policeCalled: boolean;
  readonly policeReported: boolean;
  readonly recurrence: Recurrence | null;
}

/** What this reporter did last, so that the next report takes fewer taps. */
export interface ReportHabits {
  /** The category used last stands first. */
  readonly categories: readonly string[];
  readonly place: ChosenPlace | null;
}

/** The part of `localStorage` that is needed, so that it can be tried without a browser. */
export interface Drawer {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const oldestDraft = 7 * 24 * 3600 * 1000;
/** As the API has it; a longer text is cut where it is written, and the page says so. */
export const longestText = 2000;
const rememberedCategories = 8;

export function emptyDraft(id: string): ReportDraft {
  return {
    id,
    categoryCode: null,
    subcategoryCode: null,
    place: null,
    time: null,
    setting: null,
    text: '',
    policeCalled: false,
    policeReported: false,
    recurrence: null,
  };
}

/** Whether somebody has begun: a proposed place is not a beginning. */
export function isBegun(draft: ReportDraft): boolean {
  return draft.categoryCode !== null || draft.time !== null || draft.text.trim() !== '';
}

/** What a text may be: no longer than the API takes, and no half of a sign (an emoji cut in two cannot be stored). */
export function cutText(text: string): string {
  return text.slice(0, longestText).replaceAll(/[\p{Surrogate}\0]/gu, '');
}

export const noHabits: ReportHabits = { categories: [], place: null };

/** The category goes first among those used, and the place is the one to begin with next time. */
export function withHabit(habits: ReportHabits, draft: ReportDraft): ReportHabits {
  const others = habits.categories.filter((code) => code !== draft.categoryCode);
  const categories = draft.categoryCode === null ? others : [draft.categoryCode, ...others];
  return { categories: categories.slice(0, rememberedCategories), place: draft.place };
}

/**
 * Keeps a draft on the device for at most a week, letter by letter, so that a closed browser or a flat battery loses nothing.
 * It goes when the report has been saved, and when somebody signs out.
 */
export class DraftKeeper {
  constructor(
    private readonly drawer: Drawer,
    private readonly owner: string,
  ) {}

  read(now: number, what: 'draft' | 'aside' = 'draft'): ReportDraft | null {
    const kept = parsed<ReportDraft & { savedAt: number }>(this.get(what));
    if (kept === null || typeof kept.id !== 'string' || !(now - kept.savedAt < oldestDraft)) return null;
    const { savedAt: _, ...draft } = kept;
    return { ...emptyDraft(draft.id), ...draft };
  }

  /** Answers whether the device kept it. */
  write(draft: ReportDraft, now: number, what: 'draft' | 'aside' = 'draft'): boolean {
    return this.set(what, { ...draft, savedAt: now });
  }

  forget(what: 'draft' | 'aside' = 'draft'): void {
    try {
      this.drawer.removeItem(this.key(what));
    } catch {
      // Closed storage holds nothing to forget.
    }
  }

  /** The draft that was put aside while another report was being mended; it is taken back once. */
  takeAside(now: number): ReportDraft | null {
    const aside = this.read(now, 'aside');
    this.forget('aside');
    return aside;
  }

  habits(): ReportHabits {
    return parsed<ReportHabits>(this.get('habits')) ?? noHabits;
  }

  keepHabits(habits: ReportHabits): void {
    this.set('habits', habits);
  }

  private key(what: string): string {
    return `narbild.report.${what}.${this.owner}`;
  }

  private get(what: string): string | null {
    try {
      return this.drawer.getItem(this.key(what));
    } catch {
      return null; // Storage is closed in some private modes.
    }
  }

  private set(what: string, value: object): boolean {
    try {
      this.drawer.setItem(this.key(what), JSON.stringify(value));
      return true;
    } catch {
      return false; // Full or closed: the draft then lasts as long as the page.
    }
  }
}

function parsed<Value>(text: string | null): Value | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return null;
  }
}
