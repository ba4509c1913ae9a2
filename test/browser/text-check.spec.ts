import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  driftOfMarks,
  fieldState,
  markedWords,
  openText,
  pressByKeys,
  said,
  typeSlowly,
} from '../support/checked-text.js';
import { demoCode, Stage } from '../support/driver.js';
import type { Visitor } from '../support/visitor.js';

let stage: Stage;
let visitor: Visitor;

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);

afterAll(() => stage.close());

describe.each([320, 1280])('a text that is checked while it is written, at %i px', (width) => {
  beforeAll(async () => {
    visitor = await stage.member('vaktmastare', { width });
    await visitor.open(`/${demoCode}/rapportera`);
    await openText(visitor);
  }, 60_000);

  afterAll(() => visitor.leave());

  test('has the very words marked, in their place, and speaks after a pause, not at each key', async () => {
    const spoken = await typeSlowly(
      visitor,
      'Killen heter Zebulon och har 811228-9874 på lappen. Bilen ABC 123 stod kvar vid porten hela natten.',
    );
    expect(spoken).toBeLessThanOrEqual(3);
    expect(await markedWords(visitor, 3)).toEqual(['Zebulon', '811228-9874', 'ABC 123']);
    expect(await driftOfMarks(visitor)).toBeLessThanOrEqual(1);
    expect(await said(visitor, /^3 ställen/)).toMatch(/Förslag finns efter textfältet/);
    await visitor.sees('Måste bort innan du kan spara.');
    expect(await visitor.sideways()).toBeLessThanOrEqual(0);
  });

  test('has no grave finding of axe-core', async () => {
    expect(await visitor.graveFindings()).toEqual([]);
  });

  test('shows the words and takes the suggestions by keys alone, and the focus comes back to the text', async () => {
    await pressByKeys(visitor, /^Visa i texten$/);
    expect(await fieldState(visitor)).toMatchObject({ focused: true, selected: 'Zebulon' });
    for (const left of [2, 1, 0]) {
      await pressByKeys(visitor, /^Skriv ”.+” i stället$/);
      expect(await markedWords(visitor, left)).toHaveLength(left);
      if (left > 0) await said(visitor, new RegExp(`^${left} ställe`));
    }
    await said(visitor, /^Inget i texten/);
    expect(await fieldState(visitor)).toMatchObject({
      focused: true,
      text: 'Killen heter en person och har en person på lappen. Bilen en mörk personbil stod kvar vid porten hela natten.',
    });
    expect(visitor.complaints).toEqual([]);
  });
});
