import type { Visitor } from './visitor.js';

/**
 * Texts in sight whose contrast with the ground behind them is less than `least` (WCAG 2.2, relative luminance), a line for
 * each. Marked words in a text field and what is not active are left out.
 */
export async function faintTexts({ page }: Visitor, where: string, least: number): Promise<string[]> {
  return page.evaluate(
    ({ where, least }) => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
      const rgba = (colour: string) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return canvas.getImageData(0, 0, 1, 1).data;
      };
      const luminance = (colour: string) => {
        const [red = 0, green = 0, blue = 0] = [...rgba(colour)].map((value) => {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const ground = (element: Element | null): string => {
        for (let at = element; at; at = at.parentElement) {
          const { backgroundColor } = getComputedStyle(at);
          if (rgba(backgroundColor)[3] === 255) return backgroundColor;
        }
        return 'white';
      };
      const found: string[] = [];
      for (const root of document.querySelectorAll(where)) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const element = node.parentElement!;
          const text = node.textContent?.trim() ?? '';
          if (text === '' || !element.checkVisibility() || element.closest('.visually-hidden, [aria-hidden="true"]'))
            continue;
          const [a, b] = [luminance(getComputedStyle(element).color), luminance(ground(element))];
          const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          if (contrast < least) found.push(`${text.slice(0, 40)}: ${contrast.toFixed(2)}`);
        }
      }
      return found;
    },
    { where, least },
  );
}

/** The landmarks of the form as a screen reader comes to them: the heading, the named groups and the buttons between them. */
export async function headingOrder({ page }: Visitor): Promise<string[]> {
  const debug = await page.context().newCDPSession(page);
  const { nodes } = await debug.send('Accessibility.getFullAXTree');
  await debug.detach();
  const main = await page.locator('main').ariaSnapshot();
  const wanted = /^\s*- (heading|group|button) "([^"]+)"/;
  const known = new Set(nodes.filter(({ ignored }) => !ignored).map(({ name }) => String(name?.value ?? '').trim()));
  return main
    .split('\n')
    .flatMap((line) => {
      const [, role, name] = wanted.exec(line) ?? [];
      return role !== undefined && name !== undefined && known.has(name) ? [`${role} ${name}`] : [];
    })
    .filter((line) => !/^button (Fler sorters|Ändra|Min position|På kartan)/.test(line));
}
