import { request } from 'node:http';
import type { AddressInfo, Server } from 'node:net';

export interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
  /** When it arrived, milliseconds. */
  readonly at: number;
}

/** An open line to a stream of events, as a browser's EventSource has. */
export class EventStream {
  readonly events: StreamEvent[] = [];
  status = 0;
  ended = false;
  private rest = '';
  private readonly call;

  constructor(
    server: Server,
    path: string,
    { cookie, lastEventId }: { readonly cookie: string; readonly lastEventId?: string },
  ) {
    const { port } = server.address() as AddressInfo;
    const headers = { Accept: 'text/event-stream', Cookie: cookie, ...(lastEventId ? { 'Last-Event-ID': lastEventId } : {}) }; // prettier-ignore
    this.call = request({ host: '127.0.0.1', port, path, headers, agent: false }, (answer) => {
      this.status = answer.statusCode ?? 0;
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => this.read(text));
      answer.on('end', () => (this.ended = true));
      answer.on('error', () => (this.ended = true));
    });
    this.call.on('error', () => (this.ended = true));
    this.call.end();
  }

  /** The first event that fits, waiting for it; throws when it has not come in time. */
  async wait(fits: (event: StreamEvent) => boolean, milliseconds = 5000): Promise<StreamEvent> {
    const until = Date.now() + milliseconds;
    while (Date.now() < until) {
      const found = this.events.find(fits);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`no such event in ${milliseconds} ms among ${JSON.stringify(this.events)}`);
  }

  async end(milliseconds = 8000): Promise<void> {
    const until = Date.now() + milliseconds;
    while (!this.ended) {
      if (Date.now() > until) throw new Error('the stream goes on');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  close(): void {
    this.call.destroy();
  }

  private read(text: string): void {
    this.rest += text;
    const blocks = this.rest.split('\n\n');
    this.rest = blocks.pop()!;
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map((row) => [row.slice(0, row.indexOf(':')), row.slice(row.indexOf(':') + 1).trim()])); // prettier-ignore
      if (fields['event'] === undefined) continue;
      this.events.push({ id: fields['id'] ?? '', event: fields['event'], data: JSON.parse(fields['data'] ?? '{}') as Record<string, unknown>, at: Date.now() }); // prettier-ignore
    }
  }
}
