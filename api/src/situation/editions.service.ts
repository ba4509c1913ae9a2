import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type ActionBody } from '../actions/action.schema.js';
import { ActionsService } from '../actions/actions.service.js';
import { canonical } from '../analyses/canonical.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { CalendarService } from '../calendar/calendar.service.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { AreaStatusesService } from './area-statuses.service.js';
import type { AreaStatus } from './area-status.schema.js';
import { type Audience, generatedSections, mustBeWritten, type SectionId, sectionsFor } from './edition.js';
import { insertText, insertVersion, latestNumber, type TextRow, textRows } from './edition.queries.js';
import type { EditionBody, FrozenContent, NewSectionText, NewVersion } from './edition.schema.js';
import { besides, type SituationPeriod, weeksWithin } from './period.js';
import { publicFrom } from './publication.js';
import { PublicationsService } from './publications.service.js';
import type { SituationFrame, ViewedSituation } from './situation-body.js';
import { situationBody } from './situation-body.js';
import { SituationsService } from './situations.service.js';

export interface EditionKey {
  readonly periodText: string;
  readonly audience: Audience;
}

export interface WorkingCopy {
  readonly content: FrozenContent;
  readonly municipality: { readonly name: string; readonly demo: boolean };
  /** How many events it counts. */
  readonly count: number;
  /** It tells of decisions that may be secret. */
  readonly secret: boolean;
}

interface Opened {
  readonly period: SituationPeriod;
  readonly frame: SituationFrame;
  readonly audience: Audience;
  readonly language: Language;
}

/** The next things are enough; the wheel has the rest. */
const mostComing = 12;
const mostActions = 40;

/** The lägesbild as text for one audience: as the figures tell it, as it is edited, and as it is approved. */
@Injectable()
export class EditionsService {
  constructor(
    private readonly database: Database,
    private readonly situations: SituationsService,
    private readonly statuses: AreaStatusesService,
    private readonly actions: ActionsService,
    private readonly calendar: CalendarService,
    private readonly publications: PublicationsService,
  ) {}

  /** The draft of an edition. */
  async draft(actor: Actor, key: EditionKey, language: Language): Promise<EditionBody> {
    const opened = await this.open(actor, key, language);
    return this.database.withTenant(actor, async (manager) => {
      const { edition } = await this.edition(manager, actor, opened);
      const { period, audience } = opened;
      await audit(manager, actor, {
        action: 'read',
        subject: 'situation',
        subjectId: period.text,
        facts: { audience },
      });
      return edition;
    });
  }

  /**
   * An edition as it would be frozen now, for a working copy on paper; `note` is called in the transaction that reads it.
   * Throws `public-period` and `public-too-early`: what everybody may read goes out for a tertial or a year alone.
   */
  async workingCopy(
    actor: Actor,
    key: EditionKey,
    { language, note }: { language: Language; note: (manager: EntityManager, copy: WorkingCopy) => Promise<void> },
  ): Promise<WorkingCopy> {
    const opened = await this.open(actor, key, language);
    refusePublicPaper(opened.audience, opened.period);
    return this.database.withTenant(actor, async (manager) => {
      const { edition, content, secret, count } = await this.edition(manager, actor, opened);
      refuseEarly(edition);
      const copy = { content, secret, count, municipality: opened.frame.municipality };
      await note(manager, copy);
      return copy;
    });
  }

  /** Edits a section, or lets the figures tell it again. Throws `changed-by-someone-else` when another edited it first. */
  async write(
    actor: Actor,
    { section, seen, input, ...key }: EditionKey & { section: SectionId; seen: number; input: NewSectionText },
    language: Language,
  ): Promise<EditionBody> {
    refusePersonalData({ '/text': input.text });
    const opened = await this.open(actor, key, language);
    const { period, audience } = opened;
    return this.database.withTenant(actor, async (manager) => {
      if (!sectionsFor(audience, period.kind).includes(section)) throw new DomainError('not-found');
      const { organisationId, accountId, municipalityCode } = actor;
      const row = { period: period.text, audience, language, section, seen, body: input.text || null, organisationId, accountId }; // prettier-ignore
      if ((await insertText(manager, municipalityCode, row)) === 0) throw new DomainError('changed-by-someone-else');
      const facts = { audience, section, restored: row.body === null };
      await audit(manager, actor, { action: 'update', subject: 'situation', subjectId: period.text, facts });
      return (await this.edition(manager, actor, opened)).edition;
    });
  }

  /**
   * Freezes an edition as a new version. Throws `public-too-early`, `section-missing`, and `changed-by-someone-else`
   * when somebody approved one in between.
   */
  async approve(
    actor: Actor,
    { input, ...key }: EditionKey & { input: NewVersion },
    language: Language,
  ): Promise<string> {
    refusePersonalData({ '/registrationNumber': input.registrationNumber, '/secrecyBasis': input.secrecyBasis });
    const opened = await this.open(actor, key, language);
    return this.database.withTenant(actor, async (manager) => {
      const { edition, content } = await this.edition(manager, actor, opened);
      refuseUnfinished(edition, input);
      if (edition.latestVersion !== input.after) throw new DomainError('changed-by-someone-else');
      const { period, audience } = opened;
      const { organisationId, accountId, municipalityCode } = actor;
      const id = newId();
      const added = await insertVersion(manager, municipalityCode, {
        id,
        period: period.text,
        audience,
        number: input.after + 1,
        language,
        // What everybody may read has been through the publishing rules; the rest is seen by those who may see all of it.
        groups: audience === 'public' ? [] : actor.groups,
        content,
        digest: digestOf(content),
        registrationNumber: input.registrationNumber,
        classification: input.classification,
        secrecyBasis: input.classification === 'open' ? null : input.secrecyBasis,
        organisationId,
        accountId,
      });
      if (added === 0) throw new DomainError('changed-by-someone-else');
      const facts = { audience, number: input.after + 1, classification: input.classification };
      await audit(manager, actor, { action: 'create', subject: 'situation_version', subjectId: id, facts });
      return id;
    });
  }

