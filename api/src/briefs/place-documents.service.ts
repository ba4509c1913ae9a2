import { Injectable } from '@nestjs/common';
import type { ActionBody } from '../actions/action.schema.js';
import { ActionsService } from '../actions/actions.service.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { refusePersonalData } from '../app/stored-text.js';
import type { CauseBody } from '../hotspots/cause.schema.js';
import { CausesService } from '../hotspots/causes.service.js';
import { ContactsService } from '../hotspots/contacts.service.js';
import { foundBy, HotspotsService, type ViewedHotspot } from '../hotspots/hotspots.service.js';
import type { Language } from '../hotspots/sentence-wording.js';
import type { ContactBody, HotspotWorkBody } from '../hotspots/work.schema.js';
import { WorkService } from '../hotspots/work.service.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { PromisesService, todayInSweden } from '../promises/promises.service.js';
import { BaseMapsService } from './base-maps.service.js';
import type { PlanDocumentQuery } from './document.schema.js';
import type { DocumentHead } from './document-head.js';
import { DocumentNotesService, type Marked } from './document-notes.service.js';
import type { MadeDocument } from './made-document.js';
import { placeBriefPage } from './place-brief.js';
import { placeDocument } from './place-document.js';
import { placeSheet, publicPlaceSheet } from './place-sheet.js';
import { type PlaceWork, workWords } from './place-work.js';
import { renderPlaceBrief, renderSheet } from './renderer.js';
import { sheetDocx } from './sheet-docx.js';

type Told = PlanDocumentQuery['audience'];

interface Written {
  readonly work: HotspotWorkBody;
  readonly causes: readonly CauseBody[];
  readonly contacts: readonly ContactBody[];
}

/** The platsunderlag of a hot spot with the work that is done there, for an audience, of what the asking actor may see. */
@Injectable()
export class PlaceDocumentsService {
  constructor(
    private readonly actions: ActionsService,
    private readonly baseMaps: BaseMapsService,
    private readonly causes: CausesService,
    private readonly contacts: ContactsService,
    private readonly database: Database,
    private readonly hotspots: HotspotsService,
    private readonly municipalities: MunicipalitiesService,
    private readonly notes: DocumentNotesService,
    private readonly promises: PromisesService,
    private readonly work: WorkService,
  ) {}

  /** Throws `not-found`, and `place-secret` where a place that may be secret is asked for by others than those inside. */
  async ofPlace(actor: Actor, id: string, query: PlanDocumentQuery, language: Language): Promise<MadeDocument> {
    refusePersonalData({ '/registrationNumber': query.registrationNumber });
    const { audience, format } = query;
    const about = await this.hotspots.aboutWords(actor);
    const municipality = await this.municipalities.get(actor);
    const map = await this.baseMaps.forDocument(actor, municipality, language);
    const written: Written = {
      work: await this.work.get(actor, id, language),
      causes: await this.causes.list(actor, id),
      contacts: await this.contacts.list(actor, id),
    };
    const made = await this.database.withTenant(actor, async (manager) => {
      const viewed = (await this.hotspots.view(manager, actor, about, id))[0];
      if (!viewed) throw new DomainError('not-found');
      if (audience !== 'internal' && viewed.row.classification !== 'open') throw new DomainError('place-secret');
      const all = await this.actions.list(manager, actor, { hotspotId: id });
      const actions = audience === 'internal' ? all : all.filter(({ classification }) => classification === 'open');
      const promises = (await this.promises.progressList(manager, actor, todayInSweden())).filter(({ hotspotId }) => hotspotId === id); // prettier-ignore
      const marked = markedFor(viewed, query, actions);
      const count = audience === 'public' ? 0 : viewed.figures.count;
      await this.notes.write(manager, actor, marked, { audience, count, facts: { points: audience === 'internal' && map.withPoints } }); // prettier-ignore
      const head = headOf(municipality, marked);
      if (audience === 'public')
        return publicPlaceSheet({ head, name: viewed.row.name, owner: viewed.row.owner_function, actions, promises }, language); // prettier-ignore
      const organisations = await this.municipalities.organisationsIn(manager, actor.municipalityCode);
      return placeDocument(
        {
          head,
          map: { ...map, withPoints: audience === 'internal' && map.withPoints },
          viewed,
          sourceNames: new Map(organisations.map((organisation) => [organisation.id, organisation.name])),
          promises,
          foundBy: foundBy(viewed.row, language),
          partial: !actor.groups.includes('polis'),
          causes: causeLines(written.causes, language),
          work: workFor(written, actions, audience),
        },
        language,
      );
    });
    const fileName = `${audience === 'public' ? 'prioriterad-plats' : 'platsunderlag'}-${todayInSweden()}.${format}`;
    if ('blocks' in made)
      return { bytes: await (format === 'docx' ? sheetDocx(made) : renderSheet(made, { tighten: true })), format, fileName }; // prettier-ignore
    const bytes = format === 'docx' ? await sheetDocx(placeSheet(placeBriefPage(made, language))) : await renderPlaceBrief(made, language); // prettier-ignore
    return { bytes, format, fileName };
  }
}

/** Of its own class unless another is given; with an action that may be secret in it, the paper may be so too. */
function markedFor({ row }: ViewedHotspot, query: PlanDocumentQuery, actions: readonly ActionBody[]): Marked {
  const secret = actions.some(({ classification }) => classification !== 'open');
  return {
    kind: 'place',
    subjectId: row.id,
    registrationNumber: query.registrationNumber || row.registration_number,
    classification: query.classification ?? (secret ? 'may-be-secret' : row.classification),
  };
}

/** The bones first, each with its name, then the tree from its roots, then the chain; each cause once. */
function causeLines(causes: readonly CauseBody[], language: Language): string[] {
  const { bones } = workWords[language];
  const rank = { bone: 0, tree: 1, chain: 2 };
  const lines = [...causes]
    .sort((a, b) => rank[a.kind] - rank[b.kind] || a.depth - b.depth)
    .map(({ bone, text }) => (bone === null ? text : `${bones[bone]}: ${text}`));
  return [...new Set(lines)];
}

/** What was said stays inside; the parties of the cooperation are told that there were talks. */
function workFor({ work, contacts }: Written, actions: readonly ActionBody[], audience: Told): PlaceWork {
  const { problem, followUp } = work;
  const effect = followUp && { sentence: followUp.effectSentence, note: followUp.effectNote };
  return {
    problem,
    actions,
    contacts: [...contacts]
      .sort((a, b) => b.on.localeCompare(a.on))
      .map((contact) => ({ ...contact, said: audience === 'internal' ? contact.said : null })),
    effect: effect && (effect.sentence ?? effect.note) !== null ? effect : null,
  };
}

function headOf({ name, demo }: { name: string; demo: boolean }, marked: Marked): DocumentHead {
  return {
    municipality: { name, demo },
    date: todayInSweden(),
    registration: marked.registrationNumber,
    classification: { level: marked.classification },
  };
}
