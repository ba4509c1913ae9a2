import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { Environment } from '../app/environment.js';
import { ENVIRONMENT, LOGGER } from '../app/injection.js';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const patienceMs = 15_000;

/** E-mail by the municipality's own SMTP server, or none at all: then callers offer the reader's own mail program. */
@Injectable()
export class MailService {
  private readonly transport;

  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const { smtpUrl } = environment;
    this.transport =
      smtpUrl === undefined
        ? null
        : createTransport({
            url: smtpUrl,
            connectionTimeout: patienceMs,
            greetingTimeout: patienceMs,
            socketTimeout: patienceMs,
          });
  }

  /** Whether there is a server to send by. */
  get available(): boolean {
    return this.transport !== null;
  }

  /** Sends one letter; false when it did not go, which is logged without address and text. */
  async send(letter: Letter): Promise<boolean> {
    if (this.transport === null) return false;
    try {
      await this.transport.sendMail({
        from: this.environment.mailFrom,
        to: letter.to,
        subject: letter.subject.replaceAll(/\s+/g, ' '),
        text: letter.text,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return true;
    } catch (error) {
      this.logger.warn({ code: (error as { code?: string }).code ?? 'unknown' }, 'a letter could not be sent');
      return false;
    }
  }
}
