import { type CalendarDay, type Language, dayAndMonth } from '../hotspots/sentence-wording.js';

/** What every document says about itself. */
export interface DocumentHead {
  readonly municipality: { readonly name: string; readonly demo: boolean };
  /** The day it was made. */
  readonly date: CalendarDay;
  /** Dnr; null when it has none. */
  readonly registration: string | null;
  readonly classification: {
    readonly level: 'open' | 'may-be-secret';
    readonly paragraph?: string;
    readonly date?: CalendarDay;
    /** A function, never a person's name. */
    readonly by?: string;
  };
}

/** A decision as a line: what, who, when. */
export interface BriefDecision {
  readonly text: string;
  readonly who: string;
  readonly due: CalendarDay | null;
}

/** The head in words, as the templates print it. */
export interface HeadPage {
  readonly language: Language;
  readonly municipality: string;
  readonly date: string;
  readonly demo: string | null;
  readonly registration: string;
  readonly classification: string;
  readonly notice: string;
  readonly page: string;
}

/** Words for the head and foot of a document. */
export function headPage(head: DocumentHead, language: Language): HeadPage {
  const sv = language === 'sv';
  return {
    language,
    municipality: head.municipality.name,
    date: dayAndMonth(head.date, language),
    demo: head.municipality.demo
      ? sv
        ? 'Exempelkommun, påhittade händelser'
        : 'Example municipality, invented events'
      : null,
    registration: `Dnr ${head.registration ?? '–'}`,
    classification: classification(head, language),
    notice: sv
      ? 'Kan bli en allmän handling när det lämnas till någon utanför den egna myndigheten.'
      : 'May become an official document (allmän handling) when given to anyone outside the authority.',
    page: sv ? 'Sida' : 'Page',
  };
}

/** A decision in words: `Belysningen lagas` · `Teknik` · `senast 4 december`. */
export function decisionLine(decision: BriefDecision, head: DocumentHead, language: Language) {
  const by = language === 'sv' ? 'senast' : 'by';
  return {
    text: shortened(decision.text),
    who: shortened(decision.who, 90),
    when: decision.due === null ? '' : `${by} ${dayAndMonth(decision.due, language, head.date)}`,
  };
}

/** A text of at most `most` characters, cut at a word; one page has room for the gist, the rest stands in Närbild. */
export function shortened(text: string, most = 220): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most - 1);
  return `${cut.slice(0, Math.max(most / 2, cut.lastIndexOf(' '))).replace(/[,.;:–-]$/, '')}…`;
}

/** The first rows, and a line that says how many more there are. */
export function firstRows<Row>(
  rows: readonly Row[],
  most: number,
  language: Language,
): { rows: Row[]; more: string | null } {
  const left = rows.length - most;
  if (left <= 0) return { rows: [...rows], more: null };
  return {
    rows: rows.slice(0, most),
    more: language === 'sv' ? `${left} till finns i Närbild.` : `${left} more in Närbild.`,
  };
}

function classification({ classification: made }: DocumentHead, language: Language): string {
  const sv = language === 'sv';
  if (made.level === 'open') return sv ? 'Klass: öppen' : 'Class: open';
  const law = made.paragraph === undefined ? '' : ` (${made.paragraph})`;
  const day = made.date === undefined ? '' : `, ${dayAndMonth(made.date, language)}`;
  const by = made.by === undefined ? '' : `, ${shortened(made.by, 60)}`;
  return `${sv ? 'Klass: kan omfattas av sekretess' : 'Class: may be covered by secrecy'}${law}${day}${by}`;
}
