import { createCipheriv, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { StorageEngine } from 'multer';
import { openSealed, sealCipher, type SealedFile } from './sealed-file.js';
import type { TableSource } from './table-source.js';

export type { SealedFile };

const folderPrefix = 'narbild-import-';
const keepMilliseconds = 30 * 60_000;
const leftoverMilliseconds = 60 * 60_000;

/** What multer hands over. */
export type ReceivedFile = Express.Multer.File & { readonly sealed: SealedFile };

interface Kept<Facts> {
  readonly file: SealedFile;
  facts: Facts;
  expires: number;
}

/**
 * The uploaded bytes between preview and import. They lie encrypted (AES-256 in counter mode) in a temporary folder; the
 * key, and everything read out of them, exists in this process's memory only, for 30 minutes after the last use.
 */
@Injectable()
export class UploadsService implements OnApplicationShutdown {
  private readonly kept = new Map<string, Kept<unknown>>();
  /** Files by path that no import keeps yet: a request whose form is refused leaves its file behind. */
  private readonly unclaimed = new Map<string, number>();
  private folder: Promise<string> | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** Receives files for multer: each is encrypted as it streams in. */
  storage(): StorageEngine {
    return {
      _handleFile: (_request, file, done) => {
        this.seal(file.stream).then(
          (sealed) => done(null, { ...file, path: sealed.path, size: sealed.size, sealed } as Partial<Express.Multer.File>),
          (error: unknown) => done(error),
        ); // prettier-ignore
      },
      _removeFile: (_request, file, done) => {
        rm(file.path ?? '', { force: true }).then(() => done(null), done);
      },
    };
  }

  /** Encrypts a stream into the folder. */
  async seal(stream: Readable): Promise<SealedFile> {
    const [key, start] = [randomBytes(32), randomBytes(16)];
    const folder = await this.ownFolder();
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const place = path.join(folder, randomBytes(12).toString('hex'));
    let size = 0;
    const encrypt = createCipheriv(sealCipher, key, start);
    try {
      await pipeline(
        stream,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            size += chunk.length;
            yield encrypt.update(chunk);
          }
        },
        createWriteStream(place, { mode: 0o600 }),
      );
    } catch (error) {
      await rm(place, { force: true });
      throw error;
    }
    this.unclaimed.set(place, Date.now() + keepMilliseconds);
    this.timer ??= setInterval(() => void this.sweep(), 60_000).unref();
    return { path: place, size, key, start };
  }

  /** Seals a text that came in a request. */
  async sealText(text: string): Promise<SealedFile> {
    return this.seal(Readable.from([Buffer.from(text, 'utf8')]));
  }

  /** The bytes in clear, as often as they are asked for. */
  open(file: SealedFile): TableSource {
    return openSealed(file);
  }

  keep(importId: string, file: SealedFile, facts: unknown): void {
    this.unclaimed.delete(file.path);
    this.kept.set(importId, { file, facts, expires: Date.now() + keepMilliseconds });
  }

  /** What is kept of an import, its time prolonged; undefined when another process has it, or nobody any longer. */
  find<Facts>(importId: string): { readonly file: SealedFile; facts: Facts } | undefined {
    const found = this.kept.get(importId);
    if (!found || found.expires < Date.now()) return undefined;
    found.expires = Date.now() + keepMilliseconds;
    return found as Kept<Facts>;
  }

  has(importId: string): boolean {
    return (this.kept.get(importId)?.expires ?? 0) > Date.now();
  }

  async forget(importId: string): Promise<void> {
    const found = this.kept.get(importId);
    this.kept.delete(importId);
    if (found) await this.discard(found.file);
  }

  async discard(file: SealedFile): Promise<void> {
    file.key.fill(0);
    this.unclaimed.delete(file.path);
    await rm(file.path, { force: true });
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.kept.clear();
    if (this.folder) await rm(await this.folder, { recursive: true, force: true });
  }

  private async sweep(): Promise<void> {
    for (const [id, { expires }] of this.kept) if (expires < Date.now()) await this.forget(id);
    for (const [place, expires] of this.unclaimed) {
      if (expires >= Date.now()) continue;
      this.unclaimed.delete(place);
      await rm(place, { force: true });
    }
  }

  private ownFolder(): Promise<string> {
    this.folder ??= (async () => {
      await removeLeftovers();
      return mkdtemp(path.join(tmpdir(), folderPrefix));
    })();
    return this.folder;
  }
}

/** Folders of processes that died: their keys are gone, the bytes are noise, the space is not. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(folderPrefix)) continue;
    const folder = path.join(tmpdir(), name);
    const age = await stat(folder).then((found) => Date.now() - found.mtimeMs, () => 0); // prettier-ignore
    if (age > leftoverMilliseconds) await rm(folder, { recursive: true, force: true });
  }
}
