import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const whole = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);
const onOff = z
  .enum(['on', 'off'])
  .default('off')
  .transform((value) => value === 'on');

/** Every setting there is. Each has its heading in docs/configuration.md; a test says so. */
const settings = z.object({
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(3000, 0, 65535),
  PUBLIC_URL: z.url().optional(),
  DEMO: onOff,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SESSION_IDLE_MINUTES: whole(30, 1, 24 * 60),
  SESSION_HOURS: whole(8, 1, 24 * 7),
  UPLOAD_MEGABYTES: whole(200, 1, 2048),
  DATABASE_CONNECTIONS: whole(10, 1, 200),
  TRUST_PROXY: onOff,
  ANALYSIS_THREADS: whole(Math.max(2, availableParallelism() - 1), 1, 64),
  NIGHTLY_SCAN: z
    .enum(['on', 'off'])
    .default('on')
    .transform((value) => value === 'on'),
  SCB_WFS_URL: z.url({ protocol: /^https?$/ }).default('https://geodata.scb.se/geoserver/stat/wfs'),
  POLICE_FEED: onOff,
  POLICE_FEED_URL: z.url({ protocol: /^https?$/ }).default('https://polisen.se/api/events'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Närbild <narbild@localhost>'),
});

export interface Environment {
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly demo: boolean;
  readonly logLevel: string;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  readonly uploadBytes: number;
  readonly databaseConnections: number;
  readonly trustProxy: boolean;
  readonly analysisThreads: number;
  readonly nightlyScan: boolean;
  readonly scbUrl: string;
  readonly policeFeed: boolean;
  readonly policeFeedUrl: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
}

export const settingNames = Object.keys(settings.shape);

/** The folder that holds api/, web/, db/ …, seen from the compiled file. */
export const workspaceRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Reads the settings once. A value may also come from a file named by `<NAME>_FILE` (Docker secrets).
 * Throws one error that lists every bad setting, so that an operator mends them in one go.
 */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const values: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of settingNames) {
    const file = source[`${name}_FILE`];
    const value = file ? secretFrom(file) : source[name];
    if (value === null) faults.push(`  ${name}_FILE: the file that it names cannot be read (docs/configuration.md)`);
    else if (value !== undefined && value !== '') values[name] = value;
  }
  const parsed = settings.safeParse(values);
  for (const issue of parsed.error?.issues ?? [])
    faults.push(`  ${issue.path.join('.')}: ${issue.message} (docs/configuration.md)`);
  const value = parsed.data;
  if (value && !loopback.has(value.HOST) && !value.PUBLIC_URL?.startsWith('https://')) {
    faults.push('  HOST: another host than loopback needs an https PUBLIC_URL, since sign-in needs a secure cookie');
  }
  if (value?.DEMO && !loopback.has(value.HOST)) faults.push('  DEMO: demo accounts exist on loopback only');
  if (faults.length > 0 || !value) throw new Error(`The settings do not work:\n${faults.join('\n')}`);
  return {
    databaseUrl: value.DATABASE_URL,
    host: value.HOST,
    port: value.PORT,
    publicUrl: value.PUBLIC_URL,
    demo: value.DEMO,
    logLevel: value.LOG_LEVEL,
    sessionIdleMinutes: value.SESSION_IDLE_MINUTES,
    sessionHours: value.SESSION_HOURS,
    uploadBytes: value.UPLOAD_MEGABYTES * 1024 * 1024,
    databaseConnections: value.DATABASE_CONNECTIONS,
    trustProxy: value.TRUST_PROXY,
    analysisThreads: value.ANALYSIS_THREADS,
    nightlyScan: value.NIGHTLY_SCAN,
    scbUrl: value.SCB_WFS_URL,
    policeFeed: value.POLICE_FEED,
    policeFeedUrl: value.POLICE_FEED_URL,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
  };
}

function secretFrom(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
