import { createHash, randomBytes } from 'node:crypto';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { audit } from '../access/audit.js';
import { millisecondsPerDay } from '../analysis/calendar.js';
import { type Actor, actorOfNobody, Database } from '../app/database.js';
import { newId } from '../app/identifier.js';
import { LOGGER } from '../app/injection.js';
import { JobsService, type UnattendedJob } from '../app/jobs.service.js';
import { toDomainError } from '../app/problem.js';
import { mondayText } from '../coverage/coverage.js';
import { CoverageService } from '../coverage/coverage.service.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { readWeek, type Week } from '../situation/situation.js';
import { dueReminder, linkDays, reminderLetter, reminderSms } from './reminder.js';
import {
  claimReminder,
  deleteOldReminders,
  finishReminder,
  schedules,
  type SettingRow,
  settingRows,
  smsRow,
} from './reminder.queries.js';
import { ReminderPostService, type SmsWebhook } from './reminder-post.service.js';

const kind = 'reminder';
const lookEveryMilliseconds = 60_000;

/** One occasion on which an organisation is reminded. */
export interface Occasion {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly week: Week;
  /** The same text is the same reminder, sent once to each recipient. */
  readonly name: string;
  /** Who pressed; null for the clock. */
  readonly accountId: string | null;
}

interface Outgoing {
  readonly id: string;
  readonly channel: 'mail' | 'sms';
  readonly recipient: string;
  readonly reportToken: string;
  readonly nothingToken: string;
}

/** Sends reminders: by the clock as jobs that exist once however many processes there are, and when somebody presses. */
@Injectable()
export class ReminderDispatchService implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly coverage: CoverageService,
    private readonly municipalities: MunicipalitiesService,
    private readonly post: ReminderPostService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.registerUnattended(kind, (job) => this.weekly(job));
  }

  onApplicationBootstrap(): void {
    const look = () => {
      this.plan(Date.now()).catch((error: unknown) =>
        this.logger.warn({ code: toDomainError(error).code }, 'reminders are not planned yet'),
      );
    };
    this.timer = setInterval(look, lookEveryMilliseconds);
    look();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Makes the job of every reminder that is due and has none: also one missed while nothing ran. */
  async plan(now: number): Promise<void> {
    const due = (await this.database.withAccess(schedules)).flatMap((row) => {
      const found = dueReminder({ ...row, changedAt: row.changed_at.getTime() }, now);
      return found ? [{ ...found, municipalityCode: row.municipality_code, organisationId: row.organisation_id }] : [];
    });
    if (due.length === 0) return;
    await this.database.withAccess(async (manager) => {
      for (const { municipalityCode, organisationId, week, attempt } of due)
        await this.jobs.enqueueOnce(manager, {
          municipalityCode,
          kind,
          once: `${organisationId} ${week.text} ${attempt}`,
          payload: { organisationId, week: week.text },
        });
    });
    this.jobs.wake();
  }

  /** One organisation's reminder of the week; nothing is sent to one that has answered or that nobody waits for. */
  async weekly(job: Pick<UnattendedJob, 'municipalityCode' | 'payload'>): Promise<void> {
    const organisationId = String(job.payload['organisationId']);
    const week = readWeek(String(job.payload['week']))!;
    const actor = actorOfNobody(job.municipalityCode, organisationId);
    const organisation = (await this.coverage.standings(actor, week)).find(({ id }) => id === organisationId);
    if (!organisation?.expected || organisation.answered) return;
    await this.send(actor, { organisation, week, name: week.text, accountId: null });
  }

  /** Sends to every recipient who has not got this very reminder; how many went and how many did not. */
  async send(actor: Actor, occasion: Occasion): Promise<{ sent: number; failed: number }> {
    const municipality = (await this.municipalities.get(actor)).name;
    const { outgoing, sms } = await this.claim(actor, occasion);
    const results = await Promise.all(
      outgoing.map(async (one) => {
        const went = await this.deliver(one, occasion, { municipality, sms });
        await this.database.withTenant(actor, (manager) =>
          finishReminder(manager, actor.municipalityCode, one.id, went ? 'sent' : 'failed'),
        );
        return went;
      }),
    );
    const sent = results.filter(Boolean).length;
    return { sent, failed: results.length - sent };
  }

  private async claim(actor: Actor, { organisation, week, name, accountId }: Occasion) {
    const code = actor.municipalityCode;
    return this.database.withTenant(actor, async (manager) => {
      const sms = (await smsRow(manager, code)) ?? null;
      const setting = (await settingRows(manager, code)).find((row) => row.organisation_id === organisation.id);
      const outgoing: Outgoing[] = [];
      if (setting === undefined || !this.post.leads || (accountId === null && !setting.enabled))
        return { outgoing, sms };
      for (const recipient of this.recipients(setting, sms)) {
        const [reportToken, nothingToken] = [newToken(), newToken()];
        const id = await claimReminder(manager, code, {
          id: newId(),
          organisationId: organisation.id,
          monday: mondayText(week),
          occasion: name,
          ...recipient,
          accountId,
          reportHash: hashOf(reportToken),
          nothingHash: hashOf(nothingToken),
          linkDays,
        });
        if (id !== null) outgoing.push({ id, ...recipient, reportToken, nothingToken });
      }
      if (outgoing.length > 0) {
        const facts = { week: week.text };
        await audit(manager, actor, { action: 'export', subject: 'reminder', subjectId: organisation.id, count: outgoing.length, facts }); // prettier-ignore
        await deleteOldReminders(manager, code);
      }
      return { outgoing, sms };
    });
  }

  /** Those who can be reached with what is set up. */
  recipients({ emails, phones }: Pick<SettingRow, 'emails' | 'phones'>, sms: SmsWebhook | null) {
    const letters = this.post.mails ? emails.map((recipient) => ({ channel: 'mail' as const, recipient })) : [];
    return [...letters, ...(sms ? phones.map((recipient) => ({ channel: 'sms' as const, recipient })) : [])];
  }

  private async deliver(
    { channel, recipient, reportToken, nothingToken }: Outgoing,
    { organisation, week }: Occasion,
    { municipality, sms }: { municipality: string; sms: SmsWebhook | null },
  ): Promise<boolean> {
    const facts = {
      municipality,
      organisation: organisation.name,
      week,
      reportLink: this.post.link(reportToken),
      nothingLink: this.post.link(nothingToken),
      expiresAt: Date.now() + linkDays * millisecondsPerDay,
    };
    if (channel === 'mail') return this.post.sendLetter(recipient, reminderLetter(facts));
    return sms !== null && this.post.sendSms(sms, recipient, reminderSms(facts));
  }
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Only the hash is stored: whoever reads the database cannot answer for anybody. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(Buffer.from(token, 'base64url')).digest();
}
