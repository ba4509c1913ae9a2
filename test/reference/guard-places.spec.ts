import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { check } from '../../api/src/privacy/check.js';
import { referenceFile } from './reference-files.js';
import { describeWithData } from './shared-data.js';

/** Of these texts, none of which names a person, the share that is left alone. */
function aloneOf(texts: readonly string[]): number {
  expect(texts.length).toBeGreaterThan(250);
  return texts.filter((text) => check(text).length === 0).length / texts.length;
}

describeWithData('names of roads and their towns', '../swedish-text', () => {
  test('are taken for persons in fewer than three of 100', () => {
    const [, ...rows] = readFileSync(referenceFile('../swedish-text/vagar.csv'), 'utf8').trim().split('\n');
    const towns = rows.flatMap((row) => row.split(',')[2]!.split(' - ').map((town) => town.replace(/[()]/g, '').trim()));
    const sentences = [...new Set(towns)].filter((town) => town !== '').map((town) => `Bråk vid ${town} i går kväll.`);
    expect(aloneOf([...rows, ...sentences])).toBeGreaterThan(0.97);
  }); // prettier-ignore

  test('and words that every text holds are left alone in small letters', () => {
    const words = readFileSync(referenceFile('../swedish-text/stoppord.csv'), 'utf8').trim().split('\n');
    expect(aloneOf(words.map((word) => `Det var ${word.trim()} som hördes.`))).toBe(1);
  });
});

describeWithData('the Police’s own notices', '../polisen-events', () => {
  test('which name no person, are left alone in 99 of 100', () => {
    const file = readFileSync(referenceFile('../polisen-events/events_target_municipalities.json'), 'utf8');
    const summaries = [...file.matchAll(/"summary": ?"((?:[^"\\]|\\.)*)"/g)].map((match) => JSON.parse(`"${match[1]!}"`) as string); // prettier-ignore
    expect(aloneOf([...new Set(summaries)])).toBeGreaterThan(0.99);
  });
});
