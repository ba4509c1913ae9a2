/** What is written over and under what is copied. */
export interface PictureWords {
  title: string;
  /** Under the title: period, filter. */
  lines: readonly string[];
  /** At the foot: source and notice. */
  foot: readonly string[];
}

/** What a picture needs of an element's looks: everything that a stylesheet of this product sets on what is drawn. */
const looks = [
  'display', 'position', 'inset', 'box-sizing', 'width', 'height', 'margin', 'padding', 'border-top', 'border-right', 'border-bottom', 'border-left', 'border-radius', 'border-collapse', 'border-spacing', 'table-layout',
  'background-color', 'background-image', 'background-size', 'background-position', 'background-repeat', 'box-shadow', 'color', 'opacity', 'overflow', 'rotate', 'transform',
  'font-family', 'font-size', 'font-weight', 'font-style', 'font-variant-numeric', 'line-height', 'letter-spacing', 'text-align', 'vertical-align', 'white-space', 'list-style',
  'flex', 'flex-flow', 'align-items', 'align-self', 'justify-content', 'justify-self', 'gap', 'order', 'grid-template-columns', 'grid-column',
  'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'stroke-opacity', 'text-anchor', 'paint-order',
] as const; // prettier-ignore

/** Tables behind a press, buttons and what is only heard are no part of a picture. */
const leftOut = 'details.chart-table, .button, .copy-picture, .visually-hidden, figcaption, [hidden]';

/** Two pixels for each of the screen, so that it can be printed and shown large. */
const sharpness = 2;

export interface Picture {
  /** What is drawn, each under the one before. */
  parts: readonly Element[];
  words: PictureWords;
  /** In pixels of the screen. */
  width: number;
  /** `page`: as the page is shown now, for what cannot change its colours. */
  theme: 'light' | 'page';
}

/** Draws elements of the page with a title above and the source below, as a PNG. */
export async function pictureOf(picture: Picture): Promise<Blob> {
  const { width } = picture;
  const { markup, height } = laidOut(picture);
  const styles = await fontFaces();
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><style>${styles}</style><foreignObject width="100%" height="100%">${markup}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * sharpness, height * sharpness];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws no pictures.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('This browser makes no files of pictures.')) : resolve(blob)), 'image/png'); // prettier-ignore
  });
}

/** Lays the picture out beside the page, and writes every look into the markup. */
function laidOut({ parts, words, width, theme: wanted }: Picture): { markup: string; height: number } {
  const root = document.documentElement;
  const theme = root.dataset['theme'];
  const sheet = document.createElement('div');
  Object.assign(sheet.style, { position: 'fixed', left: '-20000px', top: '0', width: `${width}px`, boxSizing: 'border-box', padding: '24px', background: 'var(--surface)', color: 'var(--ink)', fontFamily: 'var(--font)', fontSize: '16px', lineHeight: '1.45' }); // prettier-ignore
  sheet.append(line(words.title, { fontSize: '20px', fontWeight: '600' }));
  for (const text of words.lines) sheet.append(line(text, { color: 'var(--ink-muted)' }));
  for (const part of parts) sheet.append(copyOf(part));
  for (const text of words.foot) sheet.append(line(text, { fontSize: '14px', color: 'var(--ink-muted)' }));
  // Nothing is painted between these lines: the page itself never shows the other theme.
  if (wanted === 'light') root.dataset['theme'] = 'light';
  document.body.append(sheet);
  const height = Math.ceil(sheet.getBoundingClientRect().height);
  const all = [sheet, ...sheet.querySelectorAll<HTMLElement | SVGElement>('*')];
  const styles = all.map((element) => {
    const computed = getComputedStyle(element);
    return looks.map((name) => `${name}:${computed.getPropertyValue(name)}`).join(';');
  });
  sheet.remove();
  if (theme === undefined) delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  for (const [index, element] of all.entries()) {
    element.removeAttribute('class');
    element.style.cssText = styles[index]!;
  }
  Object.assign(sheet.style, { position: 'static', inset: 'auto' });
  return { markup: new XMLSerializer().serializeToString(sheet), height };
}

function line(text: string, look: Partial<CSSStyleDeclaration>): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  Object.assign(element.style, { margin: '0 0 4px', maxWidth: 'none' });
  Object.assign(element.style, look);
  return element;
}

/** The element as it stands, in boxes that only name where it stood: a look may depend on what is round it. */
function copyOf(part: Element): Element {
  const copy = part.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll(leftOut)) element.remove();
  if (copy instanceof HTMLDetailsElement) copy.open = true;
  let outer = copy;
  for (let around = part.parentElement; around !== null && around !== document.body; around = around.parentElement) {
    if (around.className === '') continue;
    const box = document.createElement('div');
    box.className = around.className;
    box.style.display = 'contents';
    box.append(outer);
    outer = box;
  }
  const frame = document.createElement('div');
  frame.style.margin = '12px 0 16px';
  frame.append(outer);
  return frame;
}

/** The page's letters as part of the picture: a picture fetches nothing by itself. */
async function fontFaces(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? location.href }))); // prettier-ignore
  const faces = rules.flatMap(({ rule, base }) => {
    const found = rule instanceof CSSFontFaceRule ? /url\("?([^")]+\.woff2)"?\)/.exec(rule.cssText) : null;
    return found === null ? [] : [{ weight: (rule as CSSFontFaceRule).style.getPropertyValue('font-weight'), address: new URL(found[1]!, base).href }]; // prettier-ignore
  });
  const known = await Promise.all(
    faces.map(async ({ weight, address }) => `@font-face{font-family:"Source Sans 3";font-weight:${weight};src:url(${await dataAddress(await (await fetch(address)).blob())})}`), // prettier-ignore
  );
  return known.join('');
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('A font could not be read.')));
    reader.readAsDataURL(blob);
  });
}
