import type { Page } from 'playwright-core';

/**
 * Listens to a page from now on and fills a list with what should never happen: script errors, console errors (which is
 * how Chromium tells of content that the Content-Security-Policy refused) and requests that leave the site.
 * A 4xx answer of the API is an answer, not an error: Chromium's note about it is left out.
 */
export function watch(page: Page, site: string): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    complaints.push(`console: ${message.text()}`);
  });
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${site}/`) && !/^(data|blob):/.test(url)) complaints.push(`request: ${url}`);
  });
  return complaints;
}
