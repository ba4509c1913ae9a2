import { describe, expect, test } from '@jest/globals';
import { fieldName, noContactProblem, problemName, problemOf, ProblemError, readProblem } from './problem.js';

describe('reading a failed answer', () => {
  test('keeps the API’s own words and the fields they concern', () => {
    const body = {
      type: 'https://example.org/problems#validation',
      title: 'Något i formuläret behöver rättas',
      detail: 'Sluttiden är före starttiden.',
      status: 422,
      errors: [{ pointer: '/to', detail: 'Sluttiden är före starttiden.' }, { pointer: 3 }, null],
    };
    const problem = readProblem(body, 422, 'sv');
    expect(problem.errors).toEqual([{ pointer: '/to', detail: 'Sluttiden är före starttiden.' }]);
    expect(problem.title).toBe('Något i formuläret behöver rättas');
    expect(problemName(problem)).toBe('validation');
  });
  test('a page from a proxy becomes a problem in the user’s language', () => {
    expect(readProblem('<html>', 502, 'sv').title).toBe('Det gick inte');
    expect(readProblem(undefined, 500, 'en').title).toBe('It did not work');
  });
  test('no contact says that what was typed is still there', () => {
    expect(noContactProblem('sv').detail).toContain('finns kvar');
  });
  test('a thrown problem is taken as it is, anything else gets our words', () => {
    const problem = noContactProblem('en');
    expect(problemOf(new ProblemError(problem), 'en')).toBe(problem);
    expect(problemOf(new Error('x'), 'sv').detail).not.toContain('x is');
  });
});

describe('a pointer', () => {
  test('becomes the form’s name of the field', () => {
    expect(fieldName('/location/coordinates/0')).toBe('location.coordinates.0');
    expect(fieldName('#/name')).toBe('name');
    expect(fieldName('/a~1b/c~0d')).toBe('a/b.c~d');
  });
});
