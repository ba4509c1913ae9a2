import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { explainFinding, findPersonalData, type FindingKind, mustBeRefused } from './personal-data.js';

/** Sentence, and what has to be found in it, in order. The numbers are Skatteverket's test numbers. */
const flagged: readonly (readonly [string, ...FindingKind[]])[] = [
  ['Han heter 811228-9874 och bor här.', 'personnummer'],
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
  ['åsa@räksmörgås.se', 'email'],
  ['Bilen ABC 123 stod kvar', 'plate'],
  ['Bilen ABC123 stod kvar', 'plate'],
  ['Bilen ABC12D stod kvar', 'plate'],
  ['En moped med regnr abc 123', 'plate'],
];

const clean: readonly string[] = [
  'Klotter på tunnelns norra vägg, cirka fyra kvadratmeter.',
  'Storgatan 12, port B',
  'Ärende 2026-123456 hos polisen',
  'Diarienummer KS 2026/00123',
  'Polisens ärende 5000-K123456-26',
  '2026-03-12 19:30 till 2026-03-12 21:00',
  '2026-03-12 1930',
  '20260312 19:30',
  'Klockan 08.30-09.45 var det lugnt',
  'Mellan 0830-0945',
  'Skadan kostar 25 000 kr',
  'Kostnad 1 250 000 kronor',
  'På E22 vid avfart 17',
  'Väg 108 mot rv 40',
  'Ring 112. Annars 114 14.',
  'Från utlandet: +46 77 114 14 00',
  'Ring 1177 om du behöver vård',
  'Position 55,709656 13,188204',
  'N 6174692, E 386325',
  '6587601,520;562294,318',
  'Brottskod 0825 och 0857',
  'Buss 123 och linje 4',
  'Hus 12A och HUS 120 mot gården',
  'Organisationsnummer 556677-8899',
  'Postnummer 222 22 Lund',
  'Fastighet Kvarnen 3:14',
  'Vecka 12, 2026',
  'Mellan 15 och 20 ungdomar i åldern 13-17',
  'Temperaturen var -5 och det blåste 12 m/s',
  'Fel 811228-9875 har fel kontrollsiffra',
  'Fel 811328-9874 har fel månad',
  'Fel 810230-9874 har fel dag',
  'IP-kameran fyra, plats 10:3',
  'Tågen gick 12.10, 12.40 och 13.10',
  'Skylten saknas @ ingången',
  '40 % fler än 2025',
  'ÅÄÖ 123',
  'Kvartal 2026-01-01 - 2026-03-31',
];

describe('personal data in free text', () => {
  test.each(flagged)('%s is flagged', (sentence, ...kinds) => {
    expect(findPersonalData(sentence).map((finding) => finding.kind)).toEqual(kinds);
  });

  test.each(clean)('%s is left alone', (sentence) => {
    expect(findPersonalData(sentence)).toEqual([]);
  });

  test('points at the characters and never repeats them', () => {
    const text = 'Nås på +46 70 123 45 67, bil ABC 123.';
    const findings = findPersonalData(text);
    expect(findings.map((finding) => text.slice(finding.start, finding.end))).toEqual(['+46 70 123 45 67', 'ABC 123']);
    expect(JSON.stringify(findings)).not.toMatch(/ABC|70 123/);
  });

  test('a plate is pointed out, the rest is refused', () => {
    expect(mustBeRefused('Bilen ABC 123')).toBe(false);
    expect(mustBeRefused('811228-9874')).toBe(true);
    expect(findPersonalData('anna@example.se')[0]?.severity).toBe('refuse');
  });

  test('every kind is explained in both languages with words to use instead', () => {
    for (const kind of ['personnummer', 'samordningsnummer', 'phone', 'email', 'plate'] as const) {
      expect(explainFinding(kind, 'sv').sentence).toMatch(/\.$/);
      expect(explainFinding(kind, 'sv').suggestion).not.toBe(explainFinding(kind, 'en').suggestion);
    }
  });

  test('findings lie inside the text, in order, and do not overlap', () => {
    const pieces = ['811228-9874', '070-123 45 67', 'a@b.se', 'ABC 123', ' ', '1', '-', '+46', 'é', '\n', '(at)', 'x'];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' }))), (parts) => {
        const text = parts.join('');
        let from = 0;
        for (const finding of findPersonalData(text)) {
          expect(finding.start).toBeGreaterThanOrEqual(from);
          expect(finding.end).toBeGreaterThan(finding.start);
          from = finding.end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test.each(['a', 'a@', '811228-', 'hej du '])(
    'three million characters of %j take no more than linear time',
    (unit) => {
      const cost = (length: number): number => {
        const text = unit.repeat(Math.ceil(length / unit.length));
        const start = Date.now();
        findPersonalData(text);
        return Date.now() - start;
      };
      cost(100_000);
      expect(cost(3_000_000)).toBeLessThan(60 * Math.max(cost(300_000), 20));
    },
  );
});
