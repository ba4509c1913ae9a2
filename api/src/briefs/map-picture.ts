import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { typeface } from './ink.js';

const resolve = createRequire(import.meta.url).resolve;
const weights = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'];
let made: Promise<Uint8Array[]> | undefined;

/** The fonts of the documents, read once together with the program that draws. */
function ready(): Promise<Uint8Array[]> {
  made ??= begin().catch((error: unknown) => {
    made = undefined;
    throw error;
  });
  return made;
}

async function begin(): Promise<Uint8Array[]> {
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const folder = dirname(resolve('@expo-google-fonts/source-sans-3/package.json'));
  return Promise.all(weights.map((weight) => readFile(join(folder, weight))));
}

/** A drawing of ours as PNG, so many pixels wide: for programs that cannot draw SVG. Nothing outside the text is read. */
export async function pngOf(svg: string, width: number): Promise<Buffer> {
  const fontBuffers = await ready();
  const font = { fontBuffers, defaultFontFamily: typeface };
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font, background: 'white' });
  try {
    const picture = drawing.render();
    try {
      return Buffer.from(picture.asPng());
    } finally {
      picture.free();
    }
  } finally {
    drawing.free();
  }
}
