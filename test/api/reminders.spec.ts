import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { dateOfDay, mondayOf, startOfDay } from '../../api/src/analysis/calendar.js';
import { askedWeek, latestOccasion } from '../../api/src/reminders/reminder.js';
import { ReminderDispatchService } from '../../api/src/reminders/reminder-dispatch.service.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';
import { Mailbox, type Received } from '../support/mailbox.js';

const mailbox = new Mailbox();
let settings: Record<string, string>;
let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let reporter: Member;
let root: string;

beforeAll(async () => {
  settings = { SMTP_URL: await mailbox.open(), PUBLIC_URL: 'https://narbild.example.se' };
  api = await startApi(settings);
}, 60_000);

beforeEach(async () => {
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  reporter = await municipality.member('reporter', 'housing');
  root = `/api/v1/municipalities/${municipality.code}`;
});

afterAll(async () => {
  await api.close();
  await mailbox.close();
});

let boxes = 0;
const box = () => `bostad-${Date.now()}-${boxes++}@provkommunen.example`;
const at = (organisation = 'housing') => `${root}/reminders/${municipality.organisations[organisation]}`;
const schedule = (more: object = {}) => ({ enabled: true, weekday: 5, hour: 10, emails: [], phones: [], ...more });
const set = (body: object, who = coordinator) => api.as(who).put(at()).send(body);
const links = ({ text }: Received) =>
  [...text.matchAll(/https:\/\/narbild\.example\.se\/svar#(\S+)/g)].map((m) => m[1]!);
const look = (token: string) => api.as(null).post('/api/v1/reminder-link').send({ token });
const sayNothing = (token: string) => api.as(null).post('/api/v1/reminder-link/nothing').send({ token });
const dispatch = (of = api) => of.application.get(ReminderDispatchService);
const state = async (week: string) => {
  const rows = (await api.as(coordinator).get(`${root}/coverage`)).body.organisations as {
    id: string;
    cells: { week: string; state: string; by: string | null }[];
  }[];
  return rows.find(({ id }) => id === municipality.organisations['housing'])!.cells.find((one) => one.week === week)!;
};

/** Reminds by pressing, and the two tokens of the letter that came. */
async function reminded(): Promise<{ report: string; nothing: string; letter: Received; email: string }> {
  const email = box();
  expect((await set(schedule({ emails: [email] }))).status).toBe(200);
  expect((await api.as(coordinator).post(at())).status).toBe(200);
  const [letter] = mailbox.to(email);
  const [report, nothing] = links(letter!);
  return { report: report!, nothing: nothing!, letter: letter!, email };
}

/** Waits until the jobs of reminders are done. */
async function done(): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const [{ n }]: [{ n: number }] = await api.owner.query(
      `SELECT count(*)::int AS n FROM job WHERE kind = 'reminder' AND municipality_code = $1 AND status IN ('queued', 'running')`,
      [Number(municipality.code)],
    );
    if (n === 0) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error('the reminders are not done');
}

/** Reminds on Thursdays at noon, and has for a month; answers the instant one minute after this week’s. */
async function dueSchedule(email: string): Promise<number> {
  const now = startOfDay(mondayOf(Date.now()) + 3) + 12 * 3_600_000 + 60_000;
  expect((await set(schedule({ weekday: 4, hour: 12, emails: [email] }))).status).toBe(200);
  await api.owner.query(
    `UPDATE reminder_setting SET changed_at = now() - interval '30 days' WHERE municipality_code = $1`,
    [Number(municipality.code)],
  );
  expect(latestOccasion({ weekday: 4, hour: 12 }, now)).toBe(startOfDay(mondayOf(now) + 3) + 12 * 3_600_000);
  return now;
}

describe('a reminder', () => {
  test('comes as a letter in Swedish with two links, and one press says that there was nothing', async () => {
    const guard = await municipality.member('reporter', 'guard');
    await api.as(guard).post(`${root}/incidents`).send({ id: newId(), categoryCode: 'SKAD', occurredFrom: new Date(Date.now() - 3600_000).toISOString(), placement: 'tapped', position: positionAt(100, 100), description: 'Krossad ruta vid torget' }); // prettier-ignore
    const week = askedWeek(Date.now());
    const { letter, report, nothing } = await reminded();
    expect(letter.text).not.toMatch(/Krossad|torget|reporter/);
    expect(letter.subject).toBe(`Vecka ${week.number}: har Bostadsbolaget något att rapportera?`);
    expect(letter.text).toContain('Provkommunen, genom Närbild');
    expect(letter.text.indexOf(report)).toBeLessThan(letter.text.indexOf('Inget att rapportera:'));
    const about = {
      municipality: 'Provkommunen',
      organisation: 'Bostadsbolaget',
      week: week.text,
      code: municipality.code,
    };
    expect((await look(report)).body).toMatchObject({ ...about, purpose: 'report', state: 'waiting' });
    expect((await look(nothing)).body).toMatchObject({ ...about, purpose: 'nothing', state: 'waiting' });
    expect((await sayNothing(nothing)).body).toMatchObject({ ...about, state: 'nothing' });
    expect(await state(week.text)).toMatchObject({ state: 'nothing', by: null });
    const log = (await api.as(coordinator).get(`${root}/reminders`)).body.log as object[];
    expect(log).toMatchObject([{ organisation: 'Bostadsbolaget', status: 'sent', weekly: false, answered: true, week: week.text }]); // prettier-ignore
  });

  test('says nothing by being looked at: a mail scanner follows both links and nothing is stored', async () => {
    const { report, nothing } = await reminded();
    for (let times = 0; times < 3; times++) for (const token of [report, nothing]) await look(token);
    expect((await state(askedWeek(Date.now()).text)).state).toBe('waiting');
    expect((await api.as(null).get('/api/v1/reminder-link/nothing')).status).toBe(404);
  });

  test('is answered once by a thousand presses', async () => {
    const { nothing } = await reminded();
    const statuses = new Set<number>();
    for (let times = 0; times < 250; times++)
      for (const { status } of await Promise.all(Array.from({ length: 4 }, () => sayNothing(nothing))))
        statuses.add(status);
    expect([...statuses]).toEqual([200]);
    const [{ n }]: [{ n: number }] = await api.owner.query(
      `SELECT count(*)::int AS n FROM audit WHERE municipality_code = $1 AND subject = 'null_report'`,
      [Number(municipality.code)],
    );
    expect(n).toBe(1);
  }, 120_000);

  test('is not sent to an organisation that has answered, nor twice within the hour, nor to nobody', async () => {
    expect((await api.as(coordinator).post(at())).body).toMatchObject({
      status: 409,
      code: 'reminder-without-recipients',
    });
    const { email } = await reminded();
    expect((await api.as(coordinator).post(at())).body).toMatchObject({ status: 409, code: 'reminder-just-sent' });
    await api.as(reporter).put(`${root}/null-reports/${askedWeek(Date.now()).text}`);
    expect((await api.as(coordinator).post(at())).body).toMatchObject({ status: 409, code: 'reminder-not-needed' });
    expect(mailbox.to(email)).toHaveLength(1);
  });

  test('that a mail server refuses is logged as not delivered, and may be sent again', async () => {
    const email = box();
    await set(schedule({ emails: [email] }));
    mailbox.refuses = true;
    try {
      expect((await api.as(coordinator).post(at())).body).toMatchObject({
        status: 502,
        code: 'reminder-not-delivered',
      });
    } finally {
      mailbox.refuses = false;
    }
    const answer = await api.as(coordinator).post(at());
    expect(answer.status).toBe(200);
    expect(answer.body.log[0]).toMatchObject({ recipient: email, status: 'sent' });
    expect(mailbox.to(email)).toHaveLength(1);
  });

  test('can be tried out by a letter to oneself, which holds no link', async () => {
    expect((await api.as(coordinator).post(`${root}/reminder-tests`).send({})).status).toBe(204);
    const [letter] = mailbox.to(coordinator.email);
    expect(letter!.subject).toBe('Prov av påminnelser från Närbild');
    expect(links(letter!)).toEqual([]);
    expect((await api.as(coordinator).post(`${root}/reminder-tests`).send({ to: '070-123 45 67' })).body.code).toBe('sms-not-set-up'); // prettier-ignore
    expect((await api.as(coordinator).post(`${root}/reminder-tests`).send({ to: 'hej' })).body.errors).toMatchObject([
      { pointer: '/to', code: 'phone-number-wrong' },
    ]);
  });
});

describe('the clock', () => {
  test('sends once, however often and by however many processes it looks, and stops when somebody answered', async () => {
    const email = box();
    const now = await dueSchedule(email);
    const other = await startApi(settings);
    try {
      await Promise.all([
        dispatch().plan(now),
        dispatch(other).plan(now),
        dispatch().plan(now),
        dispatch(other).plan(now),
      ]);
      await done();
      const sent: unknown[] = await api.owner.query(`SELECT 1 FROM reminder WHERE municipality_code = $1 AND status = 'sent'`, [Number(municipality.code)]); // prettier-ignore
      expect(sent).toHaveLength(1);
      const jobs: unknown[] = await api.owner.query(`SELECT 1 FROM job WHERE kind = 'reminder' AND municipality_code = $1`, [Number(municipality.code)]); // prettier-ignore
      expect(jobs).toHaveLength(1);
    } finally {
      await other.close();
    }
    await dispatch().plan(now + 40 * 60_000);
    await done();
    const log = (await api.as(coordinator).get(`${root}/reminders`)).body.log as object[];
    expect(log).toHaveLength(1);
    expect(log).toMatchObject([{ weekly: true, status: 'sent' }]);
  }, 60_000);

  test('tries again half an hour later what the mail server refused', async () => {
    const email = box();
    const now = await dueSchedule(email);
    mailbox.refuses = true;
    await dispatch().plan(now);
    await done();
    mailbox.refuses = false;
    expect(mailbox.to(email)).toEqual([]);
    await dispatch().plan(now);
    await done();
    expect(mailbox.to(email)).toEqual([]);
    await dispatch().plan(now + 40 * 60_000);
    await done();
    expect(mailbox.to(email)).toHaveLength(1);
  }, 30_000);

  test('does not remind those who have reported', async () => {
    const email = box();
    const now = await dueSchedule(email);
    await api.as(reporter).put(`${root}/null-reports/${askedWeek(Date.now()).text}`);
    const [{ monday }]: [{ monday: string }] = await api.owner.query(
      `SELECT monday::text AS monday FROM null_report WHERE municipality_code = $1`,
      [Number(municipality.code)],
    );
    // The job asks about the week of its hour; on a Monday morning that is another one than what is asked now.
    await api.owner.query(
      `UPDATE null_report SET monday = $2::date WHERE municipality_code = $1 AND monday = $3::date`,
      [Number(municipality.code), dateOfDay(mondayOf(now)), monday],
    );
    await dispatch().plan(now);
    await done();
    expect(mailbox.to(email)).toEqual([]);
  }, 30_000);

  test('leaves what another process left half done for two minutes, then takes it up', async () => {
    const email = box();
    const now = await dueSchedule(email);
    await dispatch().plan(now);
    await done();
    const left = (ago: string) =>
      api.owner.query(
        `UPDATE reminder SET status = 'sending', at = now() - $2::interval WHERE municipality_code = $1`,
        [Number(municipality.code), ago],
      );
    await left('1 minute');
    await dispatch().plan(now + 31 * 60_000);
    await done();
    expect(mailbox.to(email)).toHaveLength(1);
    await left('3 minutes');
    await dispatch().plan(now + 61 * 60_000);
    await done();
    expect(mailbox.to(email)).toHaveLength(2);
  }, 30_000);
});

describe('a link', () => {
  test('to the report form does not say that there is nothing to report', async () => {
    const { report } = await reminded();
    expect((await sayNothing(report)).body).toMatchObject({ status: 409, code: 'reminder-link-other' });
    expect((await state(askedWeek(Date.now()).text)).state).toBe('waiting');
  });

  test('ends after ten days', async () => {
    const { nothing } = await reminded();
    const [{ days }]: [{ days: number }] = await api.owner.query(
      `SELECT round(extract(epoch FROM expires_at - now()) / 86400)::int AS days FROM reminder WHERE municipality_code = $1`,
      [Number(municipality.code)],
    );
    expect(days).toBe(10);
    await api.owner.query(`UPDATE reminder SET expires_at = now() WHERE municipality_code = $1`, [
      Number(municipality.code),
    ]);
    expect((await look(nothing)).body).toMatchObject({ status: 410, code: 'reminder-link-expired' });
    expect((await sayNothing(nothing)).body).toMatchObject({ status: 410, code: 'reminder-link-expired' });
  });

  test('is used up when its answer has been taken back', async () => {
    const week = askedWeek(Date.now()).text;
    const { nothing } = await reminded();
    expect((await sayNothing(nothing)).status).toBe(200);
    expect((await api.as(reporter).delete(`${root}/null-reports/${week}`)).status).toBe(200);
    expect((await sayNothing(nothing)).body).toMatchObject({ status: 409, code: 'reminder-link-used' });
    expect((await state(week)).state).toBe('waiting');
  });

  test('ends when its address is taken off the list', async () => {
    const { nothing } = await reminded();
    await set(schedule({ emails: [box()] }));
    expect((await sayNothing(nothing)).status).toBe(410);
  });

  test('opens nothing else, and its key is not in the database', async () => {
    const { nothing } = await reminded();
    expect((await api.as({ cookie: `__Host-narbild=${nothing}` }).get(`${root}/coverage`)).status).toBe(401);
    const rows: object[] = await api.owner.query(`SELECT * FROM reminder WHERE municipality_code = $1`, [Number(municipality.code)]); // prettier-ignore
    expect(JSON.stringify(rows)).not.toContain(nothing);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(nothing, 'base64url').toString('hex'));
  });
});
