import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { mayRole } from '../access/permission.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { Environment } from '../app/environment.js';
import { newId } from '../app/identifier.js';
import { ENVIRONMENT } from '../app/injection.js';
import { refusePersonalData } from '../app/stored-text.js';
import { toPosition } from '../geo/projection.js';
import { MailService } from '../mail/mail.service.js';
import { isCallable, isMailAddress } from './delivery-target.js';
import { chooseRoute, type FaultFacts, fillTemplate, mailtoLink } from './fault.js';
import {
  categoryExists,
  claimFault,
  deleteRoute,
  faultedIncident,
  type FaultedIncident,
  finishFault,
  routeRows,
  type RouteRow,
  upsertRoute,
} from './fault.queries.js';
import type { FaultReport, FaultRoute, NewFaultRoute } from './fault.schema.js';
import { WebhookService } from './webhook.service.js';

/** Faults in lighting and care, passed on to the municipality's felanmälan with one tap, once. */
@Injectable()
export class FaultsService {
  constructor(
    private readonly database: Database,
    private readonly mail: MailService,
    private readonly webhook: WebhookService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Where faults go, by category. */
  async routes(actor: Actor): Promise<FaultRoute[]> {
    return this.database.withTenant(actor, async (manager) =>
      (await routeRows(manager, actor.municipalityCode)).map(toRoute),
    );
  }

  /** Says where faults of a category go; a second time it is changed. */
  async setRoute(actor: Actor, input: NewFaultRoute): Promise<FaultRoute[]> {
    refuseTarget(input);
    refusePersonalData({ '/subject': input.subject });
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      if (!(await categoryExists(manager, code, input.categoryCode, input.subcategoryCode)))
        throw new DomainError('invalid-request', {}, [{ pointer: '/categoryCode', code: 'unknown-category' }]);
      const id = newId();
      await upsertRoute(manager, code, { ...input, id });
      const routes = await routeRows(manager, code);
      if (input.way === 'webhook' && routes.some((route) => same(route, input) && route.secret === null))
        throw new DomainError('invalid-request', {}, [{ pointer: '/secret', code: 'missing' }]);
      await audit(manager, actor, { action: 'update', subject: 'fault_route', subjectId: id });
      return routes.map(toRoute);
    });
  }

  async removeRoute(actor: Actor, id: string): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      if (!(await deleteRoute(manager, actor.municipalityCode, id))) throw new DomainError('not-found');
      await audit(manager, actor, { action: 'delete', subject: 'fault_route', subjectId: id });
    });
  }

  /** Whether a report can be passed on, or was, and when. */
  async state(actor: Actor, incidentId: string): Promise<FaultReport> {
    return this.database.withTenant(actor, async (manager) => {
      const { incident, route } = await this.found(manager, actor, incidentId);
      return toReport(incidentId, incident, route);
    });
  }

  /** Passes a report on. Sent twice it is one letter; without a mail server the answer holds a draft instead. */
  async send(actor: Actor, incidentId: string): Promise<FaultReport> {
    const claimed = await this.database.withTenant(actor, async (manager) => {
      const { incident, route } = await this.found(manager, actor, incidentId);
      if (incident.status === 'sent') return { incident, route, done: true } as const;
      if (route === null) throw new DomainError('no-fault-route');
      const drafted = route.way === 'mail' && !this.mail.available;
      const row = { incidentId, accountId: actor.accountId, way: route.way, status: drafted ? 'drafted' : 'sending' };
      if (await claimFault(manager, actor.municipalityCode, row))
        await audit(manager, actor, { action: 'export', subject: 'fault_report', subjectId: incidentId });
      else if (!drafted) throw new DomainError('fault-not-delivered');
      return { incident, route, done: drafted } as const;
    });
    if (!claimed.done) await this.deliver(actor, incidentId, claimed);
    return this.database.withTenant(actor, async (manager) => {
      const { incident, route } = await this.found(manager, actor, incidentId);
      const report = toReport(incidentId, incident, route);
      return report.state === 'drafted' && route !== null
        ? { ...report, draft: draftOf(route, this.facts(incident)) }
        : report;
    });
  }

  private async deliver(actor: Actor, id: string, { incident, route }: { incident: FaultedIncident; route: RouteRow }) {
    const facts = this.facts(incident);
    const letter = { subject: fillTemplate(route.subject, facts), text: fillTemplate(route.template, facts) };
    const went =
      route.way === 'mail'
        ? await this.mail.send({ to: route.target, ...letter })
        : await this.webhook.deliver({
            url: route.target,
            secret: route.secret ?? '',
            at: Math.floor(Date.now() / 1000),
            body: { id, ...letter, category: incident.category_code, subcategory: incident.subcategory_code, place: incident.place, position: positionOf(incident), occurredFrom: incident.occurred_from.toISOString() }, // prettier-ignore
          });
    await this.database.withTenant(actor, (manager) =>
      finishFault(manager, actor.municipalityCode, id, went ? 'sent' : 'failed'),
    );
    if (!went) throw new DomainError('fault-not-delivered');
  }

  /** One's own report, or for a reviewer any that they may see; others hear that it is not there. */
  private async found(manager: EntityManager, actor: Actor, id: string) {
    const incident = await faultedIncident(manager, actor.municipalityCode, id);
    const may = incident && (incident.account_id === actor.accountId || mayRole(actor.role, 'incident:review'));
    if (!may) throw new DomainError('not-found');
    const report = { categoryCode: incident.category_code, subcategoryCode: incident.subcategory_code };
    return { incident, route: chooseRoute(await routeRows(manager, actor.municipalityCode), report) };
  }

  private facts(incident: FaultedIncident): FaultFacts {
    const position = positionOf(incident);
    const [longitude, latitude] = position ?? [];
    const time = new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Europe/Stockholm',
    });
    return {
      kategori: incident.category,
      sort: incident.subcategory ?? incident.category,
      plats: incident.place ?? (position ? `${latitude}, ${longitude}` : 'ingen plats angiven'),
      tid: time.format(incident.occurred_from),
      lank: position ? `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}` : (this.environment.publicUrl ?? ''), // prettier-ignore
      text: incident.text ?? '',
    };
  }
}

