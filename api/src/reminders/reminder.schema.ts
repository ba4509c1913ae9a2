import { z } from 'zod';
import { earliestHour, latestHour, mostRecipients } from './reminder.js';

const schedule = {
  enabled: z.boolean(),
  weekday: z.int().min(1).max(7).describe('1 Monday to 7 Sunday'),
  hour: z.int().min(earliestHour).max(latestHour).describe('On the wall in Sweden'),
};

export const newReminderSetting = z
  .object({
    ...schedule,
    emails: z.array(z.string().trim().min(1, 'missing').max(200)).max(mostRecipients),
    phones: z.array(z.string().trim().min(1, 'missing').max(30)).max(mostRecipients),
  })
  .meta({ id: 'NewReminderSetting' });

const channel = z.enum(['mail', 'sms']);

const sent = z.object({
  id: z.uuid(),
  organisation: z.string(),
  week: z.string().describe('ISO week that it asks about, 2026-W46'),
  channel,
  recipient: z.string(),
  status: z.enum(['sending', 'sent', 'failed']),
  at: z.string(),
  weekly: z.boolean().describe('By the clock; else somebody pressed'),
  answered: z.boolean().describe('A link in it was used to say "nothing to report"'),
});

export const reminders = z
  .object({
    mail: z.boolean().describe('There is a mail server, and the installation knows its own address'),
    sms: z.object({ url: z.string() }).nullable().describe('The webhook that sends SMS; its secret is never told'),
    askedWeek: z.string().describe('The week that a reminder sent now asks about'),
    organisations: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        expected: z.boolean(),
        answered: z.boolean().describe('For the asked week'),
        ...schedule,
        emails: z.array(z.string()),
        phones: z.array(z.string()),
        nextAt: z.string().nullable().describe('null when switched off'),
      }),
    ),
    log: z.array(sent).describe('The newest first'),
  })
  .meta({ id: 'Reminders' });

export const newSmsWebhook = z
  .object({
    url: z.string().trim().min(1, 'missing').max(500).describe('https; gets {to, text}'),
    secret: z
      .string()
      .min(16)
      .max(200)
      .nullable()
      .default(null)
      .describe('Signs each call; null keeps the one there is'),
  })
  .meta({ id: 'NewSmsWebhook' });

export const reminderTest = z
  .object({ to: z.string().trim().max(30).nullable().default(null).describe('A number; null: a letter to oneself') })
  .meta({ id: 'ReminderTest' });

export const linkToken = z
  .object({ token: z.string().min(1, 'missing').max(100).describe('What stands after # in the link') })
  .meta({ id: 'ReminderToken' });

export const reminderLink = z
  .object({
    purpose: z.enum(['report', 'nothing']),
    code: z.string().describe('Of the municipality'),
    municipality: z.string(),
    organisation: z.string(),
    week: z.string(),
    from: z.string(),
    to: z.string(),
    state: z.enum(['reported', 'nothing', 'assessed', 'waiting', 'silent']),
    reports: z.int(),
  })
  .meta({ id: 'ReminderLink' });

export type NewReminderSetting = z.infer<typeof newReminderSetting>;
export type RemindersBody = z.infer<typeof reminders>;
export type NewSmsWebhook = z.infer<typeof newSmsWebhook>;
export type ReminderTest = z.infer<typeof reminderTest>;
export type LinkToken = z.infer<typeof linkToken>;
export type ReminderLinkBody = z.infer<typeof reminderLink>;
