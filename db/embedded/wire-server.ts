import { createServer, type Server, type Socket } from 'node:net';
import { type Engine, EngineSession } from './engine-session.js';
import { type FrontendMessage, MessageReader } from './wire.js';

export interface WireServerOptions {
  readonly engine: Engine;
  /** Called when the engine itself breaks (a WebAssembly abort, not an SQL error): the process should end. */
  readonly onBroken: (error: unknown) => void;
  /** A client that keeps a transaction open and silent this long while others wait is cut off. */
  readonly silentTransactionMs?: number;
}

interface Client {
  readonly socket: Socket;
  readonly reader: MessageReader;
  readonly pending: FrontendMessage[];
  heardAt: number;
  gone: boolean;
}

/**
 * Lets many PostgreSQL clients use one session, in turns. A client has the engine from the first message of a query
 * until the engine says "ready, no transaction open", so neither the parts of one query nor the statements of one
 * transaction are ever mixed with another client's. (pglite-socket 0.2.11 takes turns per message: with three clients
 * that send large parameters, 200 of 300 answers were another client's. See docs/decisions/embedded-engine.md.)
 * A client that goes away in the middle is rolled back.
 */
export class WireServer {
  private readonly session: EngineSession;
  private readonly clients = new Set<Client>();
  private readonly server: Server;
  private holder: Client | undefined;
  private working = false;
  private readonly watch: NodeJS.Timeout;

  constructor(private readonly options: WireServerOptions) {
    this.session = new EngineSession(options.engine);
    this.server = createServer((socket) => this.welcome(socket));
    const limit = options.silentTransactionMs ?? 60_000;
    this.watch = setInterval(() => this.cutSilentHolder(limit), Math.max(50, limit / 10));
    this.watch.unref();
  }

  /** Listens on a Unix socket path, or on a loopback port (0 chooses one). Gives the port, or 0 for a path. */
  listen(where: string | number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      const listening = (): void => {
        const address = this.server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      };
      if (typeof where === 'string') this.server.listen(where, listening);
      else this.server.listen(where, '127.0.0.1', listening);
    });
  }

  /** Stops listening and drops all clients; a message being worked on is finished first. */
  async stop(): Promise<void> {
    clearInterval(this.watch);
    for (const client of this.clients) client.socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
    while (this.working) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  private welcome(socket: Socket): void {
    const client: Client = { socket, reader: new MessageReader(), pending: [], heardAt: Date.now(), gone: false };
    this.clients.add(client);
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.hear(client, chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.leave(client));
  }

  private hear(client: Client, chunk: Buffer): void {
    client.heardAt = Date.now();
    try {
      for (const message of client.reader.push(chunk)) this.accept(client, message);
    } catch {
      client.socket.destroy();
    }
    void this.work();
  }

  private accept(client: Client, message: FrontendMessage): void {
    if (message.kind === 'encryption') client.socket.write('N');
    else if (message.kind === 'cancel') client.socket.end();
    else if (message.kind === 'typed' && message.type === 'X') client.socket.end();
    else client.pending.push(message);
  }

  private leave(client: Client): void {
    client.gone = true;
    client.pending.length = 0;
    this.clients.delete(client);
    void this.work();
  }

  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      for (let client = this.next(); client; client = this.next()) {
        if (client.gone) await this.abandon();
        else await this.answer(client);
      }
    } catch (error) {
      this.options.onBroken(error);
    } finally {
      this.working = false;
    }
  }

  /** Whose turn it is: the holder's while it holds; else the first who has something to say. */
  private next(): Client | undefined {
    if (this.holder) return this.holder.gone || this.holder.pending.length > 0 ? this.holder : undefined;
    for (const client of this.clients) if (client.pending.length > 0) return client;
    return undefined;
  }

  private async answer(client: Client): Promise<void> {
    const message = client.pending.shift();
    if (!message) return;
    this.holder = client;
    const { reply, idle } = await this.session.answer(message);
    if (client.socket.writable) client.socket.write(reply);
    if (idle) this.release(client);
  }

  private release(client: Client): void {
    this.holder = undefined;
    // To the end of the row, so that a client with much to say does not keep the others waiting.
    if (this.clients.delete(client)) this.clients.add(client);
  }

  private async abandon(): Promise<void> {
    await this.session.abandon();
    this.holder = undefined;
  }

  private cutSilentHolder(limit: number): void {
    const holder = this.holder;
    if (!holder || this.working || Date.now() - holder.heardAt < limit) return;
    for (const client of this.clients) {
      if (client !== holder && client.pending.length > 0) return void holder.socket.destroy();
    }
  }
}
