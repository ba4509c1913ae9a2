import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { outlineInks } from '../map/place-outline.js';
import { ciede2000, contrastOf, differenceOf, labOf, visions } from '../ui/colour-vision.js';
import { hexOf, letterInk } from './category-colours.js';
import { heatRamps } from './event-layers.js';
import { squareRamp } from './squares.js';
import { areaInks } from './work-layers.js';

const themes = ['light', 'dark'] as const;
const numbers = [1, 2, 3, 4, 5, 6, 7];
/** What lies under the points: paper and streets of the base map. */
const grounds = { light: ['#ffffff', '#f4f2ec'], dark: ['#12181a', '#181b1d'] } as const;
/** What the group does itself: actions and drawn areas. */
const own = { light: '#500a40', dark: '#ffdcf2' } as const;
const lightness = (hex: string) => labOf(hex, 'achromatopsia')[0];
const pairs = <Item>(items: readonly Item[]) => items.flatMap((one, at) => items.slice(at + 1).map((other) => [one, other] as const)); // prettier-ignore

test('the measure itself gives the published values', () => {
  // Pairs 1, 7, 17 and 25 of table 1 in Sharma, Wu and Dalal 2005.
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(ciede2000([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4);
  expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
  expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
});

describe.each(themes)('in the %s theme', (theme) => {
  const colours = numbers.map((number) => hexOf(number, theme));

  test('categories are told apart with every kind of sight', () => {
    const least = Object.fromEntries(visions.map((vision) => [vision, Math.min(...pairs(colours).map(([one, other]) => differenceOf(one, other, vision)))])); // prettier-ignore
    expect(least['normal']).toBeGreaterThan(20);
    expect(least['protanopia']).toBeGreaterThan(13);
    expect(least['deuteranopia']).toBeGreaterThan(13);
    const inGrey = Math.min(...pairs(colours).map(([one, other]) => Math.abs(lightness(one) - lightness(other))));
    expect(inGrey).toBeGreaterThan(5);
  });

  test('points stand out from the ground, and their letters from them', () => {
    for (const number of numbers) {
      const colour = hexOf(number, theme);
      for (const ground of grounds[theme]) expect(contrastOf(colour, ground)).toBeGreaterThanOrEqual(3);
      expect(contrastOf(colour, letterInk(number, theme))).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each([['heat', heatRamps[theme]], ['squares', squareRamp[theme]]])('the ramp of %s grows in one direction, in grey and in every sight', (_, ramp) => {
    const steps = ramp.slice(1).map((colour, at) => [ramp[at]!, colour] as const);
    const up = Math.sign(lightness(ramp.at(-1)!) - lightness(ramp[0]!));
    for (const [one, other] of steps) {
      expect((lightness(other) - lightness(one)) * up).toBeGreaterThan(5);
      for (const vision of visions) expect(differenceOf(one, other, vision)).toBeGreaterThan(5);
    }
  }); // prettier-ignore

  test('outlines of hot spots, actions and the weeks of areas stand out from the ground', () => {
    const { raised, serious, normal } = areaInks[theme];
    for (const ink of [outlineInks[theme].line, own[theme], raised, serious, normal]) {
      for (const ground of grounds[theme]) expect(contrastOf(ink, ground)).toBeGreaterThanOrEqual(4.5);
    }
    for (const vision of ['normal', 'protanopia', 'deuteranopia'] as const) {
      expect(differenceOf(outlineInks[theme].line, own[theme], vision)).toBeGreaterThan(8);
    }
  });

  test('the page has the same colours as the map', () => {
    const css = readFileSync(new URL('../../../../web/src/ui/tokens.css', import.meta.url), 'utf8');
    const lists = css.split('--category-1:').slice(1).map((part) => `--category-1:${part}`); // prettier-ignore
    const ofTheme = theme === 'light' ? lists.slice(0, 1) : lists.slice(1);
    expect(ofTheme).toHaveLength(theme === 'light' ? 1 : 2);
    for (const list of ofTheme) {
      for (const number of numbers) expect(list).toContain(`--category-${number}: ${hexOf(number, theme)};`);
      expect(list).toContain(`--own: ${own[theme]};`);
    }
  });
});
