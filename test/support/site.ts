import 'reflect-metadata';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApplication } from '../../api/src/app/application.js';
import { readEnvironment, workspaceRoot } from '../../api/src/app/environment.js';
import { migrate } from '../../db/migrate.js';
import { seedDemo } from '../../db/seed.js';
import { startRelay } from './relay.js';

/** The real application with the built pages and the demo municipality, on a loopback port. */
export interface Site {
  /** `http://127.0.0.1:40123`, without a slash at the end. */
  readonly url: string;
  loseDatabase(): Promise<void>;
  findDatabaseAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the site on the database named by TEST_DATABASE_URL; what is missing there is migrated and seeded first. */
export async function startSite(): Promise<Site> {
  const databaseUrl = process.env['TEST_DATABASE_URL'];
  if (!databaseUrl) throw new Error('TEST_DATABASE_URL is not set: run the browser tests by npm test -- --only browser');
  if (!existsSync(join(workspaceRoot, 'dist/site/index.html')))
    throw new Error('There are no built pages in dist/site: run npm test, which builds them');
  await migrate(databaseUrl);
  await seedDemo(databaseUrl);
  const relay = await startRelay(databaseUrl);
  const application = await createApplication(
    readEnvironment({ DATABASE_URL: relay.url, DEMO: 'on', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent' }),
  );
  await application.listen(0, '127.0.0.1');
  const { port } = application.getHttpServer().address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    loseDatabase: relay.cut,
    findDatabaseAgain: relay.mend,
    stop: async () => {
      await application.close();
      await relay.stop();
    },
  };
}
