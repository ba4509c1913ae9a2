import type { Language } from '../hotspots/sentence-wording.js';
import { type DocumentHead, headPage, shortened } from './document-head.js';
import type { placeBriefPage } from './place-brief.js';
import { actionRow, type PlaceWork, workWords } from './place-work.js';
import { type BriefPromise, progressPage } from './progress-page.js';
import { heading, list, paragraphs, type Sheet, type SheetBlock } from './sheet.js';

/** The platsunderlag as a sheet, for DOCX: the very words and figures of its PDF, one below the other. */
export function placeSheet(page: ReturnType<typeof placeBriefPage>): Sheet {
  const { words, work } = page;
  const people = page.people.map(({ label, text }) => `${label}: ${text}`);
  return {
    head: page.head,
    kind: words.placeBrief,
    title: page.title,
    documentTitle: page.documentTitle,
    period: people.join(' · '),
    lead: page.lead,
    blocks: [
      ...paragraphs([page.rest, page.unknown].filter(Boolean).join('\n')),
      ...list(page.figures.map(({ value, label }) => `${value} ${label}`)),
      { type: 'picture', ...page.map, caption: '' },
      ...(page.categories.length === 0 ? [] : [heading(words.categories)]),
      ...list(page.categories.map(({ label, value }) => `${label}: ${value}`)),
      ...picture(words.perWeek, page.weeks, words.perWeekNote),
      ...picture(words.hours, page.hours, words.hoursNote),
      ...causes(page),
      ...(work === null ? decided(page) : workBlocks(work)),
      heading(words.promise),
      ...(page.promises.rows.length === 0 ? paragraphs(words.noPromise) : []),
      ...list(page.promises.rows.map(({ promise, text }) => [promise, text].filter(Boolean).join(': '))),
      ...paragraphs(`${words.basis}: ${page.basis} ${words.method}: ${page.method}`, true),
    ],
  };
}

function picture(title: string, drawn: { svg: string; alt: string } | null, caption: string): SheetBlock[] {
  return drawn === null ? [] : [heading(title), { type: 'picture', ...drawn, caption }];
}

function decided({ decisions, words }: ReturnType<typeof placeBriefPage>): SheetBlock[] {
  const rows = decisions.rows.map(({ text, who, when }) => [text, [who, when].filter(Boolean).join(', ')].join(' – '));
  return [heading(words.decided), ...list(rows)];
}

/** All of them in one place: a Word document has no first page to keep short. */
function causes({ causes: few, work, words }: ReturnType<typeof placeBriefPage>): SheetBlock[] {
  const rows = work !== null && work.causes.rows.length > 0 ? work.causes.rows : few.rows;
  return rows.length === 0 ? [] : [heading(words.causes), ...list(rows)];
}

type Work = NonNullable<ReturnType<typeof placeBriefPage>['work']>;

const widths = [46, 26, 14, 16];

function workBlocks({ problem, actions, contacts, effect }: Work): SheetBlock[] {
  const more = (text: string | null) => (text === null ? [] : paragraphs(text, true));
  return [
    ...(problem === null
      ? []
      : [
          heading(problem.title),
          ...paragraphs(problem.text),
          ...list(problem.rows.map(({ label, text }) => `${label}: ${text}`)),
        ]),
    heading(actions.title),
    ...(actions.rows.length === 0
      ? paragraphs(actions.none)
      : [{ type: 'table' as const, columns: actions.columns, widths, rows: actions.rows }]),
    ...paragraphs(actions.tally, true),
    ...more(actions.more),
    ...(contacts.rows.length === 0 ? [] : [heading(contacts.title), ...list(contacts.rows), ...more(contacts.more)]),
    ...(effect === null ? [] : [heading(effect.title), ...paragraphs(effect.text.join('\n'))]),
  ];
}

interface PublicPlace {
  readonly head: DocumentHead;
  readonly name: string;
  /** The function that answers for it. */
  readonly owner: string;
  readonly actions: PlaceWork['actions'];
  readonly promises: readonly BriefPromise[];
}

/** What everybody may read of a place: what is done there and what is promised. No figure, no map, no cause. */
export function publicPlaceSheet({ head, name, owner, actions, promises }: PublicPlace, language: Language): Sheet {
  const words = workWords[language];
  const told = progressPage(promises, 12, language).rows;
  const rows = actions.map((action) => actionRow({ ...action, grade: null }, head, language));
  return {
    head: headPage(head, language),
    kind: words.public,
    title: shortened(name, 140),
    documentTitle: `${words.public}: ${shortened(name, 140)}`,
    period: `${words.responsible}: ${owner}`,
    lead: words.publicLead,
    blocks: [
      heading(words.actions),
      ...(rows.length === 0 ? paragraphs(words.noActions) : [{ type: 'table' as const, columns: words.columns, widths, rows }]),
      ...(told.length === 0 ? [] : [heading(words.promises)]),
      ...list(told.map(({ promise, text }) => [promise, text].filter(Boolean).join(': '))),
    ],
  }; // prettier-ignore
}
