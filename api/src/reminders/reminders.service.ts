import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { isoWeek } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError, type FieldFault } from '../app/domain-error.js';
import { CoverageService } from '../coverage/coverage.service.js';
import { isCallable, isMailAddress } from '../faults/delivery-target.js';
import { askedWeek, nextOccasion, phoneNumber, testLetter, testSms } from './reminder.js';
import {
  deleteSms,
  justReminded,
  ownEmail,
  saveSetting,
  saveSms,
  sentRows,
  type SentRow,
  type SettingRow,
  settingRows,
  smsRow,
} from './reminder.queries.js';
import type { NewReminderSetting, NewSmsWebhook, RemindersBody } from './reminder.schema.js';
import { ReminderDispatchService } from './reminder-dispatch.service.js';
import { ReminderPostService } from './reminder-post.service.js';

const shownInLog = 100;

/** Before somebody says otherwise: nobody is reminded; the form proposes Friday morning. */
const proposed = { enabled: false, weekday: 5, hour: 10, emails: [], phones: [] };

/** Whom to remind when and how, reminding now, trying it out, and what was sent. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly database: Database,
    private readonly coverage: CoverageService,
    private readonly dispatch: ReminderDispatchService,
    private readonly post: ReminderPostService,
  ) {}

  async overview(actor: Actor): Promise<RemindersBody> {
    const now = Date.now();
    const week = askedWeek(now);
    const standings = await this.coverage.standings(actor, week);
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const settings = new Map((await settingRows(manager, code)).map((row) => [row.organisation_id, row]));
      const sms = await smsRow(manager, code);
      return {
        mail: this.post.mails,
        sms: sms ? { url: sms.url } : null,
        askedWeek: week.text,
        organisations: standings.map(({ id, name, expected, answered }) => {
          const { enabled, weekday, hour, emails, phones } = settings.get(id) ?? proposed;
          const nextAt = enabled ? new Date(nextOccasion({ weekday, hour }, now)).toISOString() : null;
          return { id, name, expected, answered, enabled, weekday, hour, emails, phones, nextAt };
        }),
        log: (await sentRows(manager, code, shownInLog)).map(toSent),
      };
    });
  }

  /** Says when and where an organisation is reminded. An address that is taken away loses its links at once. */
  async set(actor: Actor, organisationId: string, input: NewReminderSetting): Promise<RemindersBody> {
    const row = readSetting(organisationId, input);
    await this.standing(actor, organisationId);
    await this.database.withTenant(actor, async (manager) => {
      await saveSetting(manager, actor.municipalityCode, row);
      const { enabled, weekday, hour } = row;
      await audit(manager, actor, {
        action: 'update',
        subject: 'reminder_setting',
        subjectId: organisationId,
        facts: { enabled, weekday, hour },
      });
    });
    return this.overview(actor);
  }

  /** Reminds one organisation of the asked week, now. */
  async remind(actor: Actor, organisationId: string): Promise<RemindersBody> {
    const now = Date.now();
    const week = askedWeek(now);
    const organisation = await this.standing(actor, organisationId);
    await this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const sms = (await smsRow(manager, code)) ?? null;
      if (!this.post.leads || (!this.post.mails && sms === null)) throw new DomainError('reminders-not-set-up');
      if (!organisation.expected || organisation.answered)
        throw new DomainError('reminder-not-needed', { week: week.number });
      const setting = (await settingRows(manager, code)).find((row) => row.organisation_id === organisationId);
      if (!setting || this.dispatch.recipients(setting, sms).length === 0)
        throw new DomainError('reminder-without-recipients');
      if (await justReminded(manager, code, organisationId)) throw new DomainError('reminder-just-sent');
    });
    // Two who press within a minute are one reminder.
    const name = `pressed ${new Date(now).toISOString().slice(0, 16)}`;
    const { sent, failed } = await this.dispatch.send(actor, { organisation, week, name, accountId: actor.accountId });
    if (sent === 0 && failed > 0) throw new DomainError('reminder-not-delivered');
    return this.overview(actor);
  }

  async setSms(actor: Actor, { url, secret }: NewSmsWebhook): Promise<RemindersBody> {
    if (!isCallable(url))
      throw new DomainError('invalid-request', {}, [{ pointer: '/url', code: 'webhook-not-allowed' }]);
    await this.database.withTenant(actor, async (manager) => {
      const before = await smsRow(manager, actor.municipalityCode);
      // A secret is kept for the address that it was given for, and is never signed with for another.
      const kept = secret ?? (before?.url === url ? before.secret : undefined);
      if (kept === undefined) throw new DomainError('invalid-request', {}, [{ pointer: '/secret', code: 'missing' }]);
      await saveSms(manager, actor.municipalityCode, { url, secret: kept });
      await audit(manager, actor, { action: 'update', subject: 'reminder_sms' });
    });
    return this.overview(actor);
  }

  async removeSms(actor: Actor): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      if (await deleteSms(manager, actor.municipalityCode))
        await audit(manager, actor, { action: 'delete', subject: 'reminder_sms' });
    });
  }

  /** A letter to oneself, or an SMS to a number: whether the way out works. */
  async test(actor: Actor, to: string | null): Promise<void> {
    const number = to === null ? null : phoneNumber(to);
    if (to !== null && number === null)
      throw new DomainError('invalid-request', {}, [{ pointer: '/to', code: 'phone-number-wrong' }]);
    const { email, sms } = await this.database.withTenant(actor, async (manager) => {
      await audit(manager, actor, { action: 'export', subject: 'reminder_test' });
      return {
        email: await ownEmail(manager, actor.accountId),
        sms: await smsRow(manager, actor.municipalityCode),
      };
    });
    if (number === null ? !this.post.mails || email === undefined : sms === undefined)
      throw new DomainError(number === null ? 'reminders-not-set-up' : 'sms-not-set-up');
    const went =
      number === null ? await this.post.sendLetter(email!, testLetter) : await this.post.sendSms(sms!, number, testSms);
    if (!went) throw new DomainError('reminder-not-delivered');
  }

  private async standing(actor: Actor, organisationId: string) {
    const standings = await this.coverage.standings(actor, askedWeek(Date.now()));
    const found = standings.find(({ id }) => id === organisationId);
    if (!found) throw new DomainError('not-found');
    return found;
  }
}

/** Addresses and numbers as they are kept; throws with a pointer at each that is wrong. */
function readSetting(organisationId: string, input: NewReminderSetting): SettingRow {
  const faults: FieldFault[] = [];
  for (const [index, email] of input.emails.entries())
    if (!isMailAddress(email)) faults.push({ pointer: `/emails/${index}`, code: 'mail-address-wrong' });
  const phones = input.phones.map(phoneNumber);
  for (const [index, phone] of phones.entries())
    if (phone === null) faults.push({ pointer: `/phones/${index}`, code: 'phone-number-wrong' });
  if (input.enabled && input.emails.length + phones.length === 0)
    faults.push({ pointer: '/emails', code: 'no-recipients' });
  if (faults.length > 0) throw new DomainError('invalid-request', {}, faults);
  const { enabled, weekday, hour } = input;
  const emails = [...new Set(input.emails.map((email) => email.toLowerCase()))];
  return {
    organisation_id: organisationId,
    enabled,
    weekday,
    hour,
    emails,
    phones: [...new Set(phones.filter((one) => one !== null))],
  };
}

function toSent({ monday, at, ...row }: SentRow): RemindersBody['log'][number] {
  return { ...row, week: isoWeek(Date.parse(`${monday}T12:00:00Z`)), at: at.toISOString() };
}
