import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { extract as own, furnish, secrets } from '../support/alvhamn.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let police: Member;
let base: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality('Älvhamns kommun');
  await furnish(api, municipality);
  police = await municipality.member('police');
  base = `/api/v1/municipalities/${municipality.code}`;
}, 120_000);

afterAll(() => api.close());

const upload = (member: Member, bytes: string) =>
  api.as(member).post(`${base}/imports`).field('source', 'police').attach('file', Buffer.from(bytes), 'stor.csv');

async function ended(id: string, member = police) {
  for (let turn = 0; turn < 300; turn += 1) {
    const answer = await api.as(member).get(`${base}/imports/${id}`);
    if (!['queued', 'running'].includes(answer.body.status)) return answer.body;
    await wait(100);
  }
  throw new Error('the import did not end');
}

const stored = async (where = 'true') =>
  (await api.owner.query(`SELECT count(*)::int AS n FROM incident WHERE municipality_code = $1 AND ${where}`, [Number(municipality.code)]))[0].n as number; // prettier-ignore

describe('an import that does not finish', () => {
  const large = () => {
    const [header, ...rows] = own.toString('utf8').trim().split('\r\n');
    const many = Array.from({ length: 200 }, (_, turn) => rows.map((row) => row.replace('ÄH-K', `T${turn}-K`)));
    return [header, ...many.flat()].join('\r\n');
  };

  test('leaves nothing when it is cancelled', async () => {
    const preview = await upload(police, large());
    await api.as(police).post(`${base}/imports/${preview.body.id}/start`);
    await api.as(police).post(`${base}/imports/${preview.body.id}/cancel`);
    expect(await ended(preview.body.id)).toMatchObject({ status: 'cancelled', counts: { imported: 0 } });
    expect(await stored()).toBe(0);
    expect(await leftovers(preview.body.id)).toEqual([0, 0]);
  }, 60_000);

  test('leaves nothing when its process is killed in the middle, says so, and the logs tell no place', async () => {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const child = startServer(port);
    try {
      await answering(port, child);
      const form = new FormData();
      form.set('source', 'police');
      form.set('file', new Blob([large()]), 'stor.csv');
      const headers = { Cookie: police.cookie, 'Sec-Fetch-Site': 'same-origin' };
      const url = `http://127.0.0.1:${port}${base}/imports`;
      const made = (await (await fetch(url, { method: 'POST', headers, body: form })).json()) as { id: string; rowCount: number }; // prettier-ignore
      expect(made.rowCount).toBe(23_800);
      await fetch(`${url}/${made.id}/start`, { method: 'POST', headers });
      for (let turn = 0; turn < 500 && (await leftovers(made.id))[0] === 0; turn += 1) await wait(20);
      child.process.kill('SIGKILL');
      await child.gone;
      expect((await leftovers(made.id))[0]).toBeGreaterThan(0);
      const after = await api.as(police).get(`${base}/imports/${made.id}`);
      expect(after.body).toMatchObject({
        status: 'interrupted',
        explanation: expect.stringMatching(/Välj filen igen/),
      });
      expect(await leftovers(made.id)).toEqual([0, 0]);
      expect(await stored()).toBe(0);
      const again = await upload(police, large());
      await api.as(police).post(`${base}/imports/${again.body.id}/start`);
      const first = await ended(again.body.id);
      const whole = await stored();
      expect(first).toMatchObject({ status: 'done', counts: { imported: whole } });
      expect(whole).toBeGreaterThan(20_000);
      expect(
        await stored(`source_identity IN (SELECT source_identity FROM incident GROUP BY 1 HAVING count(*) > 1)`),
      ).toBe(0);
      const third = await upload(police, large());
      await api.as(police).post(`${base}/imports/${third.body.id}/start`);
      const second = await ended(third.body.id);
      expect(second.counts).toMatchObject({ imported: 0, duplicate: whole + first.counts.duplicate });
      expect(await stored()).toBe(whole);
      expect(child.output().length).toBeGreaterThan(0);
      expect(secrets.filter((secret) => child.output().includes(secret))).toEqual([]);
    } finally {
      child.process.kill('SIGKILL');
    }
  }, 120_000);
});

async function leftovers(id: string): Promise<number[]> {
  const [row] = await api.owner.query(
    `SELECT (SELECT count(*)::int FROM import_stage WHERE import_id = $1) AS staged, (SELECT count(*)::int FROM import_row WHERE import_id = $1) AS rows`,
    [id],
  );
  return [row.staged as number, row.rows as number];
}

interface Server {
  readonly process: ChildProcess;
  readonly gone: Promise<unknown>;
  output(): string;
}

function startServer(port: number): Server {
  const main = path.join(workspaceRoot, 'dist/api/src/main.js');
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: api.databaseUrl, PORT: String(port), LOG_LEVEL: 'trace', DATABASE_CONNECTIONS: '3' }; // prettier-ignore
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { process: child, gone: new Promise((resolve) => child.once('exit', resolve)), output: () => text };
}

async function answering(port: number, server: Server): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => null);
    if (answer) return;
    await wait(100);
  }
  throw new Error(`the server did not answer: ${server.output().slice(-500)}`);
}
