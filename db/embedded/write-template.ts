/**
 * Writes the dump from which a new embedded database is restored: `node dist/db/embedded/write-template.js`.
 * Restoring takes about three seconds, making the same from nothing about fifteen.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../migrate.js';
import { openEngine } from './engine.js';
import { TEMPLATE } from './start-embedded.js';
import { WireServer } from './wire-server.js';

const folder = mkdtempSync(join(tmpdir(), 'narbild-template-'));
try {
  const engine = await openEngine(folder, null);
  const server = new WireServer({
    engine,
    onBroken: (error) => {
      throw error;
    },
  });
  const port = await server.listen(process.platform === 'win32' ? 0 : join(folder, '.s.PGSQL.5432'));
  const url =
    port > 0
      ? `postgresql://postgres@127.0.0.1:${port}/postgres`
      : `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await migrate(url);
  await engine.exec('VACUUM ANALYZE');
  await engine.exec('CHECKPOINT');
  await server.stop();
  const dump = await engine.dumpDataDir('gzip');
  writeFileSync(TEMPLATE, Buffer.from(await dump.arrayBuffer()));
  await engine.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
