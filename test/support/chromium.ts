import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Path of the Chromium to test with: CHROMIUM when set, else the first on the PATH; null when there is none. */
export function findChromium(): string | null {
  const chosen = process.env['CHROMIUM'];
  if (chosen) return chosen;
  const folders = (process.env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, MAC].find(isExecutable) ?? null;
}

/** Flags that Chromium needs where tests run: no sandbox as root, WebGL by software, Swedish. */
export const CHROMIUM_FLAGS: readonly string[] = ['--no-sandbox', '--lang=sv-SE', '--force-color-profile=srgb'];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