  /** Opens transactions of its own. */
  private async open(actor: Actor, { periodText, audience }: EditionKey, language: Language): Promise<Opened> {
    const period = this.situations.period(periodText, language);
    return { period, audience, language, frame: await this.situations.frame(actor, period) };
  }

  private async edition(manager: EntityManager, actor: Actor, opened: Opened) {
    const { period, frame, audience, language } = opened;
    const now = Date.now();
    const viewed = await this.situations.view(manager, actor, frame, period);
    const lastWeek = weeksWithin(period, now).at(-1)!;
    const statuses = await this.statuses.of(manager, actor, lastWeek);
    const body = situationBody(viewed, language, now);
    const around = await this.around(manager, actor, opened);
    const facts = { body, statuses, ...around, published: await this.published(manager, actor, opened) };
    const generated = generatedSections(facts, audience, language);
    const code = actor.municipalityCode;
    const edited = await textRows(manager, code, { period: period.text, audience, language });
    const edition: EditionBody = {
      period: period.text,
      kind: period.kind,
      name: body.name,
      audience,
      language,
      running: body.running,
      partial: viewed.partial,
      decision: await this.publications.standing(manager, actor),
      publicFrom: audience === 'public' ? publicFrom(period.lastDay) : null,
      sections: generated.map(({ text, ...section }) => ({
        ...section,
        generated: text,
        mustBeWritten: mustBeWritten(section.id),
        ...editedText(text, edited.find((row) => row.section === section.id)),
      })), // prettier-ignore
      latestVersion: await latestNumber(manager, code, { period: period.text, audience }),
    };
    const secret = [...around.decided, ...around.done].some(({ classification }) => classification !== 'open');
    const content = frozen(edition, { viewed, statuses, method: body.method });
    return { edition, secret, count: body.count, content };
  }

  /** Decisions and finished actions of the period, and what comes in the next one. Of others than insiders only what is open. */
  private async around(manager: EntityManager, actor: Actor, { period, audience }: Opened) {
    const within = (at: string) => Date.parse(at) >= period.from && Date.parse(at) < period.to;
    const actions = (await this.actions.list(manager, actor, {})).filter(
      ({ classification }) => audience === 'internal' || classification === 'open',
    );
    const next = besides(period, 1);
    const to = period.kind === 'year' ? besides(next, 1).firstDay : next.lastDay;
    const coming = await this.calendar.between(manager, actor, next.firstDay, to);
    return {
      decided: actions.filter(({ createdAt }) => within(createdAt)).slice(0, mostActions),
      done: actions.filter((action) => isDoneWithin(action, within)).slice(0, mostActions),
      coming: coming.slice(0, mostComing).map(({ date, endDate, title }) => ({ date, endDate, title })),
    };
  }

  private async published(manager: EntityManager, actor: Actor, { period, frame, audience, language }: Opened) {
    if (audience !== 'public') return '';
    const names = new Map([...frame.categoryNames].map(([code, name]) => [code, name[language]]));
    return this.publications.text(manager, actor, { period, names, language });
  }
}

function isDoneWithin({ status, history }: ActionBody, within: (at: string) => boolean): boolean {
  return status === 'done' && history.some((event) => event.status === 'done' && within(event.at));
}

function editedText(generated: string, row: TextRow | undefined) {
  return {
    text: row?.body ?? generated,
    edited: typeof row?.body === 'string',
    version: row?.version ?? 0,
    changedAt: row?.changed_at.toISOString() ?? null,
    by: row?.organisation ?? null,
  };
}

function frozen(
  edition: EditionBody,
  { viewed, statuses, method }: { viewed: ViewedSituation; statuses: readonly AreaStatus[]; method: string },
): FrozenContent {
  const { period, kind, name, audience, language, sections } = edition;
  const areas = audience === 'public' ? [] : statuses;
  return {
    municipality: viewed.municipality.name,
    period,
    kind,
    name,
    from: viewed.week.firstDay,
    to: viewed.week.lastDay,
    countedTo: viewed.figures.countedTo,
    audience,
    language,
    sections: sections.map(({ id, part, heading, text, edited }) => ({ id, part, heading, text, edited })),
    areas: areas.map(({ areaId, name: area, level, sentence }) => ({ areaId, name: area, level, sentence })),
    method: audience === 'public' ? '' : method,
  };
}

export function digestOf(content: FrozenContent): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}

/** A file travels: the public edition of a week or a month never becomes one, since tables of longer periods could be taken apart with it. */
export function refusePublicPaper(audience: Audience, { kind }: Pick<SituationPeriod, 'kind'>): void {
  if (audience === 'public' && (kind === 'week' || kind === 'month')) throw new DomainError('public-period');
}

function refuseEarly({ audience, publicFrom: day, running }: EditionBody): void {
  if (audience === 'public' && (running || day! > localDate(Date.now())))
    throw new DomainError('public-too-early', { day: day! });
}

function refuseUnfinished(edition: EditionBody, input: NewVersion): void {
  const { audience, sections } = edition;
  refuseEarly(edition);
  if (audience === 'public' && input.classification !== 'open') throw new DomainError('public-is-open');
  const missing = sections.find((section) => section.mustBeWritten && section.text === '');
  if (missing) throw new DomainError('section-missing', { heading: missing.heading });
  if (input.classification === 'may-be-secret' && !input.secrecyBasis)
    throw new DomainError('invalid-request', {}, [{ pointer: '/secrecyBasis', code: 'missing' }]);
}
