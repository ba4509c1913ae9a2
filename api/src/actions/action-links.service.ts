import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AttemptsService } from '../access/attempts.service.js';
import { audit } from '../access/audit.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, actorOfNobody, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { Environment } from '../app/environment.js';
import { newId } from '../app/identifier.js';
import { ENVIRONMENT } from '../app/injection.js';
import { MailService } from '../mail/mail.service.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { linkDays } from './action.js';
import { actionLetter } from './action-letter.js';
import { insertLink, linkedOrganisation, linkOf, type LinkRow, revokeLinks } from './action-link.queries.js';
import type { ActionLinkAnswer, ActionLinkBody, LinkedActionBody } from './action-link.schema.js';
import type { ActionBody } from './action.schema.js';
import { ActionsService } from './actions.service.js';

/** The name under which guesses of keys are counted. */
const door = 'action-link';

/** The owner's link: whoever has it says how one action goes, without an account, and does nothing else. */
@Injectable()
export class ActionLinksService {
  constructor(
    private readonly database: Database,
    private readonly actions: ActionsService,
    private readonly municipalities: MunicipalitiesService,
    private readonly attempts: AttemptsService,
    private readonly mail: MailService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Makes a link and, when asked, mails it. Throws `action-secret`, `action-withdrawn`, `action-mail-not-set-up`. */
  async make(actor: Actor, id: string, mailTo: string | null): Promise<ActionLinkBody> {
    if (mailTo !== null && (!this.mail.available || this.environment.publicUrl === undefined))
      throw new DomainError('action-mail-not-set-up');
    const token = randomBytes(32).toString('base64url');
    const { action, expiresAt } = await this.database.withTenant(actor, async (manager) => {
      const found = await this.actions.get(manager, actor, id);
      if (found.classification !== 'open') throw new DomainError('action-secret');
      if (found.withdrawnAt !== null) throw new DomainError('action-withdrawn');
      const row = { id: newId(), actionId: id, tokenHash: hashOf(token), accountId: actor.accountId, days: linkDays };
      const expires = await insertLink(manager, actor.municipalityCode, row);
      await audit(manager, actor, { action: 'create', subject: 'action_link', subjectId: id });
      return { action: found, expiresAt: expires };
    });
    const path = `/atgard#${token}`;
    const mailed = mailTo !== null && (await this.send(actor, { action, path, expiresAt, mailTo }));
    return { path, expiresAt: expiresAt.toISOString(), mailed };
  }

  /** Every link of an action stops working. */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      await this.actions.get(manager, actor, id);
      const count = await revokeLinks(manager, actor.municipalityCode, id);
      if (count > 0) await audit(manager, actor, { action: 'delete', subject: 'action_link', subjectId: id, count });
    });
  }

  /** What the page of the link shows before anything is pressed; nothing is changed, so that a mail scanner may look. */
  async read(token: string, address: string): Promise<LinkedActionBody> {
    const { row, actor } = await this.find(token, address);
    const action = await this.database.withTenant(actor, (manager) => this.actions.get(manager, actor, row.action_id));
    return this.body(actor, row, action);
  }

  /** Stores the answer; it may be changed as long as the link works. */
  async answer({ token, status, note }: ActionLinkAnswer, address: string): Promise<LinkedActionBody> {
    const { row, actor } = await this.find(token, address);
    const action = await this.actions.within(actor, (manager) =>
      this.actions.answer(manager, actor, row.action_id, { status, note, by: 'link' }),
    );
    return this.body(actor, row, action);
  }

  private async find(token: string, address: string): Promise<{ row: LinkRow; actor: Actor }> {
    if (!/^[\w-]{43}$/.test(token)) throw new DomainError('action-link-unknown');
    await this.attempts.spend(door, address);
    const row = await this.database.withAccess((manager) => linkOf(manager, hashOf(token)));
    if (!row) throw new DomainError('action-link-unknown');
    await this.attempts.forgive(door, address);
    if (row.revoked) throw new DomainError('action-link-unknown');
    if (row.expired) throw new DomainError('action-link-expired', { days: linkDays });
    const anyone = actorOfNobody(row.municipality_code, nowhere);
    const organisationId = await this.database.withTenant(anyone, (manager) =>
      linkedOrganisation(manager, row.municipality_code, row.action_id),
    );
    if (organisationId === undefined) throw new DomainError('action-link-unknown');
    return { row, actor: actorOfNobody(row.municipality_code, organisationId) };
  }

  private async body(actor: Actor, row: LinkRow, action: ActionBody): Promise<LinkedActionBody> {
    const { what, sentence, organisation, ownerFunction, status, withdrawnAt } = action;
    return {
      municipality: (await this.municipalities.get(actor)).name,
      what,
      sentence,
      organisation,
      ownerFunction,
      status,
      withdrawn: withdrawnAt !== null,
      expiresAt: row.expires_at.toISOString(),
    };
  }

  private async send(
    actor: Actor,
    { action, path, expiresAt, mailTo }: { action: ActionBody; path: string; expiresAt: Date; mailTo: string },
  ): Promise<boolean> {
    const letter = actionLetter({
      municipality: (await this.municipalities.get(actor)).name,
      organisation: action.organisation,
      sentence: action.sentence.sv,
      link: new URL(path, this.environment.publicUrl).href,
      lastDay: localDate(expiresAt.getTime()),
    });
    return this.mail.send({ to: mailTo, ...letter });
  }
}

/** Before it is known whose the action is. */
const nowhere = '00000000-0000-0000-0000-000000000000';

/** Only the hash is stored: whoever reads the database cannot answer for anybody. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(Buffer.from(token, 'base64url')).digest();
}
