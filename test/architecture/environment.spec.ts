import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readEnvironment, settingNames } from '../../api/src/app/environment.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'narbild-environment-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the operator reads when the settings do not work. */
function complaint(source: Record<string, string>): string {
  try {
    readEnvironment(source);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('settings', () => {
  test('are all optional, and give a product on loopback', () => {
    expect(readEnvironment({})).toMatchObject({ host: '127.0.0.1', port: 3000, demo: false, databaseUrl: undefined });
  });

  test('that are empty count as not set, since compose files write them so', () => {
    expect(readEnvironment({ PORT: '', PUBLIC_URL: '' })).toMatchObject({ port: 3000, publicUrl: undefined });
  });

  test('that are wrong are named all at once', () => {
    const said = complaint({
      PORT: '70000',
      DATABASE_URL: 'mysql://somewhere',
      LOG_LEVEL: 'loud',
      DEMO: 'yes',
      SESSION_HOURS: '1.5',
      UPLOAD_MEGABYTES: 'many',
    });
    for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'DEMO', 'SESSION_HOURS', 'UPLOAD_MEGABYTES']) {
      expect(said).toMatch(new RegExp(`^  ${name}: .+docs/configuration\\.md`, 'm'));
    }
    expect(said.trim().split('\n')).toHaveLength(7);
  });

  test('are named when they are wrong, and their values are not repeated: one may be a password', () => {
    expect(complaint({ DATABASE_URL: 'mysql://user:hemligt@host' })).not.toMatch(/hemligt/);
  });

  test('may come from a file, as secrets do', () => {
    const file = path.join(folder, 'database-url');
    writeFileSync(file, 'postgresql://narbild@db/narbild\n');
    expect(readEnvironment({ DATABASE_URL_FILE: file }).databaseUrl).toBe('postgresql://narbild@db/narbild');
  });

  test('whose file is not there are named too', () => {
    expect(complaint({ DATABASE_URL_FILE: path.join(folder, 'nothing') })).toMatch(/DATABASE_URL_FILE/);
  });

  test('have their units in their names', () => {
    expect(readEnvironment({ UPLOAD_MEGABYTES: '3', SESSION_HOURS: '2', SESSION_IDLE_MINUTES: '5' })).toMatchObject({
      uploadBytes: 3 * 1024 * 1024,
      sessionHours: 2,
      sessionIdleMinutes: 5,
    });
    for (const name of settingNames) expect(name).toMatch(/^[A-Z][A-Z_]*[A-Z]$/);
  });
});

describe('another host than loopback', () => {
  test.each(['0.0.0.0', '::', 'narbild.example.org', '10.0.0.7', '127.0.0.2'])(
    '%s is refused without https',
    (host) => {
      expect(complaint({ HOST: host })).toMatch(/HOST: .*https PUBLIC_URL/);
      expect(complaint({ HOST: host, PUBLIC_URL: 'http://narbild.example.org' })).toMatch(/HOST: .*https PUBLIC_URL/);
    },
  );

  test('is taken with an https address, because only then does the cookie travel', () => {
    const settings = readEnvironment({ HOST: '0.0.0.0', PUBLIC_URL: 'https://narbild.example.org' });
    expect(settings).toMatchObject({ host: '0.0.0.0', publicUrl: 'https://narbild.example.org' });
  });

  test('never shows demo accounts', () => {
    const away = { HOST: '0.0.0.0', PUBLIC_URL: 'https://narbild.example.org', DEMO: 'on' };
    expect(complaint(away)).toMatch(/DEMO: demo accounts exist on loopback only/);
    expect(readEnvironment({ DEMO: 'on' }).demo).toBe(true);
    expect(readEnvironment({ DEMO: 'on', HOST: '::1' }).demo).toBe(true);
  });
});
