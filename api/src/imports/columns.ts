import { cellText, type Cells, plainWords } from './cell.js';
import { columnContent, type ColumnContent } from './column-content.js';
import { type FieldRule, fieldRules, type ImportField } from './column-fields.js';

/** Which column (from 0) holds which field. */
export type ColumnMapping = Partial<Record<ImportField, number>>;

/** Why a column was taken for what it was: the page shows it in words (`explainGuess`). */
export type GuessReason = 'header-and-content' | 'header' | 'content' | 'empty-column' | 'none';

export interface ColumnGuess {
  readonly column: number;
  readonly header: string;
  readonly field: ImportField | null;
  /** 0-1. Below 0.6 the preview asks the user to look. */
  readonly confidence: number;
  readonly reason: GuessReason;
}

export interface MappingGuess {
  readonly mapping: ColumnMapping;
  readonly guesses: readonly ColumnGuess[];
}

interface Candidate {
  readonly column: number;
  readonly field: ImportField;
  readonly score: number;
  readonly reason: GuessReason;
}

const leastScore = 0.35;

/**
 * Guesses what each column is from its header and from what it holds; content that contradicts the header wins. Each
 * field is given to one column and each column to one field, the surest first.
 *
 * @param sample - up to a few hundred rows; more does not make it surer.
 */
export function guessMapping(header: readonly string[], sample: readonly Cells[]): MappingGuess {
  const contents = header.map((_, column) => columnContent(sample.map((cells) => cellText(cells, column))));
  const candidates = header.flatMap((name, column) =>
    fieldRules.flatMap((rule) => candidateOf(rule, column, plainWords(name), contents[column]!) ?? []),
  );
  candidates.sort((a, b) => b.score - a.score || a.column - b.column);
  const mapping: ColumnMapping = {};
  const taken = new Map<number, Candidate>();
  for (const candidate of candidates) {
    if (candidate.score < leastScore || taken.has(candidate.column) || mapping[candidate.field] !== undefined) continue;
    if (isSecondPosition(candidate.field, mapping)) continue;
    mapping[candidate.field] = candidate.column;
    taken.set(candidate.column, candidate);
  }
  keepTimesTogether(mapping, taken);
  return {
    mapping,
    guesses: header.map((name, column) => guessOf(name, column, taken.get(column), contents[column]!)),
  };
}

function candidateOf(rule: FieldRule, column: number, name: string, content: ColumnContent): Candidate | null {
  const fit = rule.fits(content);
  const certain = rule.certain.test(name);
  const possible = certain || rule.possible.test(name);
  const empty = content.filled === 0;
  if (certain && empty) return { column, field: rule.field, score: 0.55, reason: 'empty-column' };
  if (fit < 0.3) return certain && fit > 0 ? { column, field: rule.field, score: 0.36, reason: 'header' } : null;
  if (certain)
    return { column, field: rule.field, score: 0.65 + 0.33 * fit, reason: fit > 0.6 ? 'header-and-content' : 'header' };
  if (possible) return { column, field: rule.field, score: 0.35 + 0.4 * fit, reason: 'header-and-content' };
  return rule.alone > 0 && fit > 0.8 ? { column, field: rule.field, score: rule.alone * fit, reason: 'content' } : null;
}

/** A file has one pair of coordinates that counts: degrees or metres, whichever was surer. */
function isSecondPosition(field: ImportField, mapping: ColumnMapping): boolean {
  if (field === 'latitude' || field === 'longitude')
    return mapping.northing !== undefined || mapping.easting !== undefined;
  if (field === 'northing' || field === 'easting')
    return mapping.latitude !== undefined || mapping.longitude !== undefined;
  return false;
}

/** An end without a start is a start; a time of day without a date says nothing. */
function keepTimesTogether(mapping: ColumnMapping, taken: Map<number, Candidate>): void {
  if (mapping.from === undefined && mapping.to !== undefined) {
    const column = mapping.to;
    mapping.from = column;
    delete mapping.to;
    taken.set(column, { ...taken.get(column)!, field: 'from' });
  }
  if (mapping.from === undefined && mapping.reportedAt !== undefined) {
    const column = mapping.reportedAt;
    mapping.from = column;
    delete mapping.reportedAt;
    taken.set(column, { ...taken.get(column)!, field: 'from', score: 0.5 });
  }
}

function guessOf(header: string, column: number, found: Candidate | undefined, content: ColumnContent): ColumnGuess {
  if (!found)
    return { column, header, field: null, confidence: 0, reason: content.filled === 0 ? 'empty-column' : 'none' };
  return {
    column,
    header,
    field: found.field,
    confidence: Math.round(Math.min(found.score, 1) * 100) / 100,
    reason: found.reason,
  };
}

const reasons: Record<GuessReason, { sv: string; en: string }> = {
  'header-and-content': { sv: 'Både rubriken och innehållet stämmer.', en: 'Both the header and the content fit.' },
  header: { sv: 'Rubriken säger det, men innehållet är svårt att känna igen. Titta en gång till.', en: 'The header says so, but the content is hard to recognise. Please check.' },
  content: { sv: 'Innehållet ser ut så, men rubriken säger något annat. Titta en gång till.', en: 'The content looks like it, but the header does not say so. Please check.' },
  'empty-column': { sv: 'Kolumnen är tom.', en: 'The column is empty.' },
  none: { sv: 'Kolumnen används inte. Välj vad den är, om den behövs.', en: 'The column is not used. Choose what it is, if it is needed.' },
}; // prettier-ignore

/** Says in a sentence why a column was taken for what it was. */
export function explainGuess(reason: GuessReason, language: 'sv' | 'en'): string {
  return reasons[reason][language];
}
