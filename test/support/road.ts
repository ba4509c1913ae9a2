import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The road between a phone and the site: what happens out there can be made to happen here. */
export interface Road {
  readonly url: string;
  /** Nothing comes through, as when the server is down behind a gateway that still answers nothing. */
  close(): void;
  open(): void;
  /** Files come through, and of the API only what `paths` allows. */
  openForFiles(paths?: RegExp): void;
  /** So many reports reach the server, and the phone never hears. */
  loseAnswers(count: number): void;
  /** From here on the phone is offered another version of the service worker. */
  newVersion(): void;
  /** How many reports have been passed on to the server. */
  passed(): number;
  stop(): Promise<void>;
}

export async function startRoad(target: string): Promise<Road> {
  let closed = false;
  let allowed: RegExp | null = null; // Of the API; null: all of it.
  let lose = 0;
  let version = '';
  let passed = 0;
  const server = createServer((incoming, outgoing) => {
    const isFile = !/^\/(api|health)\//.test(incoming.url ?? '');
    const held = allowed !== null && !isFile && !allowed.test(incoming.url ?? '');
    if (closed || held) return void incoming.socket.destroy();
    const isReport = incoming.method === 'POST' && (incoming.url ?? '').endsWith('/incidents');
    const lost = isReport && lose > 0;
    if (lost) lose -= 1;
    if (isReport) passed += 1;
    pass(target, incoming, (answer) => {
      if (lost || closed) return void incoming.socket.destroy();
      reply(answer, outgoing, incoming.url === '/sw.js' ? version : '');
    }).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => (closed = true),
    open: () => {
      closed = false;
      allowed = null;
    },
    openForFiles: (paths = /^$/) => {
      closed = false;
      allowed = paths;
    },
    loseAnswers: (count) => (lose = count),
    newVersion: () => (version = `\n// ${Date.now()}`),
    passed: () => passed,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function pass(target: string, incoming: IncomingMessage, answered: (answer: IncomingMessage) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const url = new URL(incoming.url ?? '/', target);
    const { 'accept-encoding': _, ...headers } = incoming.headers;
    const call = request(url, { method: incoming.method, headers }, (answer) => {
      answered(answer);
      resolve();
    });
    call.on('error', reject);
    incoming.pipe(call);
  });
}

function reply(answer: IncomingMessage, outgoing: ServerResponse, tail: string): void {
  const { 'content-length': length, ...headers } = answer.headers;
  outgoing.writeHead(
    answer.statusCode ?? 502,
    tail === '' && length !== undefined ? { ...headers, 'content-length': length } : headers,
  );
  answer.on('data', (part) => outgoing.write(part));
  answer.on('end', () => outgoing.end(tail));
  answer.on('error', () => outgoing.destroy());
}
