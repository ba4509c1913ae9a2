import { expect, test } from '@jest/globals';
import { parseSearch, stringifySearch } from './search.js';

test('an address can be read by people', () => {
  expect(stringifySearch({ fran: '2026-01-01', kategori: ['SKAD', 'BRAND'], z: 14.5, tom: undefined, text: '' })).toBe(
    '?fran=2026-01-01&kategori=SKAD,BRAND&z=14.5',
  );
  expect(stringifySearch({})).toBe('');
});

test('what was written is read back as text', () => {
  const written = stringifySearch({ tillbaka: '/9901/karta?z=14&k=SKAD,ORO', plats: 'Åvägen & Bäckgränd' });
  expect(parseSearch(written)).toEqual({ tillbaka: '/9901/karta?z=14&k=SKAD,ORO', plats: 'Åvägen & Bäckgränd' });
});
