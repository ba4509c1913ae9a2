import type { ItemKind, TemplateItem } from './agenda.js';
import { type AgendaForm, agendaForm, type MeetingForm } from './meeting-form.js';

/** The twelve items of a weekly EST meeting; a group may change its rows. Composed of Helsingborg's, Boverket's, Trelleborg's and Socialstyrelsen's. */
const weekly: readonly ItemKind[] = [
  'attendance',
  'last-decisions',
  'reports',
  'police-picture',
  'hotspots',
  'risk',
  'coming-week',
  'priorities',
  'decisions',
  'escalation',
  'feedback',
  'next-meeting',
];

/** What each kind of meeting takes up, in order. */
const forms: Readonly<Record<AgendaForm, readonly ItemKind[]>> = {
  weekly,
  monthly: [
    'attendance',
    'last-decisions',
    'reports',
    'police-picture',
    'hotspots',
    'promises',
    'coming-week',
    'decisions',
    'escalation',
    'feedback',
    'next-meeting',
  ],
  strategic: [
    'attendance',
    'last-decisions',
    'reports',
    'hotspots',
    'priorities',
    'promises',
    'action-plan',
    'law',
    'escalation',
    'decisions',
    'coming-week',
    'next-meeting',
  ],
  steering: [
    'attendance',
    'escalation',
    'last-decisions',
    'reports',
    'priorities',
    'promises',
    'action-plan',
    'decisions',
    'next-meeting',
  ],
  dialogue: [
    'attendance',
    'promises',
    'last-decisions',
    'voices',
    'coming-week',
    'decisions',
    'feedback',
    'next-meeting',
  ],
  'safety-walk': ['attendance', 'last-decisions', 'places', 'observations', 'decisions', 'feedback', 'next-meeting'],
};

const templateOf = (kinds: readonly ItemKind[]): TemplateItem[] => kinds.map((kind) => ({ kind, title: null }));

/** What a group has that has not written an agenda of its own. */
export const defaultTemplate: readonly TemplateItem[] = templateOf(weekly);

/** The agenda of a meeting: the group's own where it has written one, else what its kind needs. */
export function templateFor(group: readonly TemplateItem[], meeting: MeetingForm): readonly TemplateItem[] {
  const usual =
    group.length === weekly.length && group.every(({ kind, title }, at) => kind === weekly[at] && title === null);
  return usual ? templateOf(forms[agendaForm(meeting)]) : group;
}
