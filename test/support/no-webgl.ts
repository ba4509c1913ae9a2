import type { Visitor } from './visitor.js';

/** The browser as it is without a graphics card, from the next page on. */
export async function withoutWebGl({ page }: Visitor): Promise<void> {
  await page.addInitScript({
    content: `const draw = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return kind.startsWith('webgl') ? null : draw.call(this, kind, ...rest);
      };`,
  });
}
