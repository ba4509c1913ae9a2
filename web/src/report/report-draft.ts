import type { ChosenPlace } from './report-place.js';
import type { TimeChoice } from './report-time.js';

export type Setting = 'outdoors' | 'indoors' | 'stairwell';

/** A report that is being written. `id` is its own from the first moment: however often it is sent, it is one report. */
export interface ReportDraft {
  readonly id: string;
  readonly categoryCode: string | null;
  readonly subcategoryCode: string | null;
  readonly place: ChosenPlace | null;
  readonly time: TimeChoice | null;
  readonly setting: Setting | null;
  readonly text: string;
}

/** What this reporter did last, so that the next report takes fewer taps. */
export interface ReportHabits {
  /** The category used last stands first. */
  readonly categories: readonly string[];
  readonly place: ChosenPlace | null;
}

/** The part of `localStorage` and `sessionStorage` that is needed, so that it can be tried without a browser. */
export interface Drawer {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const oldestDraft = 12 * 3600 * 1000;
const rememberedCategories = 8;

export function emptyDraft(id: string): ReportDraft {
  return { id, categoryCode: null, subcategoryCode: null, place: null, time: null, setting: null, text: '' };
}

export const noHabits: ReportHabits = { categories: [], place: null };

/** The category goes first among those used, and the place is the one to begin with next time. */
export function withHabit(habits: ReportHabits, draft: ReportDraft): ReportHabits {
  const others = habits.categories.filter((code) => code !== draft.categoryCode);
  const categories = draft.categoryCode === null ? others : [draft.categoryCode, ...others];
  return { categories: categories.slice(0, rememberedCategories), place: draft.place };
}

/**
 * Keeps a draft over a reload. Everything but the text stays on the device for at most twelve hours; the text only as
 * long as the tab is open, for it may say more than it should.
 */
export class DraftKeeper {
  constructor(
    private readonly drawers: { readonly lasting: Drawer; readonly session: Drawer },
    private readonly owner: string,
  ) {}

  read(now: number): ReportDraft | null {
    const kept = parsed<Omit<ReportDraft, 'text'> & { savedAt: number }>(this.get('lasting', 'draft'));
    if (kept === null || typeof kept.id !== 'string' || !(now - kept.savedAt < oldestDraft)) return null;
    const { savedAt: _, ...draft } = kept;
    const text = parsed<{ id: string; text: string }>(this.get('session', 'text'));
    return { ...draft, text: text?.id === draft.id ? text.text : '' };
  }

  write(draft: ReportDraft, now: number): void {
    const { text, ...rest } = draft;
    this.set('lasting', 'draft', { ...rest, savedAt: now });
    this.set('session', 'text', { id: draft.id, text });
  }

  forget(): void {
    this.drawers.lasting.removeItem(this.key('draft'));
    this.drawers.session.removeItem(this.key('text'));
  }

  habits(): ReportHabits {
    return parsed<ReportHabits>(this.get('lasting', 'habits')) ?? noHabits;
  }

  keepHabits(habits: ReportHabits): void {
    this.set('lasting', 'habits', habits);
  }

  private key(what: string): string {
    return `narbild.report.${what}.${this.owner}`;
  }

  private get(drawer: 'lasting' | 'session', what: string): string | null {
    try {
      return this.drawers[drawer].getItem(this.key(what));
    } catch {
      return null; // Storage is closed in some private modes.
    }
  }

  private set(drawer: 'lasting' | 'session', what: string, value: object): void {
    try {
      this.drawers[drawer].setItem(this.key(what), JSON.stringify(value));
    } catch {
      // Full or closed: the draft then lasts as long as the page.
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
