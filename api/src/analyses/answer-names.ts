import type { Bilingual } from '../analysis/bilingual.js';
import { type Answer, both } from './answer.js';

/** Stands in a sentence where the name of a row's place goes: a thread knows where a place is, and not what it is called. */
export function nameOfRow(row: number): string {
  return `{place ${row}}`;
}

/** The answer with the names of its places in its sentence and its table; a place without a name goes by its number on the map. */
export function withNames({ centres, ...answer }: Answer, names: readonly (string | null)[]): Answer {
  if (centres === undefined) return answer;
  const called = centres.map((_, row): Bilingual => {
    const name = names[row] ?? null;
    return name === null ? both(`plats ${row + 1}`, `place ${row + 1}`) : both(name, name);
  });
  const told = (text: string, language: 'sv' | 'en') =>
    text.replace(/\{place (\d+)\}/g, (_, row: string) => called[Number(row)]?.[language] ?? '');
  const { sv, en } = answer.sentence;
  return {
    ...answer,
    sentence: both(told(sv, 'sv'), told(en, 'en')),
    table: { ...answer.table, rows: answer.table.rows.map((row, at) => ({ ...row, place: called[at] ?? null })) },
  };
}
