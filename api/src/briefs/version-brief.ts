import { daySpan, type Language } from '../hotspots/sentence-wording.js';
import type { FrozenContent, SituationVersionBody } from '../situation/edition.schema.js';
import { type DocumentHead, headPage } from './document-head.js';

const words = {
  sv: {
    kind: 'Lägesbild',
    areas: 'Områdenas färg',
    normal: 'Normalt',
    raised: 'Förhöjt',
    serious: 'Allvarligt',
    none: 'inte bedömt',
    internal: 'intern',
    cooperation: 'samverkan',
    public: 'publik',
    survey: 'Kartläggning av brottsligheten, dess omfattning och konsekvenser',
    other: 'Annan information av betydelse',
    analysis: 'Analys',
    version: 'version',
    digest: 'Kontrollsumma (SHA-256)',
  },
  en: {
    kind: 'Situation report',
    areas: 'Colours of the areas',
    normal: 'Normal',
    raised: 'Raised',
    serious: 'Serious',
    none: 'not judged',
    internal: 'internal',
    cooperation: 'cooperation',
    public: 'public',
    survey: 'Survey of the crime, its extent and its consequences',
    other: 'Other information of importance',
    analysis: 'Analysis',
    version: 'version',
    digest: 'Checksum (SHA-256)',
  },
} as const;

/** An approved lägesbild laid out as it was frozen; nothing is counted again. */
export function versionBriefPage(
  { content, number, digest }: Pick<SituationVersionBody, 'content' | 'number' | 'digest'>,
  head: DocumentHead,
) {
  const { language, audience, method } = content;
  const own = words[language];
  const title = `${own.kind}, ${content.name}`;
  return {
    head: headPage(head, language),
    kind: own.kind,
    title,
    documentTitle: `${title} ${content.municipality}`,
    compact: false,
    period: `${daySpan(content.from, content.to, language)} · ${own[audience]} · ${own.version} ${number}`,
    areasTitle: own.areas,
    areas: content.areas.map(({ name, level }) => ({ name, level: own[level ?? 'none'] })),
    parts: partsOf(content, language),
    basis: [method, `${own.digest}: ${digest}`].filter(Boolean).join(' '),
  };
}

function partsOf({ sections }: FrozenContent, language: Language) {
  const parts = ['survey', 'other', 'analysis', null] as const;
  return parts.flatMap((part) => {
    const own = sections.filter((section) => section.part === part && section.text.trim() !== '');
    if (own.length === 0) return [];
    const told = own.map(({ heading, text }) => ({
      heading,
      lines: text.split('\n').filter((line) => line.trim() !== ''),
    }));
    return [{ heading: part && words[language][part], sections: told }];
  });
}
