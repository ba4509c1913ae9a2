import { existsSync } from 'node:fs';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { workspaceRoot } from './environment.js';

const siteFolder = path.join(workspaceRoot, 'dist/site');

/** The documentation as it stands in the repository, so that the `type` of a problem is an address that answers. */
function serveDocs(application: NestExpressApplication): void {
  const setHeaders = (response: express.Response, file: string) => {
    if (file.endsWith('.md')) response.setHeader('Content-Type', 'text/markdown; charset=utf-8');
  };
  application.use(
    '/docs',
    express.static(path.join(workspaceRoot, 'docs'), { extensions: ['md'], index: 'README.md', setHeaders }),
  );
}

/** The service worker is asked for anew each time: an old one in a cache would keep the old pages on every phone. */
function keepNoWorker(response: express.Response, file: string): void {
  if (path.basename(file) === 'sw.js') response.setHeader('Cache-Control', 'no-store');
}

/** The built web application, and its one page for every address that is not the API's. */
export function serveSite(application: NestExpressApplication): void {
  serveDocs(application);
  const index = path.join(siteFolder, 'index.html');
  if (!existsSync(index)) return;
  application.use(
    '/assets',
    express.static(path.join(siteFolder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  application.use(express.static(siteFolder, { index: false, maxAge: '1h', setHeaders: keepNoWorker }));
  application.use((request: express.Request, response: express.Response, next: express.NextFunction) => {
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') && !/^\/(api|health|docs|ogc)(\/|$)/.test(request.path);
    if (!isPage) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(index);
  });
}
