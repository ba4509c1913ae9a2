import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { ActionsService } from '../actions/actions.service.js';
import { readNear } from '../actions/action.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { type Metres, toMetres } from '../geo/projection.js';
import { HotspotsService } from '../hotspots/hotspots.service.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { PromisesService } from '../promises/promises.service.js';
import { actionPast, dayOfAction, hotspotPast, promisePast } from './place-history.js';
import { hotspotsNear, presenceDose } from './presence.queries.js';
import type { PlaceHistoryItem } from './presence.schema.js';

interface Around {
  readonly point: Metres;
  readonly metres: number;
}

type NearHotspot = Awaited<ReturnType<typeof hotspotsNear>>[number];

/** Vad har vi gjort här förut? What was done and promised near a place, and how it went. */
@Injectable()
export class PlaceHistoryService {
  constructor(
    private readonly database: Database,
    private readonly hotspots: HotspotsService,
    private readonly actions: ActionsService,
    private readonly promises: PromisesService,
  ) {}

  /** The newest first. Throws `near-unreadable`. Secret actions are shown to those who write actions only. */
  async near(actor: Actor, text: string): Promise<PlaceHistoryItem[]> {
    const near = readNear(text);
    if (near === null) throw new DomainError('invalid-request', {}, [{ pointer: '/near', code: 'near-unreadable' }]);
    const around = { point: toMetres(near.position), metres: near.metres };
    const about = await this.hotspots.aboutWords(actor);
    return this.database.withTenant(actor, async (manager) => {
      const spots = await hotspotsNear(manager, actor.municipalityCode, around);
      const items = [
        ...(await this.hotspotItems(manager, actor, spots, about)),
        ...(await this.actionItems(manager, actor, text, { around, spots })),
        ...(await this.promiseItems(manager, actor, spots)),
      ];
      await audit(manager, actor, { action: 'read', subject: 'place_history', count: items.length });
      return items.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
    });
  }

  private async hotspotItems(
    manager: EntityManager,
    actor: Actor,
    spots: readonly NearHotspot[],
    about: Awaited<ReturnType<HotspotsService['aboutWords']>>,
  ): Promise<PlaceHistoryItem[]> {
    if (spots.length === 0) return [];
    const distances = new Map(spots.map(({ id, metres }) => [id, metres]));
    const viewed = (await this.hotspots.view(manager, actor, about)).filter(({ row }) => distances.has(row.id));
    const items: PlaceHistoryItem[] = [];
    for (const { row, figures } of viewed) {
      const { minutes } = await presenceDose(manager, actor.municipalityCode, { hotspotId: row.id, days: 28 });
      const on = localDate(row.adopted_at.getTime());
      const { latest28Days, mean28DaysBefore } = figures;
      const past = { stage: row.stage, adoptedOn: on, latest28Days, mean28DaysBefore, minutes };
      const sentence = (language: Language) => hotspotPast(past, language, localDate(Date.now()));
      items.push({
        kind: 'hotspot',
        id: row.id,
        hotspotId: row.id,
        on,
        title: row.name,
        sentence: { sv: sentence('sv'), en: sentence('en') },
        metres: Math.round(distances.get(row.id)!),
      });
    }
    return items;
  }

  private async actionItems(
    manager: EntityManager,
    actor: Actor,
    near: string,
    { around, spots }: { around: Around; spots: readonly NearHotspot[] },
  ): Promise<PlaceHistoryItem[]> {
    const found = await this.actions.list(manager, actor, { near });
    const today = localDate(Date.now());
    return found.map((action) => {
      const place = action.position === null ? null : toMetres(action.position as [number, number]);
      const own = place && Math.hypot(place.x - around.point.x, place.y - around.point.y);
      const metres = own ?? spots.find(({ id }) => id === action.hotspotId)?.metres ?? null;
      return {
        kind: 'action' as const,
        id: action.id,
        hotspotId: action.hotspotId,
        on: dayOfAction({ due: action.due, decidedOn: localDate(Date.parse(action.createdAt)) }, today),
        title: action.what,
        sentence: { sv: actionPast(action, 'sv'), en: actionPast(action, 'en') },
        metres: metres === null ? null : Math.round(metres),
      };
    });
  }

  private async promiseItems(
    manager: EntityManager,
    actor: Actor,
    spots: readonly NearHotspot[],
  ): Promise<PlaceHistoryItem[]> {
    const items: PlaceHistoryItem[] = [];
    for (const { id } of spots)
      for (const promise of await this.promises.forHotspot(manager, actor, id))
        items.push({
          kind: 'promise',
          id: promise.id,
          hotspotId: id,
          on: promise.periodFrom,
          title: promise.title,
          sentence: { sv: promisePast(promise.commitments, 'sv'), en: promisePast(promise.commitments, 'en') },
          metres: null,
        });
    return items;
  }
}
