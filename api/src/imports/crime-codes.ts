import { plainWords } from './cell.js';
import { categoryFromText, type NamedCategory } from './category-words.js';
import { codeLines, codesOf } from './crime-code-table.js';
import { sensitivity, type SensitiveReason } from './sensitive-codes.js';

export const fallbackCategory = 'OVR';

const table: ReadonlyMap<string, NamedCategory> = new Map(
  codeLines.flatMap(([codes, category, subcategory]) =>
    [...codesOf(codes)].map((code) => [code, { category, subcategory }] as const),
  ),
);

/** What a row's code and words say about it. */
export interface Classification {
  readonly crimeCode: string | null;
  readonly category: string;
  readonly subcategory: string | null;
  /** False when neither code nor words are known: the row becomes OVR and the preview names what it met. */
  readonly known: boolean;
  readonly sensitive: SensitiveReason | null;
}

/** The municipality's own rows: they win over the default table. Keys are four-digit codes or lower-case texts. */
export interface CategoryRules {
  readonly categories?: ReadonlyMap<string, NamedCategory>;
  /** Codes that this municipality also holds back the place for. Codes can be added here, never taken away. */
  readonly alsoSensitive?: ReadonlySet<string>;
}

/** A Brå code as four-digit text; Excel's 825 is 0825 and 0825.0 too. Null when the cell is no code. */
export function readCrimeCode(text: string): string | null {
  const match = /^(\d{3,4})(?:[.,]0+)?$/.exec(text.replace(/\s/g, ''));
  return match ? match[1]!.padStart(4, '0') : null;
}

/** Places a row among the categories by its Brå code, else by its words, else OVR. Codes are never invented. */
export function classify(codeText: string, words: string, rules: CategoryRules = {}): Classification {
  const crimeCode = readCrimeCode(codeText);
  const named = crimeCode === null && codeText !== '' ? `${codeText} ${words}`.trim() : words;
  const own = rules.categories?.get(crimeCode ?? '') ?? rules.categories?.get(named.toLowerCase());
  const found = own ?? (crimeCode === null ? undefined : table.get(crimeCode)) ?? categoryFromText(named);
  const also = crimeCode !== null && rules.alsoSensitive?.has(crimeCode);
  return {
    crimeCode,
    category: found?.category ?? fallbackCategory,
    subcategory: found?.subcategory ?? null,
    known: found !== null && found !== undefined,
    sensitive: sensitivity(crimeCode, plainWords(named)) ?? (also ? 'close-relation' : null),
  };
}

/** Is this Brå code in the default table? */
export function isKnownCode(code: string): boolean {
  return table.has(code);
}
