import { createDecipheriv } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { TableSource } from './table-source.js';

export const sealCipher = 'aes-256-ctr';

/** An uploaded file on disk; unreadable to everybody but this process, which alone has the key. */
export interface SealedFile {
  readonly path: string;
  readonly size: number;
  readonly key: Buffer;
  readonly start: Buffer;
}

/** The bytes of a sealed file in clear, as often as they are asked for. Nothing of them touches the disk. */
export function openSealed(
  file: Pick<SealedFile, 'path' | 'size'> & { key: Uint8Array; start: Uint8Array },
): TableSource {
  return {
    size: file.size,
    async *read() {
      const decrypt = createDecipheriv(sealCipher, file.key, file.start);
      for await (const chunk of createReadStream(file.path, { highWaterMark: 256 * 1024 }))
        yield decrypt.update(chunk as Buffer);
    },
  };
}
