import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { check } from './check.js';
import { explainFinding } from './explanations.js';
import { type FindingKind } from './finding.js';
import { mustBeRefused, refusedKinds } from './personal-data.js';

/** Sentence, and what has to be found in it, in order. The numbers are Skatteverket's test numbers. */
const flagged: readonly (readonly [string, ...FindingKind[]])[] = [
  ['Numret 811228-9874 stod där.', 'personnummer'],
  ['Pnr 8112289874.', 'personnummer'],
  ['Pnr 198112289874', 'personnummer'],
  ['19811228-9874 sågs vid kiosken', 'personnummer'],
  ['Född 1981-12-28-9874.', 'personnummer'],
  ['Född 1981-12-28 9874.', 'personnummer'],
  ['811228 9874 igen', 'personnummer'],
  ['811228 - 9874 igen', 'personnummer'],
  ['811228–9874 med tankstreck', 'personnummer'],
  ['81 12 28 9874', 'personnummer'],
  ['81 12 28 98 74', 'personnummer'],
  ['8 1 1 2 2 8 9 8 7 4', 'personnummer'],
  ['121212+1212 är över hundra år', 'personnummer'],
  ['19121212-1212', 'personnummer'],
  ['(670919-9530)', 'personnummer'],
  ['Två: 670919-9530, 811228-9874.', 'personnummer', 'personnummer'],
  ['Samordningsnummer 701063-2391.', 'samordningsnummer'],
  ['197010632391', 'samordningsnummer'],
  ['Fel siffra sist: 811228-9875', 'personnummer-like'],
  ['Fel siffra sist: 198112289875', 'personnummer-like'],
  ['Ring 070-123 45 67.', 'phone'],
  ['Ring 0701234567', 'phone'],
  ['Ring 0701-23 45 67', 'phone'],
  ['Ring 070 123 45 67 efter fem', 'phone'],
  ['Ring +46 70 123 45 67', 'phone'],
  ['Ring +46 (0)70-123 45 67', 'phone'],
  ['Ring +46701234567', 'phone'],
  ['Ring 0046701234567', 'phone'],
  ['Nummer 46701234567', 'phone'],
  ['Växeln 08-123 456 78 svarar', 'phone'],
  ['Växeln 08-12 34 56', 'phone'],
  ['Nås på 046-12 34 56', 'phone'],
  ['Nås på (046) 12 34 56', 'phone'],
  ['Nås på 0227-123 45', 'phone'],
  ['Norskt nummer +47 22 12 34 56', 'phone'],
  ['Skriv till anna.berg@example.se', 'email'],
  ['anna@example.se, 070-123 45 67', 'email', 'phone'],
  ['Skriv till anna.berg (at) example.se', 'email'],
  ['Skriv till anna.berg snabel-a example punkt se', 'email'],
  ['åsa@räksmörgås.se', 'email'],
  ['Bilen ABC 123 stod kvar', 'plate'],
  ['Bilen ABC123 stod kvar', 'plate'],
  ['Bilen ABC12D stod kvar', 'plate'],
  ['En moped med regnr abc 123', 'plate'],
  ['Inloggad från 192.0.2.7', 'ip'],
  ['Inloggad från 2001:db8::7', 'ip'],
  ['Skrik från Storgatan 12, lgh 1203', 'address'],
  ['Bor på Storgatan 12', 'address'],
  ['Killen heter Zebulon', 'name'],
  ['hej jag heter torvalda', 'name'],
  ['Stig-Arne såg allt från balkongen', 'name'],
  ['Fru Ekenstierna på tredje våningen', 'name'],
  ['Kvar stod Orvar och Majvor', 'name', 'name'],
  ['Zelimir blev jagad till bussen', 'name'],
  ['Mejl från Ingemund Fagerstrand', 'name'],
  ['Ett gäng invandrare', 'group'],
];

