import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = resolve(process.env['NARBILD_SHARED'] ?? '../shared', 'data/polisen-events');

export interface Notice {
  readonly id: number;
  readonly [field: string]: unknown;
}

/** The 50 answers of two days in May 2025, byte by byte, in the order in which they were given; one of them is empty. */
export function recordedPolls(): string[] {
  const place = mkdtempSync(join(tmpdir(), 'narbild-polls-'));
  try {
    execFileSync('tar', ['xJf', join(folder, 'polling_2025-05-09_10.tar.xz'), '-C', place]);
    const snapshots = join(place, 'snapshots');
    return readdirSync(snapshots)
      .toSorted()
      .map((name) => readFileSync(join(snapshots, name), 'utf8'));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The 1,720 notices about eight municipalities, 2022 to 2026. */
export function targetNotices(): Notice[] {
  return JSON.parse(readFileSync(join(folder, 'events_target_municipalities.json'), 'utf8')) as Notice[];
}

/** A server that answers as Polisen's does: compressed, with an ETag, or however a test says. */
export class FakeFeed {
  answer: { status: number; body: string; headers?: Record<string, string> } = { status: 200, body: '[]' };
  readonly calls: IncomingHttpHeaders[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      this.calls.push(request.headers);
      const { status, body, headers = {} } = this.answer;
      const etag = `"${body.length}-${body.slice(0, 40).replaceAll(/\W/g, '')}"`;
      if (status === 200 && request.headers['if-none-match'] === etag) return response.writeHead(304).end();
      const zipped = request.headers['accept-encoding']?.includes('gzip') === true;
      response.writeHead(status, {
        'Content-Type': 'application/json',
        ETag: etag,
        ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
        ...headers,
      });
      return response.end(zipped ? gzipSync(body) : body);
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => {
      this.server.listen(0, '127.0.0.1', done);
    });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/api/events`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => {
      this.server.close(done);
    });
  }

  give(notices: readonly object[]): void {
    this.answer = { status: 200, body: JSON.stringify(notices) };
  }
}
