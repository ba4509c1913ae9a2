import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

/** A way to the database that can be cut off and mended, as when the network between two machines goes down. */
export interface Relay {
  /** The database's address by way of the relay; stays the same when it is cut and mended. */
  readonly url: string;
  /** Breaks every connection and refuses new ones. */
  readonly cut: () => Promise<void>;
  /** Lets connections through again. */
  readonly mend: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts a relay on a free loopback port before the database of `databaseUrl` (TCP, or a Unix socket by `?host=`). */
export async function startRelay(databaseUrl: string): Promise<Relay> {
  const target = new URL(databaseUrl);
  const folder = target.searchParams.get('host');
  const port = target.searchParams.get('port') ?? (target.port || '5432');
  const reach = (): Socket =>
    folder ? connect(join(folder, `.s.PGSQL.${port}`)) : connect(Number(port), target.hostname);
  const open = new Set<Socket>();
  const server = createServer((caller) => tie(caller, reach(), open));
  const listening = await listen(server, 0);
  const close = async (): Promise<void> => {
    for (const socket of open) socket.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  const credentials = target.password ? `${target.username}:${target.password}` : target.username || 'postgres';
  return {
    url: `postgresql://${credentials}@127.0.0.1:${listening}${target.pathname}`,
    cut: close,
    mend: async () => void (await listen(server, listening)),
    stop: close,
  };
}

function tie(caller: Socket, database: Socket, open: Set<Socket>): void {
  for (const [from, to] of [
    [caller, database],
    [database, caller],
  ] as const) {
    open.add(from);
    from.setNoDelay(true);
    from.on('error', () => to.destroy());
    from.on('close', () => {
      open.delete(from);
      to.destroy();
    });
    from.pipe(to);
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}
