import type { AddressInfo } from 'node:net';
import { type Api, startApi } from '../support/api.js';
import { findServer, startCluster } from '../support/cluster.js';
import { print } from './measures.js';

/**
 * Measures on the PostgreSQL given (`BENCHMARK_DATABASE_URL`), else on a throw-away one, named in `TEST_DATABASE_URL` for
 * the work; where there is neither it prints that `what` was not measured.
 */
export async function withServer(what: string, work: () => Promise<void>): Promise<void> {
  const given = process.env['BENCHMARK_DATABASE_URL'];
  if (!given && findServer() === null) {
    print(`${what}: NOT MEASURED, there is no PostgreSQL. Set BENCHMARK_DATABASE_URL to one with PostGIS.`);
    return;
  }
  const cluster = given ? null : await startCluster();
  try {
    process.env['TEST_DATABASE_URL'] = given ?? cluster!.urlOf('postgres');
    await work();
  } finally {
    await cluster?.stop();
  }
}

/** The same through the API, which listens on a port of 127.0.0.1 until the work is done. */
export async function withApi(
  what: string,
  work: (api: Api, port: number) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<void> {
  await withServer(what, async () => {
    const api = await startApi(settings);
    try {
      await api.application.listen(0, '127.0.0.1');
      await work(api, (api.server.address() as AddressInfo).port);
    } finally {
      await api.close();
    }
  });
}
