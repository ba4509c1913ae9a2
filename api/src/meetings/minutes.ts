import type { AgendaLine, ItemKind } from './agenda.js';
import type { Attendance, EscalationTarget, GroupKind, MeetingKind } from './meeting.js';

/** The form of what is frozen. Another form gets another number; old minutes keep theirs. */
export const minutesSchema = 1;

/** A decision as it stood when the meeting closed. */
export interface MinutedDecision {
  readonly position: number;
  readonly itemId: string | null;
  readonly actionId: string;
  readonly what: string;
  readonly organisation: string;
  readonly ownerFunction: string;
  readonly due: string | null;
  readonly followUpOn: string | null;
  readonly hotspot: string | null;
  readonly viewId: string | null;
  readonly registrationNumber: string | null;
  readonly classification: 'open' | 'may-be-secret';
  readonly secrecyBasis: string | null;
  readonly secrecyBy: string | null;
  readonly secrecyOn: string | null;
}

/** Everything that the minutes hold but figures, which have groups of their own and are kept beside. */
export interface MinutesContent {
  readonly schema: typeof minutesSchema;
  readonly meeting: {
    readonly id: string;
    readonly group: string;
    readonly groupKind: GroupKind;
    readonly kind: MeetingKind;
    readonly title: string;
    readonly at: string;
    readonly until: string;
    readonly place: string | null;
    readonly registrationNumber: string | null;
    readonly classification: 'open' | 'may-be-secret';
  };
  readonly participants: readonly {
    readonly function: string;
    readonly organisation: string;
    readonly attendance: Attendance;
  }[];
  readonly items: readonly {
    readonly id: string;
    readonly kind: ItemKind;
    /** The group's own heading; null for the usual one. */
    readonly title: string | null;
    readonly note: string;
  }[];
  readonly decisions: readonly MinutedDecision[];
  /** What the police told and let be kept. */
  readonly pictures: readonly string[];
  readonly priorities: readonly string[];
  readonly escalations: readonly { readonly target: EscalationTarget; readonly text: string }[];
  /** The colours that the group set at the meeting. */
  readonly colours: readonly {
    readonly area: string;
    readonly level: 'normal' | 'raised' | 'serious';
    readonly sentence: string | null;
  }[];
  readonly next: { readonly day: string; readonly clock: string } | null;
}

/** What each agenda item had filled itself with, frozen. */
export type MinutedLines = readonly { readonly itemId: string; readonly lines: readonly AgendaLine[] }[];

export const audiences = ['internal', 'cooperation', 'public'] as const;
export type Audience = (typeof audiences)[number];

/**
 * What an audience gets. Cooperation: no decision that may be secret, nothing that the police told, no notes when the
 * meeting may be secret. Public: who was there by function, the open decisions and the next meeting.
 */
export function minutesFor(content: MinutesContent, audience: Audience): MinutesContent {
  if (audience === 'internal') return content;
  const secret = content.meeting.classification === 'may-be-secret';
  const hidden = secret || audience === 'public';
  return {
    ...content,
    items: content.items.map((item) => (hidden ? { ...item, note: '' } : item)),
    decisions: content.decisions
      .filter(({ classification }) => classification === 'open')
      .map((each) => (audience === 'public' ? { ...each, viewId: null } : each)),
    pictures: [],
    priorities: hidden ? [] : content.priorities,
    escalations: hidden ? [] : content.escalations,
    colours: hidden ? [] : content.colours,
  };
}

/** What a reader of the page sees: as cooperation, with what the own rights add. */
export function minutesSeenBy(
  content: MinutesContent,
  reader: { readonly writes: boolean; readonly seesPictures: boolean },
): MinutesContent {
  if (reader.writes) return content;
  const seen = minutesFor(content, 'cooperation');
  return reader.seesPictures && content.meeting.classification === 'open'
    ? { ...seen, pictures: content.pictures }
    : seen;
}

/** Lines of figures without those that tell of a decision that may be secret. */
export function openLines(lines: MinutedLines): MinutedLines {
  return lines.map((item) => ({ ...item, lines: item.lines.filter(({ secret }) => !secret) }));
}

/** The notes put right, as a new version of the content. Null when one is of an item that is not there. */
export function corrected(
  content: MinutesContent,
  notes: readonly { readonly itemId: string; readonly text: string }[],
): MinutesContent | null {
  const texts = new Map(notes.map(({ itemId, text }) => [itemId, text]));
  if (notes.some(({ itemId }) => !content.items.some(({ id }) => id === itemId))) return null;
  return { ...content, items: content.items.map((item) => ({ ...item, note: texts.get(item.id) ?? item.note })) };
}
