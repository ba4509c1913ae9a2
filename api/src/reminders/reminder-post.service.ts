import { Inject, Injectable } from '@nestjs/common';
import type { Environment } from '../app/environment.js';
import { ENVIRONMENT } from '../app/injection.js';
import { WebhookService } from '../faults/webhook.service.js';
import { MailService } from '../mail/mail.service.js';

export interface SmsWebhook {
  readonly url: string;
  readonly secret: string;
}

/** The two ways out: letters by the municipality's mail server, SMS by the municipality's own service. */
@Injectable()
export class ReminderPostService {
  constructor(
    private readonly mail: MailService,
    private readonly webhook: WebhookService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Whether letters can go: there is a server, and a link has somewhere to lead. */
  get mails(): boolean {
    return this.mail.available && this.leads;
  }

  /** Whether the installation knows the address under which people reach it. */
  get leads(): boolean {
    return this.environment.publicUrl !== undefined;
  }

  /** The link of a token. The token stands after `#`, so that no server, proxy or log on the way sees it. */
  link(token: string): string {
    return new URL(`/svar#${token}`, this.environment.publicUrl).href;
  }

  /** Sends a letter; false when it did not go. */
  async sendLetter(to: string, letter: { readonly subject: string; readonly text: string }): Promise<boolean> {
    return this.mail.send({ to, ...letter });
  }

  /** Hands an SMS as `{to, text}` to the municipality's service; false when it did not take it. */
  async sendSms({ url, secret }: SmsWebhook, to: string, text: string): Promise<boolean> {
    return this.webhook.deliver({ url, secret, at: Math.floor(Date.now() / 1000), body: { to, text } });
  }
}
