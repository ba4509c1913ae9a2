import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoCode, Stage, type Seat } from '../support/driver.js';
import { behindPresses } from '../support/opened.js';
import type { Visitor } from '../support/visitor.js';

const signIn = '/logga-in';
/** Every page, as somebody who may see it. */
const pages = [
  { name: 'the sign-in', path: signIn, as: null },
  { name: 'the first administrator', path: '/forsta-administrator', as: null },
  { name: 'the start page', path: `/${demoCode}`, as: 'kommunpolis' },
  { name: 'the annual wheel', path: `/${demoCode}/arshjul`, as: 'kommunpolis' },
  { name: 'the report', path: `/${demoCode}/rapportera`, as: 'kommunpolis' },
  { name: 'the map', path: `/${demoCode}/karta`, as: 'kommunpolis' },
  { name: 'the promises', path: `/${demoCode}/loften`, as: 'kommunpolis' },
  { name: 'a new promise', path: `/${demoCode}/loften?nytt=true`, as: 'kommunpolis' },
  { name: 'the lägesbild', path: `/${demoCode}/lagesbild`, as: 'kommunpolis' },
  { name: 'the lägesbild of a year', path: `/${demoCode}/lagesbild?period=2026`, as: 'kommunpolis' },
  { name: 'the text of the lägesbild', path: `/${demoCode}/lagesbild?visa=text`, as: 'kommunpolis' },
  { name: 'Lagens krav', path: `/${demoCode}/lagens-krav`, as: 'kommunpolis' },
  { name: 'the imports', path: `/${demoCode}/importera`, as: 'kommunpolis' },
  { name: 'the questions of the analysis', path: `/${demoCode}/analys`, as: 'kommunpolis' },
  { name: 'an answer', path: `/${demoCode}/analys?fraga=nar`, as: 'kommunpolis' },
  { name: 'a page that does not exist', path: `/${demoCode}/finns/inte`, as: 'kommunpolis' },
  { name: 'the administration', path: `/${demoCode}/administration`, as: 'administrator' },
  { name: 'where people are', path: `/${demoCode}/manniskor`, as: 'administrator' },
  { name: 'the categories', path: `/${demoCode}/administration?del=kategorier`, as: 'administrator' },
  { name: 'the crime codes', path: `/${demoCode}/administration?del=brottskoder`, as: 'administrator' },
  { name: 'the thresholds', path: `/${demoCode}/administration?del=granser`, as: 'administrator' },
  { name: 'felanmälan', path: `/${demoCode}/administration?del=felanmalan`, as: 'administrator' },
  { name: 'the places', path: `/${demoCode}/administration?del=platser`, as: 'administrator' },
  { name: 'the municipalities', path: '/kommuner', as: 'administrator' },
  { name: 'the actions', path: `/${demoCode}/atgarder`, as: 'kommunpolis' },
  { name: 'the mobilisation routines', path: `/${demoCode}/mobilisering`, as: 'kommunpolis' },
  { name: 'a broken link of an action', path: '/atgard', as: null },
];
const looks: readonly Required<Seat>[] = [
  { width: 390, dark: false, language: 'sv' },
  { width: 390, dark: true, language: 'sv' },
  { width: 1920, dark: false, language: 'sv' },
  { width: 1920, dark: true, language: 'sv' },
  { width: 1280, dark: false, language: 'en' },
];
const names = looks.map(
  (look) => [`${look.width} px, ${look.dark ? 'dark' : 'light'}, ${look.language}`, look] as const,
);

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

describe.each(names)('at %s', (_, look) => {
  test('axe-core finds nothing serious, and no page complains', async () => {
    const found: string[] = [];
    for (const person of ['kommunpolis', 'administrator', null]) {
      const visitor = person ? await stage.member(person, look) : await stage.visitor(look);
      for (const page of pages.filter(({ as }) => as === person)) {
        await visitor.open(page.path);
        found.push(...(await faults(visitor)).map((fault) => `${page.name}: ${fault}`));
      }
      found.push(...visitor.complaints);
      await visitor.leave();
    }
    expect(found).toEqual([]);
  }, 120_000);
});

const opposites = names.filter(([, { width, dark }]) => (width === 390 && dark) || (width === 1920 && !dark));

describe.each(opposites)('behind a press, at %s', (_, look) => {
  test('axe-core finds nothing serious in a hot spot, a preview or an open dialog', async () => {
    const visitor = await stage.member('kommunpolis', look);
    const found: string[] = [];
    for (const { name, open } of behindPresses) {
      await open(visitor);
      found.push(...(await faults(visitor)).map((fault) => `${name}: ${fault}`));
    }
    found.push(...visitor.complaints);
    await visitor.leave();
    expect(found).toEqual([]);
  }, 120_000);
});

describe('on the narrowest telephone, 320 px', () => {
  test('no page has to be moved sideways', async () => {
    const wide: string[] = [];
    for (const person of ['kommunpolis', 'administrator', null]) {
      const visitor = person ? await stage.member(person, { width: 320 }) : await stage.visitor({ width: 320 });
      for (const page of pages.filter(({ as }) => as === person)) {
        await visitor.open(page.path);
        const pixels = await visitor.sideways();
        if (pixels > 0) wide.push(`${page.name}: ${pixels} px too wide`);
      }
      for (const { name, open } of person === 'kommunpolis' ? behindPresses : []) {
        await open(visitor);
        const pixels = await visitor.sideways();
        if (pixels > 0) wide.push(`${name}: ${pixels} px too wide`);
      }
      await visitor.leave();
    }
    expect(wide).toEqual([]);
  }, 60_000);
});

async function faults(visitor: Visitor): Promise<string[]> {
  const { headings, title, language } = await visitor.frame();
  return [
    ...(await visitor.graveFindings()),
    ...(headings === 1 ? [] : [`${headings} main headings`]),
    ...(title.length > 'Närbild'.length ? [] : [`the title is "${title}"`]),
    ...(/^(sv|en)$/.test(language) ? [] : [`the language is "${language}"`]),
  ];
}
