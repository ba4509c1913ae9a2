import { describe, expect, test } from '@jest/globals';

import { briefWords } from './brief-words.js';
import { drawMap, drawMapIn, inLanguage, type MapContent } from './map-drawing.js';
import { pngOf } from './map-picture.js';
import { box, collection, feature, sampleBaseMap, spot } from './sample-town.js';

const size = { width: 480, height: 320 };
const areas = (word: string) =>
  collection([
    feature(box(-600, -350, 600, 700), { name: 'Centrum', level: 'raised', word }),
    feature(box(0, -350, 600, 700), { name: 'Hamnen' }),
  ]);

const content = (language: 'sv' | 'en', more: Partial<MapContent> = {}): MapContent => ({
  baseMap: sampleBaseMap,
  areas: areas(briefWords[language].legend.raised),
  outlines: [{ number: 3, geometry: box(-100, -100, 200, 200) }],
  points: [spot(0, 0), spot(200, 100)],
  actions: [spot(300, 0)],
  drawn: box(-400, -300, 800, 600),
  caption: ['2026'],
  words: briefWords[language],
  legend: briefWords[language].legend,
  extent: 'events',
  ...more,
});

describe('a map of what the group works with', () => {
  test('tells an area by ground, line and word, and in the legend only what is drawn', () => {
    const svg = drawMap(content('sv'), size);
    for (const part of ['Centrum: Förhöjt', 'url(#raised)', 'Hot spots', 'Åtgärder', 'Ritat område'])
      expect(svg).toContain(part);
    expect(svg).not.toMatch(/Allvarligt|Normalt/);
    const bare = drawMap(content('sv', { actions: [], drawn: null, outlines: [] }), size);
    expect(bare).not.toMatch(/Åtgärder|Ritat område|Hot spots/);
  });

  test('without words for a legend has none, and an area that nobody judged no word', () => {
    const { legend: _, ...plain } = content('sv', {
      areas: collection([feature(box(-600, -350, 600, 700), { name: 'Centrum', level: 'unheard-of' })]),
    });
    const svg = drawMap(plain, size);
    expect(svg).toContain('>Centrum<');
    expect(svg).not.toMatch(/Ritat område|url\(#raised\)"/);
  });

  test('is kept with its words in both languages and read in one; the ground is the same', () => {
    const kept = drawMapIn({ sv: content('sv'), en: content('en') }, size);
    const [swedish, english] = [inLanguage(kept, 'sv'), inLanguage(kept, 'en')];
    expect(swedish).toBe(drawMap(content('sv'), size));
    expect(english).toBe(drawMap(content('en'), size));
    expect(english).toContain('Drawn area');
    expect(inLanguage(swedish, 'en')).toBe(swedish);
  });

  test('of nowhere says so in both languages', () => {
    const nowhere = { outlines: [], points: [], areas: null, baseMap: {} };
    const kept = drawMapIn({ sv: content('sv', nowhere), en: content('en', nowhere) }, size);
    expect(inLanguage(kept, 'en')).toContain(briefWords.en.nothing);
    expect(inLanguage(kept, 'en')).not.toContain(briefWords.sv.nothing);
  });

  test('names a place once where its area has the same name', () => {
    const named = {
      ...sampleBaseMap,
      place: collection([
        feature({ type: 'Point', coordinates: [...spot(-300, 0)] }, { name: 'Centrum', class: 'town' }),
      ]),
    };
    const svg = drawMap(content('sv', { baseMap: named }), size);
    // A halo and the letters: two elements a name.
    expect(svg.split('>Centrum').length - 1).toBe(2);
  });
});

describe('a drawing as PNG', () => {
  test('is as wide as asked, in shape, and holds its letters', async () => {
    const svg = drawMap(content('sv'), size);
    const png = await pngOf(svg, 600);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, 400]);
    const silent = await pngOf(svg.replace(/<text[^]*?<\/text>/g, ''), 600);
    expect(png.length).toBeGreaterThan(silent.length * 1.1);
  }, 60_000);

  test('is refused for what is no drawing', async () => {
    await expect(pngOf('<svg', 600)).rejects.toThrow('SVG data parsing failed');
  }, 60_000);
});
