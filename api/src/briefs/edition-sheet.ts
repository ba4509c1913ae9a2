import { dayAndMonth, daySpan, type Language, list as listed } from '../hotspots/sentence-wording.js';
import type { FrozenContent } from '../situation/edition.schema.js';
import { type DocumentHead, headPage } from './document-head.js';
import { heading, paragraphs, type Sheet, type SheetBlock, written } from './sheet.js';

const words = {
  sv: {
    kind: 'Lägesbild',
    areas: 'Områdenas färg',
    columns: ['Område', 'Färg', 'Gruppens bedömning'],
    normal: 'Normalt',
    raised: 'Förhöjt',
    serious: 'Allvarligt',
    notJudged: 'Inte bedömda',
    noneJudged: 'Inget område är bedömt.',
    internal: 'intern',
    cooperation: 'samverkan',
    public: 'publik',
    survey: 'Kartläggning av brottsligheten, dess omfattning och konsekvenser',
    other: 'Annan information av betydelse',
    analysis: 'Analys',
    version: 'version',
    method: 'Metod',
    digest: 'Kontrollsumma (SHA-256)',
    draft: (day: string) => `UTKAST ${day}. Inte godkänt, siffror och text kan ändras.`,
    unwritten: 'Avsnittet är inte skrivet än.',
  },
  en: {
    kind: 'Situation report',
    areas: 'Colours of the areas',
    columns: ['Area', 'Colour', 'Judged by the group'],
    normal: 'Normal',
    raised: 'Raised',
    serious: 'Serious',
    notJudged: 'Not judged',
    noneJudged: 'No area has been judged.',
    internal: 'internal',
    cooperation: 'cooperation',
    public: 'public',
    survey: 'Survey of the crime, its extent and its consequences',
    other: 'Other information of importance',
    analysis: 'Analysis',
    version: 'version',
    method: 'Method',
    digest: 'Checksum (SHA-256)',
    draft: (day: string) => `DRAFT ${day}. Not approved, figures and text may change.`,
    unwritten: 'This section is not written yet.',
  },
} as const;

/** A lägesbild as text: approved and frozen with its number and digest, or null, the working copy of today. */
export interface EditionDocument {
  readonly head: DocumentHead;
  readonly content: FrozenContent;
  readonly approved: { readonly number: number; readonly digest: string } | null;
}

/** The text of a lägesbild as a sheet, in the language that it is written in; nothing is counted here. */
export function editionSheet({ head, content, approved }: EditionDocument): Sheet {
  const { language, audience } = content;
  const own = words[language];
  const title = `${own.kind}, ${content.name}`;
  const state = approved === null ? '' : ` · ${own.version} ${approved.number}`;
  return {
    head: headPage(head, language),
    kind: `${own.kind} · ${own[audience]}`,
    title,
    documentTitle: `${title}, ${content.municipality}`,
    period: `${daySpan(content.from, content.to, language)} · ${own[audience]}${state}`,
    lead: '',
    ...(approved === null ? { draft: own.draft(dayAndMonth(head.date, language)) } : {}),
    blocks: [
      ...areas(content, language),
      ...parts(content, language),
      ...(content.method === '' ? [] : paragraphs(`${own.method}: ${content.method}`, true)),
      ...(approved === null ? [] : paragraphs(`${own.digest}: ${approved.digest}`, true)),
    ],
  };
}

/** The areas that the group has judged, and in a line those that it has not. */
function areas({ areas: all }: FrozenContent, language: Language): SheetBlock[] {
  if (all.length === 0) return [];
  const own = words[language];
  const rows = all.flatMap(({ name, level, sentence }) =>
    level === null ? [] : [{ name, level, word: own[level], sentence: sentence ?? '' }],
  );
  const left = all.filter(({ level }) => level === null).map(({ name }) => name);
  return [
    heading(own.areas),
    ...(rows.length === 0 ? [] : [{ type: 'levels' as const, columns: own.columns, rows }]),
    ...paragraphs(left.length === 0 ? '' : rows.length === 0 ? own.noneJudged : `${own.notJudged}: ${listed(left, language)}.`, true), // prettier-ignore
  ];
}

/** In the lägesbild of a year under the headings that the law asks for. A heading without text stays in a working copy. */
function parts({ sections }: FrozenContent, language: Language): SheetBlock[] {
  const own = words[language];
  return (['survey', 'other', 'analysis', null] as const).flatMap((part) => {
    const told = sections.filter((section) => section.part === part && (section.text.trim() !== '' || section.id === 'consequences')); // prettier-ignore
    if (told.length === 0) return [];
    return [
      ...(part === null ? [] : [heading(own[part])]),
      ...told.flatMap(({ heading: name, text }) => [
        heading(name, part === null ? 2 : 3),
        ...(text.trim() === '' ? paragraphs(own.unwritten, true) : written(text)),
      ]),
    ];
  });
}
