import type { weekBriefPage } from './week-brief.js';
import { heading, list, paragraphs, type Sheet, type SheetBlock } from './sheet.js';

/** The veckolägesbild as a sheet, for DOCX: the very words and figures of its PDF, one below the other. */
export function weekSheet(page: ReturnType<typeof weekBriefPage>): Sheet {
  const { words, head } = page;
  const table = (first: string, rows: typeof page.areas): SheetBlock[] =>
    rows.length === 0
      ? paragraphs(words.noEvents)
      : [
          {
            type: 'table',
            columns: [first, words.count, words.normal],
            widths: [60, 20, 20],
            rows: rows.map(({ label, level, value, normal }) => [
              level === null ? label : `${label} (${words.legend[level]})`,
              value,
              normal,
            ]),
          },
        ];
  return {
    head,
    kind: page.kind,
    title: page.title,
    documentTitle: page.documentTitle,
    period: page.period,
    lead: page.lead,
    blocks: [
      ...list(page.figures.map(({ value, label }) => `${value} ${label}`)),
      { type: 'picture', ...page.map, caption: '' },
      ...(page.weeks === null
        ? []
        : [heading(words.perWeek), { type: 'picture' as const, ...page.weeks, caption: '' }]),
      ...(page.priorities.length === 0 ? [] : [heading(words.priorities)]),
      ...page.priorities.flatMap(({ area, reason }, index) => paragraphs(`${index + 1}. ${area}: ${reason}`)),
      heading(words.hotspots),
      ...(page.hotspots.rows.length === 0 ? paragraphs(words.noHotspots) : []),
      ...list(page.hotspots.rows.map(({ number, name, text }) => `${number}. ${name}: ${text}`)),
      ...more(page.hotspots.more),
      heading(words.perArea),
      ...table(words.area, page.areas),
      heading(words.perCategory),
      ...table(words.category, page.categories),
      heading(words.promises),
      ...(page.promises.rows.length === 0 ? paragraphs(words.noPromises) : []),
      ...list(page.promises.rows.map(({ promise, text }) => [promise, text].filter(Boolean).join(': '))),
      ...more(page.promises.more),
      ...decisions(page),
      ...paragraphs(`${words.basis}: ${page.basis} ${words.method}: ${page.method}`, true),
    ],
  };
}

function decisions({ decisions: made, words }: ReturnType<typeof weekBriefPage>): SheetBlock[] {
  if (made.rows.length === 0) return [];
  const rows = made.rows.map(({ text, who, when }) => [text, [who, when].filter(Boolean).join(', ')].join(' – '));
  return [heading(words.decided), ...list(rows), ...more(made.more)];
}

function more(text: string | null): SheetBlock[] {
  return text === null ? [] : paragraphs(text, true);
}
