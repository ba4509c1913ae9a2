import { defineTexts } from '../ui/language.js';

/** What has been done to what, as the log says it: "Läste händelser". */
export const auditTexts = defineTexts('admin-audit', {
  sv: {
    read: 'Läste',
    create: 'Skapade',
    update: 'Ändrade',
    delete: 'Tog bort',
    run: 'Körde',
    export: 'Tog ut',
    account: 'konto',
    analysis: 'analys',
    area: 'områden',
    'area-count': 'antal per område',
    commitment: 'åtagande',
    document: 'dokument',
    event: 'händelser på kartan',
    hotspot: 'hot spot',
    import: 'inläsning',
    'import-row': 'rader i inläsning',
    incident: 'rapporter',
    municipality: 'kommun',
    occasion: 'tillfälle',
    organisation: 'aktör',
    promise: 'löfte',
    session: 'inloggning',
    situation: 'lägesbild',
    category: 'kategori',
    'crime-code': 'brottskod',
    'dismissal-reason': 'skäl att avfärda',
    place: 'plats',
  },
  en: {
    read: 'Read',
    create: 'Created',
    update: 'Changed',
    delete: 'Removed',
    run: 'Ran',
    export: 'Took out',
    account: 'account',
    analysis: 'analysis',
    area: 'areas',
    'area-count': 'counts per area',
    commitment: 'commitment',
    document: 'document',
    event: 'events on the map',
    hotspot: 'hot spot',
    import: 'import',
    'import-row': 'rows of an import',
    incident: 'reports',
    municipality: 'municipality',
    occasion: 'occasion',
    organisation: 'organisation',
    promise: 'promise',
    session: 'sign-in',
    situation: 'situation',
    category: 'category',
    'crime-code': 'crime code',
    'dismissal-reason': 'reason to set aside',
    place: 'place',
  },
});

const known = new Set([
  'read', 'create', 'update', 'delete', 'run', 'export', 'account', 'analysis', 'area', 'area-count', 'commitment',
  'document', 'event', 'hotspot', 'import', 'import-row', 'incident', 'municipality', 'occasion', 'organisation',
  'promise', 'session', 'situation', 'category', 'crime-code', 'dismissal-reason', 'place',
]); // prettier-ignore

/** A word of the log that has a text; another one stands as the API wrote it. */
export function isAuditWord(word: string): word is NonNullable<(typeof auditTexts)['keys']> {
  return known.has(word);
}
