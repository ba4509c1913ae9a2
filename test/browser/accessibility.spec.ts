import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoCode, Stage, type Seat } from '../support/driver.js';
import type { Visitor } from '../support/visitor.js';

const signIn = '/logga-in';
/** Every page of the menu, as the administrator, the police or anybody sees it. */
const pages = [
  { name: 'the sign-in', path: signIn, as: null },
  { name: 'the page of promises', path: `/${demoCode}/loften`, as: 'kommunpolis' },
  { name: 'a page that does not exist', path: `/${demoCode}/finns/inte`, as: 'kommunpolis' },
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

async function faults(visitor: Visitor): Promise<string[]> {
  const { headings, title, language } = await visitor.frame();
  return [
    ...(await visitor.graveFindings()),
    ...(headings === 1 ? [] : [`${headings} main headings`]),
    ...(title.length > 'Närbild'.length ? [] : [`the title is "${title}"`]),
    ...(/^(sv|en)$/.test(language) ? [] : [`the language is "${language}"`]),
  ];
}
