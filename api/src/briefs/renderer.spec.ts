import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { crowded, crowdedWeek, fullWeek, silent, silentWeek } from './brief-extremes.js';
import { sampleFacts, samplePlaceBrief, sampleWeekBrief } from './brief-samples.js';
import { renderPlaceBrief, renderWeekBrief } from './renderer.js';

const poppler = spawnSync('pdftotext', ['-v']).status === 0;
if (!poppler)
  process.stderr.write('NOT RUN: reading the documents back needs pdftotext and pdfinfo (poppler-utils).\n');
const readBack = poppler ? test : test.skip;

function read(tool: 'pdftotext' | 'pdfinfo', pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'narbild-brief-'));
  try {
    const file = join(folder, 'brief.pdf');
    writeFileSync(file, pdf);
    const output = execFileSync(tool, tool === 'pdftotext' ? ['-layout', file, '-'] : [file], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return output.replaceAll('\u00a0', ' ').replace(/ {2,}/g, ' ');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const pages = (pdf: Uint8Array) => Number(/Pages:\s+(\d+)/.exec(read('pdfinfo', pdf))![1]);
describe('A platsunderlag', () => {
  test('is accepted by Typst as PDF/UA-1 in both languages', async () => {
    for (const language of ['sv', 'en'] as const) {
      const pdf = await renderPlaceBrief(samplePlaceBrief, language);
      expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
      expect(Buffer.from(pdf).toString('latin1')).toContain('pdfuaid:part');
    }
  });

  readBack('is tagged, one page, and prints the figures it was given', async () => {
    const pdf = await renderPlaceBrief(samplePlaceBrief, 'sv');
    expect(read('pdfinfo', pdf)).toMatch(/Tagged:\s+yes/);
    expect(pages(pdf)).toBe(1);
    const text = read('pdftotext', pdf);
    for (const expected of [
      'Platsunderlag',
      '23 händelser (31 brott) sedan 1 september',
      'Här brukar det vara 9 (5–14) samma veckor.',
      'Vi vet inte hur många som rör sig här.',
      '6 av minst 10 kvällspass vid stationen.',
      'Tekniska kontoret, senast 4 december',
      'Polisen 11, Fältgruppen 6',
      'Dnr KS 2026/00412',
      '18 kap. 1 § OSL',
      'Exempelkommun, påhittade händelser',
    ]) {
      expect(text).toContain(expected);
    }
    expect(text).not.toMatch(/\bbrief\b/i);
    expect(text.replace(/\s+/g, ' ')).toContain('Kan bli en allmän handling');
  });

  readBack('of a place with nothing is one calm page that says what is missing', async () => {
    const pdf = await renderPlaceBrief(silent, 'sv');
    expect(pages(pdf)).toBe(1);
    const text = read('pdftotext', pdf);
    expect(text).toContain('Inga händelser sedan 1 september.');
    expect(text).toContain('Normalt visas efter ett års rapporter.');
    expect(text).toContain('Inget är beslutat ännu.');
    expect(text).not.toMatch(/NaN|undefined|null/);
  });

  readBack(
    'with long names, twelve categories and pages of text is at most two pages and says what it left out',
    async () => {
      const pdf = await renderPlaceBrief(crowded, 'sv');
      expect(pages(pdf)).toBeLessThanOrEqual(2);
      const text = read('pdftotext', pdf);
      expect(text).toContain('4 till finns i Närbild.');
      expect(text).toContain('Övriga (5)');
      expect(text).toContain('1 234');
    },
  );

  readBack('prints what a person wrote as it stands, never as markup', async () => {
    const name = '#panic("x") *fet* $x$ <a & b> [c] \\ "d"';
    const facts = { ...sampleFacts, name };
    const map = { ...samplePlaceBrief.map, attribution: name };
    const pdf = await renderPlaceBrief(
      { ...samplePlaceBrief, place: { ...samplePlaceBrief.place, name }, facts, map },
      'sv',
    );
    expect(read('pdftotext', pdf)).toContain('#panic("x") *fet* $x$ <a & b> [c]');
  });
});

describe('A veckolägesbild', () => {
  readBack('is tagged, one page, and prints the figures it was given, in both languages', async () => {
    const swedish = await renderWeekBrief(sampleWeekBrief, 'sv');
    expect(read('pdfinfo', swedish)).toMatch(/Tagged:\s+yes/);
    expect(pages(swedish)).toBe(1);
    const text = read('pdftotext', swedish);
    for (const expected of [
      'Veckolägesbild, vecka 46',
      '9–15 november 2026',
      '31 händelser vecka 46.',
      '24 (16–33)',
      'Flest i Centrum (12 av 31)',
      'Klass: öppen',
    ]) {
      expect(text).toContain(expected);
    }
    expect(read('pdftotext', await renderWeekBrief(sampleWeekBrief, 'en'))).toContain('31 incidents in week 46.');
  });

  readBack('of a silent week is one page', async () => {
    const pdf = await renderWeekBrief(silentWeek, 'sv');
    expect(pages(pdf)).toBe(1);
    const text = read('pdftotext', pdf);
    expect(text).toContain('Inga händelser rapporterades vecka 46.');
    expect(text).toContain('Inga hot spots just nu.');
  });

  readBack('of a full week, five hot spots and twelve categories, is still one page', async () => {
    expect(pages(await renderWeekBrief(fullWeek, 'sv'))).toBe(1);
  });

  readBack('of a crowded week is at most two pages and its columns still add up', async () => {
    const pdf = await renderWeekBrief(crowdedWeek, 'sv');
    expect(pages(pdf)).toBeLessThanOrEqual(2);
    const text = read('pdftotext', pdf);
    // 12 + 13 of 24…13 are kept as 24…17; the last four are 16 + 15 + 14 + 13.
    expect(text).toMatch(/Övriga \(4\)\s+58/);
    expect(text).toContain('2 till finns i Närbild.');
  });
});
