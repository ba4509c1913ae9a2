import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** The bytes of a file, readable more than once, so that a large file never has to be in memory. */
export interface TableSource {
  readonly size: number;
  read(): AsyncIterable<Uint8Array>;
}

const chunkBytes = 256 * 1024;

/** A file that is already in memory (an upload, a test). */
export function fromBytes(bytes: Uint8Array): TableSource {
  return {
    size: bytes.length,
    async *read() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
  };
}

/** A file on disk, read as a stream. */
export async function fromFile(path: string): Promise<TableSource> {
  const { size } = await stat(path);
  return { size, read: () => createReadStream(path, { highWaterMark: chunkBytes }) };
}

/** The first bytes of a source, at most `most`. */
export async function readHead(source: TableSource, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.read()) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= most) break;
  }
  return Buffer.concat(parts).subarray(0, most);
}
