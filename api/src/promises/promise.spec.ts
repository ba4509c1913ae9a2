import { describe, expect, test } from '@jest/globals';
import { promiseHints, type WrittenCommitment, type WrittenPromise } from './promise.js';

const checks: WrittenCommitment = { id: 'c1', text: 'Riktade cykelkontroller', form: 'count', parties: ['polisen'] };
const summary: WrittenCommitment = {
  id: 'c2',
  text: 'En skriftlig sammanfattning',
  form: 'delivery',
  parties: ['kommunen'],
};
const good: WrittenPromise = {
  title: 'Tryggare trafik vid stationen',
  scope: 'place',
  hotspotId: 'h1',
  areaId: null,
  periodFrom: '2026-01-01',
  periodTo: '2026-12-31',
  commitments: [checks, summary],
};
const codes = (change: Partial<WrittenPromise>) => promiseHints({ ...good, ...change }).map(({ code }) => code);

describe('The promise check', () => {
  test('has nothing to ask about a promise with number, place, owner, source and a day of follow-up', () => {
    expect(promiseHints(good)).toEqual([]);
  });

  test('asks for a commitment when there is none', () => {
    expect(codes({ commitments: [] })).toEqual(['commitment-missing']);
  });

  test('asks who answers for a commitment without parties', () => {
    expect(promiseHints({ ...good, commitments: [{ ...checks, parties: [] }, summary] })).toEqual([
      { code: 'owner-missing', commitmentId: 'c1', words: [] },
    ]);
  });

  test('asks for the place when the promise holds at one, and for what it is founded on', () => {
    expect(codes({ hotspotId: null })).toEqual(['place-missing', 'source-missing']);
    expect(codes({ scope: 'municipality' })).toEqual([]);
    expect(codes({ scope: 'online', hotspotId: null })).toEqual([]);
  });

  test('asks for a day of follow-up when nothing is to be delivered', () => {
    expect(codes({ commitments: [checks] })).toEqual(['follow-up-missing']);
  });

  test('marks words that cannot be counted where a number is promised, once each and as they stand', () => {
    const vague = { ...checks, text: 'Kontinuerligt verka för fler kontroller. Kontinuerligt.' };
    expect(promiseHints({ ...good, commitments: [vague, summary] })).toEqual([
      { code: 'vague-words', commitmentId: 'c1', words: ['kontinuerligt', 'verka för'] },
    ]);
    expect(promiseHints({ ...good, commitments: [{ ...checks, text: 'Samverka förbi bron' }, summary] })).toEqual([]);
  });

  test('asks for a number where something is to go on', () => {
    expect(codes({ commitments: [{ ...checks, form: 'ongoing', text: 'Löpande patrullering' }, summary] })).toEqual([
      'number-missing',
    ]);
  });

  test('notices a year that is left over from an older promise', () => {
    expect(promiseHints({ ...good, commitments: [{ ...checks, text: 'Tio kontroller under 2025' }, summary] })).toEqual(
      [{ code: 'other-year', commitmentId: 'c1', words: ['2025'] }],
    );
    expect(codes({ title: 'Löfte 2026' })).toEqual([]);
  });

  test('never asks about a direction', () => {
    const direction: WrittenCommitment = {
      id: 'c3',
      text: 'Kontinuerligt verka för trygghet 2020',
      form: 'direction',
      parties: [],
    };
    expect(codes({ commitments: [direction] })).toEqual([]);
  });
});