const clean: readonly string[] = [
  'Fel 811328-9874 har fel månad', 'Fel 810230-9874 har fel dag', 'Från utlandet: +46 77 114 14 00', '2026-03-12 19:30 till 2026-03-12 21:00',
  'ÅÄÖ 123', 'Fastighet Kvarnen 3:14', 'Storgatan 12, port B', 'Anna Lindhs plats', 'Erik Dahlbergsgatan 14', 'Två per port', 'Skylten saknas @ ingången',
  'Trafikolycka på E4 i höjd med Rosvik', 'Stena Fastigheter byter lås', 'Bilen var en Seat Leon', 'Statyn av Karl XII', 'Gänget kallar sig Norrsidan', 'Brand i centrala Glommersträsk',
  'Sammanfattning Av Veckans Händelser I Centrum', 'Tivolit Axels kommer i juni', 'Två flaskor Absolut Vodka', 'Albins trädgård', 'Avtal med Lundens om kameror', 'Klipp & Kam har öppet', 'Kv. Rosen saknar lampor',
]; // prettier-ignore

describe('personal data in free text', () => {
  test.each(flagged)('%s is flagged', (sentence, ...kinds) => {
    expect(check(sentence).map(({ kind }) => kind)).toEqual(kinds);
  });

  test.each(clean)('%s is left alone', (sentence) => {
    expect(check(sentence)).toEqual([]);
  });

  test('points at the characters and never repeats them', () => {
    const text = 'Nås på +46 70 123 45 67, bil ABC 123.';
    const findings = check(text);
    expect(findings.map(({ from, to }) => text.slice(from, to))).toEqual(['+46 70 123 45 67', 'ABC 123']);
    expect(JSON.stringify(findings)).not.toMatch(/ABC|70 123/);
  });

  test('numbers of persons, telephone and e-mail are refused; all else is pointed out', () => {
    expect(refusedKinds('811228-9874, 701063-2391, 070-123 45 67, a@example.se, 670919-9530')).toEqual([
      'personnummer',
      'samordningsnummer',
      'phone',
      'email',
    ]);
    for (const text of [
      'Bilen ABC 123',
      '811228-9875',
      'Killen heter Zebulon',
      '192.0.2.7',
      'lgh 1203',
      'invandrare',
    ]) {
      expect(mustBeRefused(text)).toBe(false);
      expect(check(text).map(({ level }) => level)).toEqual(['point-out']);
    }
  });

  test('every kind is explained in both languages with words to use instead', () => {
    for (const kind of new Set(flagged.flatMap(([, ...kinds]) => kinds))) {
      expect(explainFinding(kind, 'sv').sentence).toMatch(/\.$/);
      expect(explainFinding(kind, 'en').sentence).not.toBe(explainFinding(kind, 'sv').sentence);
      expect(explainFinding(kind, 'sv').suggestion).not.toBe(explainFinding(kind, 'en').suggestion);
    }
    expect(explainFinding('group', 'sv').sentence).toContain('Beskriv beteende, inte person');
  });
});

const pieces = ['811228-9874', '070-123 45 67', 'a@b.se', ' (at) ', 'ABC 123', ' ', '1', '-', '+46', '::', '.', '192.0.2.1', 'é', '\n', '\0', '👩‍👧', 'x', 'Anna', 'Zebulon', 'heter', 'Storgatan 12', 'lgh 1203', 'romer', 's', ', ', 'och']; // prettier-ignore
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''));

describe('whatever the text', () => {
  test('findings lie inside it, in order, do not overlap, and are the same each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        const findings = check(text);
        for (const { from, to } of findings) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        expect(check(text)).toEqual(findings);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is refused alone is refused within the whole check', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(check(text).some(({ level }) => level === 'refuse')).toBe(mustBeRefused(text));
      }),
    );
  });

  test('three megabytes of emoji are read', () => {
    expect(check('👩‍👧‍👦🚓'.repeat(250_000))).toEqual([]);
  }, 30_000);
});
