import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../app/domain-error.js';
import {
  auditedFilter,
  cornerFault,
  cornersOf,
  drawnArea,
  hourMask,
  nearFault,
  springMask,
} from './incident-filter.js';
import { incidentFilter } from './incident.schema.js';

const square = '15.1 59.1,15.2 59.1,15.2 59.2,15.1 59.2';
const bowTie = '15.1 59.1,15.2 59.2,15.2 59.1,15.1 59.2';

describe('the hours of the week that are asked for', () => {
  test('are all where nothing is asked, and two weeks long, so that a span over Sunday night is one piece', () => {
    expect(hourMask({})).toBe('1'.repeat(336));
  });

  test('are those of the day and of the hour together', () => {
    const mask = hourMask({ weekday: [5], hour: [22, 23] });
    expect(mask.split('').flatMap((each, at) => (each === '1' ? [at] : []))).toEqual([118, 119, 286, 287]);
  });

  test('lack the hour of Sunday that was skipped, for a span over that night', () => {
    expect(springMask('1'.repeat(336)).split('0')).toEqual(['1'.repeat(146), '1'.repeat(167), '1'.repeat(21)]);
  });
});

describe('a drawn area', () => {
  test('is the same with and without its first corner repeated', () => {
    expect(cornersOf(`${square},15.1 59.1`)).toEqual(cornersOf(square));
    expect(drawnArea(square)).toEqual(drawnArea(`${square},15.1 59.1`));
  });

  test('that crosses itself, or has no surface, is refused by name', () => {
    const codeOf = (drawn: string) => {
      try {
        drawnArea(drawn);
      } catch (error) {
        return (error as DomainError).code;
      }
      return null;
    };
    expect(codeOf(square)).toBeNull();
    expect(codeOf(bowTie)).toBe('drawn-area-crosses');
    expect(codeOf('15.1 59.1,15.2 59.2,15.1 59.1,15.2 59.2')).toBe('drawn-area-empty');
  });

  test('has three to a hundred corners in Sweden, longitude first', () => {
    expect(cornerFault(cornersOf('15.1 59.1,15.2 59.1'))).toBe('drawn-corners');
    expect(cornerFault(cornersOf('59.1 15.1,59.1 15.2,59.2 15.2'))).toBe('swapped-position');
    expect(cornerFault(cornersOf('1.1 5.1,1.2 5.1,1.2 5.2'))).toBe('outside-sweden');
    expect(cornerFault(cornersOf(square))).toBeNull();
  });
});

describe('a circle', () => {
  test('lies in Sweden and has a radius that means something', () => {
    expect(nearFault('15.1,59.1,200')).toBeNull();
    expect(nearFault('59.1,15.1,200')).toBe('swapped-position');
    expect(nearFault('15.1,59.1,0')).toBe('radius-out-of-range');
    expect(nearFault('15.1,59.1,20001')).toBe('radius-out-of-range');
  });
});

describe('a filter', () => {
  test('takes lists as text, as repeated text and as numbers', () => {
    for (const severity of ['1,2', ['1', '2'], [1, 2]])
      expect(incidentFilter.parse({ severity })).toEqual({ severity: [1, 2] });
    expect(incidentFilter.safeParse({ weekday: '8' }).success).toBe(false);
    expect(incidentFilter.safeParse({ hour: '-1' }).success).toBe(false);
  });

  test('is audited without positions', () => {
    expect(auditedFilter(incidentFilter.parse({ near: '15.1,59.1,200', drawn: square, hour: '3' }))).toEqual({
      hour: [3],
      nearMetres: 200,
      drawnCorners: 4,
    });
  });
});
