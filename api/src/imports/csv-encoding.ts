import iconv from 'iconv-lite';
import { utf16Order } from './file-kind.js';
import type { TableSource } from './table-source.js';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh' | 'cp850';

/** å ä ö Å Ä Ö in the three eight-bit alphabets that Swedish files have come in. */
const swedishLetters: readonly (readonly [TextEncoding, ReadonlySet<number>])[] = [
  ['windows-1252', new Set([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6])],
  ['macintosh', new Set([0x8c, 0x8a, 0x9a, 0x81, 0x80, 0x85])],
  ['cp850', new Set([0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99])],
];

/**
 * Which alphabet is the text in? A byte order mark decides; then strict UTF-8 over the whole file; then the eight-bit
 * alphabet in which the Swedish letters are most frequent (detectors call Windows-1252 "ISO-8859-1" or worse).
 */
export async function decideEncoding(source: TableSource, head: Uint8Array): Promise<TextEncoding> {
  const utf16 = utf16Order(head);
  if (utf16) return utf16;
  const strict = new TextDecoder('utf-8', { fatal: true });
  const counts = swedishLetters.map(() => 0);
  let utf8 = true;
  for await (const chunk of source.read()) {
    if (utf8) utf8 = decodes(strict, chunk);
    for (const byte of chunk) {
      if (byte < 0x80) continue;
      swedishLetters.forEach(([, letters], at) => letters.has(byte) && (counts[at]! += 1));
    }
  }
  if (utf8) return 'utf-8';
  return swedishLetters[counts.indexOf(Math.max(...counts))]![0];
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The text of a source, piece by piece, without a byte order mark. */
export async function* decodedText(source: TableSource, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of source.read()) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text) yield text;
  }
  const last = decoder.end();
  if (last) yield last;
}

/** "Ã¤" or "�": the file was saved with the wrong alphabet before it reached us, and cannot be told back. */
export function looksGarbled(text: string): boolean {
  return /Ã[¥¤¶…„–]|�/.test(text);
}
