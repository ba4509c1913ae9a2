import { describe, expect, test } from '@jest/globals';
import { explainGuess, guessMapping } from './columns.js';
import type { ImportField } from './column-fields.js';

interface Example {
  readonly header: string;
  readonly rows: readonly string[];
  readonly expected: Partial<Record<ImportField, number>>;
}

/** Ten headers in other words and orders, with the content that decides where the words do not. */
const examples: readonly Example[] = [
  {
    header: 'ID;BROTTSKOD;LATITUDE;LONGITUDE;GATA;GATUNR;KOMMUN;BROTTSDATUMTID_START;BROTTSDATUMTID_SLUT',
    rows: ['A1;0825;55,709656;13,188204;Storgatan;7;Lund;2016-01-01 20:00;2016-01-02 04:00', 'A2;0857;55,697889;13,219652;Parkvägen;;Lund;2016-01-02 06:30;'],
    expected: { sourceId: 0, crimeCode: 1, latitude: 2, longitude: 3, street: 4, streetNumber: 5, municipality: 6, from: 7, to: 8 },
  },
  {
    header: 'Inskrivningsdatum;Näpo;Basområde;Gata;Brottskod;Antal;Brottsdag start;Brottsdag slut;Brottstid start;Brottstid slut',
    rows: ['2014-03-02;Centrum;1203;Storgatan;0825;1;2014-03-01;2014-03-02;22:00;0600', '2014-03-05;Norr;1207;Parkvägen;1201;6;2014-03-04;2014-03-05;2130;07:15', '2014-03-06;Norr;1207;Ågatan;1201;2;2014-03-04;2014-03-05;2130;07:15'],
    expected: { reportedAt: 0, areaName: 2, street: 3, crimeCode: 4, count: 5, from: 6, to: 7, fromTime: 8, toTime: 9 },
  },
  {
    header: 'Händelse-ID;Datum;Tid;Händelsetyp;Rubrik;Beskrivning;Kommun/län;SWEREF99TM_N;SWEREF99TM_E',
    rows: ['390671;2022-12-20;20:39;Stöld;20 december 11:31, Stöld, Kungsör;Två personer sågs lämna platsen.;Kungsör;6587601,520;562294,318', '393637;2023-01-04;8:09;Stöld;04 januari 11:06, Stöld, Lund;En cykel saknas vid stationen.;Lund;6174692,575;386325,075'],
    expected: { sourceId: 0, from: 1, fromTime: 2, category: 3, description: 5, municipality: 6, northing: 7, easting: 8 },
  },
  {
    header: 'X;Y;Brottstid fr o m;Brottstid t o m;Bkod;Diarienr',
    rows: ['6174692;386325;2026-01-01 20:00;2026-01-02 04:00;0825;5000-K1-26', '6174700;386400;2026-01-03 20:00;2026-01-04 04:00;1201;5000-K2-26'],
    expected: { northing: 0, easting: 1, from: 2, to: 3, crimeCode: 4, sourceId: 5 },
  },
  {
    header: 'X;Y;Från;Till;Brottstyp',
    rows: ['386325;6174692;2026-01-01 20:00;2026-01-02 04:00;Stöld', '386400;6174700;2026-01-03 20:00;2026-01-04 04:00;Stöld'],
    expected: { easting: 0, northing: 1, from: 2, to: 3, category: 4 },
  },
  {
    header: 'case number,offence,start date,start time,end date,end time,street,house number,lat,lng',
    rows: ['C1,Theft,2026-01-01,20:00,2026-01-02,04:00,Storgatan,7,55.709656,13.188204', 'C2,Theft,2026-01-03,21:30,2026-01-03,22:00,Parkvägen,9,55.697889,13.219652'],
    expected: { sourceId: 0, category: 1, from: 2, fromTime: 3, to: 4, toTime: 5, street: 6, streetNumber: 7, latitude: 8, longitude: 9 },
  },
  {
    header: 'N\tE\tdag\tklockslag\tkod',
    rows: ['6174692\t386325\t1/2/2026\t20.15\t0825', '6174700\t386400\t25/2/2026\t08.00\t1201', '6174711\t386411\t26/2/2026\t09.00\t1201'],
    expected: { northing: 0, easting: 1, from: 2, fromTime: 3, crimeCode: 4 },
  },
  {
    header: 'Anmälningsnr;Anmäld;Begånget from;Begånget tom;Brottsrubricering;Adress;Stadsdel',
    rows: ['K1;2026-02-01;2026-01-01 20:00;2026-01-02 04:00;Skadegörelse;Storgatan 7;Öster', 'K2;2026-02-02;2026-01-03 20:00;2026-01-03 21:00;Skadegörelse;Parkvägen 2;Öster'],
    expected: { sourceId: 0, reportedAt: 1, from: 2, to: 3, category: 4, street: 5, areaName: 6 },
  },
  {
    header: 'Ost;Nord;Tidigast;Senast;Brottskod;Plats;Antal brott',
    rows: ['386325,1;6174692,2;2026-01-01 20:00;2026-01-02 04:00;825;Konsumparkeringen;1', '386400,1;6174700,2;2026-01-03 20:00;2026-01-03 21:00;1201;Stationen;3', '386400,1;6174700,2;2026-01-03 20:00;2026-01-03 21:00;1201;Stationen;3'],
    expected: { easting: 0, northing: 1, from: 2, to: 3, crimeCode: 4, place: 5, count: 6 },
  },
  {
    header: 'Kolumn 1;Kolumn 2;Kolumn 3;Kolumn 4',
    rows: ['2026-01-01 20:00;0825;55,709656;13,188204', '2026-01-03 21:30;1201;55,697889;13,219652', '2026-01-04 21:30;1201;55,697889;13,219652'],
    expected: { from: 0, crimeCode: 1, latitude: 2, longitude: 3 },
  },
]; // prettier-ignore

const delimiterOf = (header: string): string => [';', '\t', ','].find((each) => header.includes(each))!;

describe('guessing the columns', () => {
  test.each(examples)('$header', ({ header, rows, expected }) => {
    const delimiter = delimiterOf(header);
    const { mapping } = guessMapping(
      header.split(delimiter),
      rows.map((row) => row.split(delimiter)),
    );
    expect(mapping).toMatchObject(expected);
  });

  test('every guess says how sure it is and why', () => {
    const { guesses } = guessMapping(
      ['ID', 'Kolumn 2', 'Tomt'],
      [
        ['A1', '2026-01-01 20:00', ''],
        ['A2', '2026-01-02 20:00', ''],
      ],
    );
    expect(guesses.map((guess) => [guess.field, guess.reason])).toEqual([
      ['sourceId', 'header-and-content'],
      ['from', 'content'],
      [null, 'empty-column'],
    ]);
    expect(guesses[0]!.confidence).toBeGreaterThan(guesses[1]!.confidence);
    expect(explainGuess('content', 'sv')).toContain('Titta');
  });

  test('content that contradicts the header wins', () => {
    const { mapping } = guessMapping(
      ['Brottskod', 'Datum'],
      [
        ['2026-01-01', '0825'],
        ['2026-01-02', '1201'],
        ['2026-01-03', '1201'],
      ],
    );
    expect(mapping.from).toBe(0);
  });
});
