import { describe, expect, test } from '@jest/globals';
import type { BaselineVerdict, PeopleClaim } from '../analysis/people-claim.js';
import { peopleFacts, peopleSentence } from './people-sentence.js';

const verdict = (name: string, p: number | null): BaselineVerdict => ({
  id: name,
  name,
  shown: p !== null,
  observed: p === null ? null : 47,
  expected: p === null ? null : 16.5,
  ratio: p === null ? null : 47 / 16.5,
  p,
  circle: p === null ? null : { centre: { x: 0, y: 0 }, radiusMetres: 100 },
});

function claim(...baselines: readonly BaselineVerdict[]): PeopleClaim {
  const shown = baselines.filter((one) => one.shown);
  const status =
    shown.length === 0 ? 'as-people' : shown.length < baselines.length ? 'one-baseline-only' : 'more-than-people';
  const agreed = baselines.length > 1 && shown.length === baselines.length;
  const { observed, expected, ratio, p, circle } = shown[0] ?? baselines[0]!;
  return { status, agreed, observed, expected, ratio, p, circle, permutations: 999, baselines };
}

const said = (of: PeopleClaim | undefined, language: 'sv' | 'en') => peopleSentence(peopleFacts(of), language);

describe('the sentence about where people are', () => {
  test('names the baseline and says how many drawn maps were as dense', () => {
    expect(said(claim(verdict('Boende och arbete 2026', 0.001)), 'sv')).toBe(
      'Här händer ungefär tre gånger så mycket som väntat efter hur många som bor, arbetar och rör sig här. Av 999 slumpade kartor, fördelade efter underlaget ”Boende och arbete 2026”, hade ingen en så tät anhopning.',
    );
    expect(said(claim(verdict('Homes', 0.013)), 'en')).toBe(
      'Here about three times as much as expected happens, from how many people live, work and move here. Of 999 random maps, spread as in the baseline “Homes”, twelve had so dense a cluster.',
    );
  });

  test('says certain only when two baselines agree, with the larger of their figures', () => {
    const both = claim(verdict('A', 0.001), verdict('B', 0.004));
    expect(said(both, 'sv')).toContain(
      'vart och ett av underlagen ”A” och ”B” hade högst tre en så tät anhopning. Underlagen säger samma sak, så det är säkert.',
    );
    expect(said(both, 'en')).toContain(
      'at most three had so dense a cluster. The baselines agree, so this is certain.',
    );
    expect(said(claim(verdict('A', 0.001)), 'sv')).not.toContain('säkert');
  });

  test('says against which baseline it does not hold, and claims nothing', () => {
    expect(said(claim(verdict('A', null), verdict('B', 0.01)), 'sv')).toBe(
      'Mot underlaget ”B” händer mer än väntat här, men inte mot ”A”. Därför säger vi inte att risken är högre än på andra platser.',
    );
    expect(said(claim(verdict('A', 0.02), verdict('B', null)), 'en')).toContain(
      'but not against “B”. So we do not say',
    );
  });

  test('says plainly what cannot be shown, counted or known', () => {
    expect(said(claim(verdict('A', null)), 'sv')).toBe(
      'Vi kan inte visa att det är fler än väntat efter hur många som bor, arbetar och rör sig här.',
    );
    expect(said({ status: 'too-few' }, 'sv')).toContain('för få händelser');
    expect(said(undefined, 'sv')).toBe(
      'Vi vet inte hur många som rör sig här. Det händer mycket här, men vi kan inte säga att risken är högre än på andra platser.',
    );
    for (const status of ['no-baseline', 'stopped'] as const)
      expect(said({ status }, 'en')).toContain('We do not know how many people pass through here.');
  });

  test.each([
    [1.1, 'något mer än väntat', 'somewhat more than expected'],
    [1.5, 'ungefär en och en halv gång så mycket som väntat', 'about one and a half times as much as expected'],
    [2.2, 'ungefär dubbelt så mycket som väntat', 'about twice as much as expected'],
    [14.4, 'ungefär 14 gånger så mycket som väntat', 'about 14 times as much as expected'],
  ])('words %s times as many', (ratio, sv, en) => {
    const of = claim({ ...verdict('A', 0.001), ratio });
    expect(said(of, 'sv')).toContain(sv);
    expect(said(of, 'en')).toContain(en);
  });
});
