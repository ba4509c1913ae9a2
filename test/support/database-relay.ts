import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A Unix socket between the application and its database, which a test can cut and mend. */
export interface DatabaseRelay {
  readonly url: string;
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Relays to the database at `databaseUrl`, which must be reached by a Unix socket, as the test databases are. */
export async function startRelay(databaseUrl: string): Promise<DatabaseRelay> {
  const target = new URL(databaseUrl);
  const port = target.searchParams.get('port') ?? '5432';
  const targetSocket = path.join(target.searchParams.get('host')!, `.s.PGSQL.${port}`);
  const folder = await mkdtemp(path.join(tmpdir(), 'narbild-relay-'));
  const socket = path.join(folder, `.s.PGSQL.${port}`);
  const open = new Set<Socket>();
  let server: Server | undefined;

  const mend = async () => {
    server = createServer((near) => {
      const far = createConnection(targetSocket);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(from);
        from.on('error', () => to.destroy());
        from.on('close', () => {
          open.delete(from);
          to.destroy();
        });
        from.pipe(to);
      }
    });
    await new Promise<void>((resolve) => server!.listen(socket, resolve));
  };
  const cut = async () => {
    const closing = server && new Promise<void>((resolve) => server!.close(() => resolve()));
    for (const each of open) each.destroy();
    await closing;
    server = undefined;
  };
  await mend();
  const url = new URL(databaseUrl);
  url.searchParams.set('host', folder);
  return {
    url: url.href,
    cut,
    mend,
    close: async () => {
      await cut();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
