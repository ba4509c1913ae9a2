import type { ActionBody } from '../actions/action.schema.js';
import type { Language } from '../hotspots/sentence-wording.js';
import type { AgendaLine } from './agenda.js';
import type { AgendaWords } from './agenda-words.js';

/** Whom a line is told to. */
export interface Told {
  readonly language: Language;
  readonly words: AgendaWords;
}

export function line(text: string, more: Partial<AgendaLine> = {}): AgendaLine {
  return { text, count: null, search: null, subject: null, tone: 'plain', secret: false, ...more };
}

/** The query text of the map page for a period and what narrows it. */
export function mapSearch(
  span: { readonly from: string; readonly to: string },
  narrowed: Readonly<Record<string, string>> = {},
): string {
  return new URLSearchParams({ period: 'egen', fran: span.from, till: span.to, ...narrowed }).toString();
}

export function toneOf({ overdue, status }: ActionBody): AgendaLine['tone'] {
  if (status === 'done') return 'good';
  return overdue || status === 'cannot' ? 'bad' : status === 'doing' ? 'plain' : 'caution';
}
