import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../api/src/privacy/check.js';
import type { FindingKind, Place } from '../../api/src/privacy/finding.js';
import { ambiguousNames, givenNames, surnames } from '../../api/src/privacy/name-lists.js';
import { workspaceRoot } from '../../api/src/app/environment.js';

/** A sentence of the test set, and what in it points out a person. */
export interface Sentence {
  readonly text: string;
  readonly spans: readonly Place[];
  /** No rule was looked at with this sentence in sight. */
  readonly heldOut: boolean;
}

export interface Figures {
  /** Marked by hand, and of them found: some of the words were pointed at, as whatever kind. */
  readonly marked: number;
  readonly found: number;
  /** Findings that no mark of the same kind meets. */
  readonly wrong: number;
}

const folder = join(workspaceRoot, 'test/fixtures/guard');

/** The sentences of each file of the set, by its name. */
export function guardSentences(): Map<string, Sentence[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    files
      .sort()
      .map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(join(folder, name), 'utf8')) as Sentence[]]),
  );
}

const meets = (a: Place, b: Place) => a.from < b.to && b.from < a.to;

/** Recall and wrong findings of one kind over sentences. */
export function figuresOf(kind: FindingKind, sentences: readonly Sentence[]): Figures {
  let [marked, found, wrong] = [0, 0, 0];
  for (const { text, spans } of sentences) {
    const findings = check(text);
    const own = spans.filter((span) => span.kind === kind);
    marked += own.length;
    found += own.filter((span) => findings.some((finding) => meets(finding, span))).length;
    wrong += findings.filter((finding) => finding.kind === kind && !spans.some((span) => meets(finding, span))).length;
  }
  return { marked, found, wrong };
}

/** Of clean sentences, how many are left without any finding. */
export function leftAlone(sentences: readonly Sentence[]): { clean: number; alone: number } {
  const clean = sentences.filter(({ spans }) => spans.length === 0);
  return { clean: clean.length, alone: clean.filter(({ text }) => check(text).length === 0).length };
}

/** Does a word of this name stand in the product's own lists? */
export function isListed(name: string): boolean {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
  const forms = words.flatMap((word) => [word, word.replace(/s$/, '')]);
  return forms.some((word) => givenNames.has(word) || surnames.has(word) || ambiguousNames.has(word));
}

/** The sentences with no marks but names of which no list holds a word. */
export function unlistedOnly(sentences: readonly Sentence[]): Sentence[] {
  return sentences.map(({ text, spans, heldOut }) => ({
    text,
    heldOut,
    spans: spans.filter(({ kind, from, to }) => kind === 'name' && !isListed(text.slice(from, to))),
  }));
}

/** Sets that were written before the rules that they measure, and the part of them that no rule was looked at with. */
export function blindSets(): Map<string, Sentence[]> {
  const sets = guardSentences();
  const blind = sets.get('blind-2026-11-21')!;
  return new Map([
    ['blind, first half', blind.filter(({ heldOut }) => !heldOut)],
    ['blind, held-out half', blind.filter(({ heldOut }) => heldOut)],
    ['reading-5, mended since', sets.get('reading-5')!],
    ['reading-6, held out', sets.get('reading-6')!],
  ]);
}

export const kinds: readonly FindingKind[] = [
  'personnummer', 'samordningsnummer', 'personnummer-like', 'phone', 'email', 'plate', 'ip', 'address', 'name', 'group',
]; // prettier-ignore

/** The table of docs/methods/personal-data.md, as Markdown. */
export function guardTable(): string {
  const sets = guardSentences();
  const all = [...sets.values()].flat();
  const unseen = all.filter(({ heldOut }) => heldOut);
  const share = (part: number, whole: number) =>
    whole === 0 ? '–' : `${part} of ${whole} (${((100 * part) / whole).toFixed(0)} %)`;
  const rows = kinds.map((kind) => {
    const [whole, part] = [figuresOf(kind, all), figuresOf(kind, unseen)];
    const precision = share(whole.found, whole.found + whole.wrong);
    return `| ${kind} | ${share(whole.found, whole.marked)} | ${precision} | ${share(part.found, part.marked)} |`;
  });
  const files = [...sets].map(([name, sentences]) => {
    const { clean, alone } = leftAlone(sentences);
    const spans = sentences.flatMap(({ spans: marks }) => marks).length;
    const found = kinds.reduce((sum, kind) => sum + figuresOf(kind, sentences).found, 0);
    return `| ${name} | ${sentences.length} | ${share(found, spans)} | ${share(alone, clean)} |`;
  });
  const blind = [...blindSets()].map(([name, sentences]) => {
    const [names, unlisted] = [figuresOf('name', sentences), figuresOf('name', unlistedOnly(sentences))];
    const { clean, alone } = leftAlone(sentences);
    return `| ${name} | ${share(names.found, names.marked)} | ${share(unlisted.found, unlisted.marked)} | ${share(alone, clean)} |`;
  });
  return [
    '| Kind | Recall | Precision | Recall, held-out part |', '| --- | --- | --- | --- |', ...rows, '',
    '| File | Sentences | Found of what is marked | Clean sentences left alone |', '| --- | --- | --- | --- |', ...files, '',
    '| Written before the rules | Names found | Of them, names in no list | Clean sentences left alone |', '| --- | --- | --- | --- |', ...blind,
  ].join('\n'); // prettier-ignore
}
