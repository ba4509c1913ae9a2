import { markedLines } from '../ui/copy-picture-button.js';
import { copyPicture } from '../ui/copy-picture.js';
import { currentLanguage, defineTexts, textsIn } from '../ui/language.js';

const pictureTexts = defineTexts('map-picture', {
  sv: { title: 'Karta över händelser, anhopningar och hot spots' },
  en: { title: 'Map of incidents, clusters and hot spots' },
});

const between = 12;

/** Copies the map as it is seen, or both when two periods are compared, with legend, scale, period and source. */
export async function copyMap(page: HTMLElement): Promise<void> {
  const maps = [...page.querySelectorAll<HTMLElement>('.map')];
  const alone = maps.length === 1;
  const widths = maps.map((map) => map.clientWidth);
  await copyPicture({
    what: 'map',
    title: textsIn(pictureTexts, currentLanguage())('title'),
    lines: [...(alone ? [figuresOf(maps[0]!)] : []), ...markedLines()],
    parts: async () => {
      await atRest(maps);
      return partsOf(page, maps, alone);
    },
    width: widths.reduce((sum, width) => sum + width, between * (maps.length - 1)) + 48,
    theme: 'page',
  });
}

const figuresOf = (map: HTMLElement) => map.querySelector('.map-figures')?.textContent ?? '';

const patienceMilliseconds = 8000;

/** Waits until the maps have drawn all they have; a map that never rests is copied as it is. */
async function atRest(maps: readonly HTMLElement[]): Promise<void> {
  const until = Date.now() + patienceMilliseconds;
  while (Date.now() < until && maps.some((map) => map.querySelector('[data-rests]') === null)) {
    await new Promise((later) => setTimeout(later, 100));
  }
}

function partsOf(page: HTMLElement, maps: readonly HTMLElement[], alone: boolean): Element[] {
  // What the graphics card has drawn is gone after each frame: every map puts it on its paper, as when it is printed.
  dispatchEvent(new Event('beforeprint'));
  const row = box({ display: 'flex', gap: `${between}px` });
  for (const map of maps) {
    const column = box({ width: `${map.clientWidth}px`, flex: 'none' });
    const paper = map.querySelector<HTMLCanvasElement>('.map-paper');
    if (paper === null) throw new Error('The map is not drawn.');
    const picture = document.createElement('img');
    picture.src = paper.toDataURL('image/png');
    Object.assign(picture.style, { display: 'block', width: `${map.clientWidth}px`, height: `${map.clientHeight}px` });
    const foot = box({ display: 'flex', alignItems: 'center', gap: '12px', margin: '8px 0 0', fontSize: '14px' });
    for (const part of map.querySelectorAll('.map-scale, .map-sources')) foot.append(part.cloneNode(true));
    if (!alone) foot.append(figuresOf(map));
    column.append(picture, foot);
    row.append(column);
  }
  const legend = page.querySelector('.mapview-legend')?.cloneNode(true);
  if (!(legend instanceof HTMLDetailsElement)) return [row];
  Object.assign(legend.style, { display: 'block', maxWidth: 'none', margin: '0', boxShadow: 'none' });
  return [row, legend];
}

function box(look: Partial<CSSStyleDeclaration>): HTMLElement {
  const element = document.createElement('div');
  Object.assign(element.style, look);
  return element;
}
