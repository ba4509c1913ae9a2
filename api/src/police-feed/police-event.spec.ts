import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type PoliceEvent, readPoliceEvent } from './police-event.js';
import { countyName, placeNamed } from './swedish-place.js';

const usual = {
  id: 596632,
  datetime: '2025-08-14 9:58:09 +02:00',
  name: '14 augusti 08.55, Trafikolycka, Piteå',
  summary: 'Larm om trafikolycka på länsväg 374, Bonäset.',
  url: '/aktuellt/handelser/2025/augusti/14/14-augusti-08.55-trafikolycka-pitea/',
  type: 'Trafikolycka',
  location: { name: 'Piteå', gps: '65.316698,21.480036' },
};

function read(more: object): PoliceEvent {
  const reading = readPoliceEvent({ ...usual, ...more });
  if (!reading.ok) throw new Error(reading.fault);
  return reading.event;
}

function doubts(more: object): readonly string[] {
  const reading = readPoliceEvent({ ...usual, ...more });
  return reading.ok ? reading.doubts : [reading.fault];
}

describe('a notice of Polisen', () => {
  test('is read with its time in Swedish time and its place as a municipality, never as a position', () => {
    const event = read({});
    expect(event).toEqual({
      id: 596632,
      publishedAt: '2025-08-14T07:58:09Z',
      occurredAt: '2025-08-14T06:55:00Z',
      type: 'Trafikolycka',
      digest: false,
      title: usual.name,
      summary: usual.summary,
      path: usual.url,
      municipality: 2581,
      county: 25,
    });
    expect(JSON.stringify(event)).not.toMatch(/65\.31|gps/);
  });

  test('has a type with commas, and the place after it', () => {
    const event = read({ name: '22 augusti 11.48, Trafikolycka, personskada, Hjo', type: 'Trafikolycka, personskada' });
    expect(event.municipality).toBe(1497);
    expect(doubts({ name: '22 augusti 11.48, Mord/dråp, försök, Hjo', type: 'Mord/dråp, försök' })).toEqual([]);
  });

  test('takes the municipality from the title when the location is a county', () => {
    const location = { name: 'Norrbottens län', gps: '66.83,20.39' };
    expect(read({ location })).toMatchObject({ municipality: 2581, county: 25 });
  });

  test('that names only a county stays a county', () => {
    const more = { name: '14 augusti 08.55, Trafikolycka, Norrbottens län', location: { name: 'Norrbottens län' } };
    expect(read(more)).toMatchObject({ municipality: null, county: 25 });
    expect(doubts(more)).toEqual(['county-only']);
  });

  test('with an empty place in the title falls back on its location', () => {
    expect(read({ name: '14 augusti 08.55, Trafikolycka, ' })).toMatchObject({ municipality: 2581 });
    expect(read({ name: '14 augusti 08.55, Trafikolycka, Okänt ställe' })).toMatchObject({ municipality: 2581 });
  });

  test('keeps what it says about a place that is nowhere', () => {
    expect(doubts({ name: '14 augusti 08.55, Trafikolycka, Utomlands', location: null })).toEqual(['place-unknown']);
  });

  test.each([
    ['31 december 23.50', '2025-01-01 0:10:00 +01:00', '2024-12-31T22:50:00Z'],
    ['01 januari 00:05', '2025-01-01 1:10:00 +01:00', '2024-12-31T23:05:00Z'],
    ['29 februari 12.00', '2024-03-01 8:00:00 +01:00', '2024-02-29T11:00:00Z'],
    ['29 mars 03.30', '2026-03-29 9:00:00 +02:00', '2026-03-29T01:30:00Z'],
  ])('has no year in its title: %s published %s is %s', (when, datetime, instant) => {
    expect(read({ name: `${when}, Trafikolycka, Piteå`, datetime }).occurredAt).toBe(instant);
  });

  test.each(['31 februari 12.00', '14 augusty 08.55', '14 augusti 25.00'])(
    'with an impossible time (%s) is kept without one',
    (when) => {
      expect(read({ name: `${when}, Trafikolycka, Piteå` })).toMatchObject({ occurredAt: null, municipality: 2581 });
      expect(doubts({ name: `${when}, Trafikolycka, Piteå` })).toEqual(['time-unreadable']);
    },
  );

  test('has entities, hard spaces and trailing blanks mended', () => {
    const event = read({
      name: '14\u00A0augusti 08.55, Lagen om hundar och katter, Piteå',
      type: 'Lagen om hundar och katter ',
      summary: 'H&amp;M&nbsp;&#39;centrum&#x27; &okänd;',
    });
    expect(event).toMatchObject({ type: 'Lagen om hundar och katter', municipality: 2581, summary: "H&M 'centrum' &okänd;" }); // prettier-ignore
  });

  test('of a night is a digest, not one event', () => {
    const name = '14 augusti 06.00, Sammanfattning natt, Norrbottens län';
    expect(read({ name, type: 'Sammanfattning natt' }).digest).toBe(true);
  });

  test('is read by its last words when its type was changed and its title was not', () => {
    expect(read({ type: 'Brand' }).municipality).toBe(2581);
    expect(doubts({ type: 'Brand' })).toEqual(['type-not-in-title']);
  });

  test('loses numbers that point out a person', () => {
    const { summary } = read({ summary: 'Ring 070-123 45 67 om du har sett en bil med plåten ABC 123.' });
    expect(summary).not.toMatch(/123/);
    expect(summary).toContain('…');
  });

  test('never leads away from polisen.se', () => {
    for (const url of ['//ond.example/x', 'https://ond.example', 'javascript:alert(1)', '/a"b', 17])
      expect(read({ url }).path).toBeNull();
  });

  test.each([
    [null, 'not-an-object'],
    [[], 'not-an-object'],
    [{ ...usual, id: '5' }, 'id-missing'],
    [{ ...usual, name: ' ' }, 'title-missing'],
    [{ ...usual, datetime: '2025-13-14 9:58:09 +02:00' }, 'published-unreadable'],
    [{ ...usual, datetime: 'i går' }, 'published-unreadable'],
  ])('that is not one is told why: %j', (raw, fault) => {
    expect(readPoliceEvent(raw)).toEqual({ ok: false, fault });
  });

  test('of any shape never throws, and can be stored', () => {
    fc.assert(
      fc.property(
        fc.record({ id: fc.constant(1), datetime: fc.constant(usual.datetime), name: fc.string({ unit: 'binary' }), summary: fc.string({ unit: 'binary' }), type: fc.anything(), url: fc.anything(), location: fc.anything() }),
        (raw) => {
          const reading = readPoliceEvent(raw);
          if (reading.ok) expect(JSON.stringify(reading.event)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
        },
      ),
      { numRuns: 300, seed: 11 },
    ); // prettier-ignore
  });
});

describe('a name of a place', () => {
  test.each([
    ['Lund', 1281, 12],
    ['LUND', 1281, 12],
    ['Lunds kommun', 1281, 12],
    ['Göteborgs stad', 1480, 14],
    ['Habo', 643, 6],
    ['Håbo', 305, 3],
    ['Upplands-Bro', 139, 1],
    ['Gotland', 980, 9],
  ])('%s is municipality %i', (name, municipality, county) => {
    expect(placeNamed(name)).toEqual({ municipality, county });
  });

  test('that is a county is a county, and a word is nothing', () => {
    expect(placeNamed('Skåne län')).toEqual({ municipality: null, county: 12 });
    expect(placeNamed('centrum')).toBeNull();
    expect(placeNamed('')).toBeNull();
    expect([countyName(12), countyName(99)]).toEqual(['Skåne län', null]);
  });
});