function refuseTarget({ way, target }: NewFaultRoute): void {
  if (way === 'mail' && !isMailAddress(target))
    throw new DomainError('invalid-request', {}, [{ pointer: '/target', code: 'mail-address-wrong' }]);
  if (way === 'webhook' && !isCallable(target))
    throw new DomainError('invalid-request', {}, [{ pointer: '/target', code: 'webhook-not-allowed' }]);
}

function same(route: RouteRow, input: NewFaultRoute): boolean {
  return route.categoryCode === input.categoryCode && route.subcategoryCode === input.subcategoryCode;
}

function toRoute({ secret, ...row }: RouteRow): FaultRoute {
  return { ...row, hasSecret: secret !== null };
}

function positionOf(incident: FaultedIncident): [number, number] | null {
  if (incident.x === null || incident.y === null) return null;
  const [longitude, latitude] = toPosition({ x: incident.x, y: incident.y });
  return [longitude, latitude];
}

function draftOf(route: RouteRow, facts: FaultFacts): string {
  return mailtoLink(route.target, fillTemplate(route.subject, facts), fillTemplate(route.template, facts));
}

function toReport(incidentId: string, incident: FaultedIncident, route: RouteRow | null): FaultReport {
  const done = incident.status === 'sent' || incident.status === 'drafted' ? incident.status : null;
  return {
    incidentId,
    state: done ?? (route === null ? 'none' : 'available'),
    way: done === null ? (route?.way ?? null) : incident.way,
    at: done === null ? null : (incident.at?.toISOString() ?? null),
    draft: null,
  };
}
