import { Injectable } from '@nestjs/common';
import type { Polygon, Position as GeoJsonPosition } from 'geojson';
import type { EntityManager } from 'typeorm';
import { ActionsService } from '../actions/actions.service.js';
import type { Actor } from '../app/database.js';
import type { Language } from '../app/language.js';
import { BaseMapsService } from '../briefs/base-maps.service.js';
import { briefWords } from '../briefs/brief-words.js';
import { drawMapIn, type MapContent, type MapOutline } from '../briefs/map-drawing.js';
import { toPosition } from '../geo/projection.js';
import { polygonBody } from '../hotspots/figures-body.js';
import { HotspotsService } from '../hotspots/hotspots.service.js';
import { daySpan, figure } from '../hotspots/sentence-wording.js';
import { circleOf, cornersOf } from '../incidents/incident-filter.js';
import type { IncidentFilter } from '../incidents/incident.schema.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { AreaStatusesService } from '../situation/area-statuses.service.js';
import { weekAround } from '../situation/situation.js';

/** What a frozen view shows. */
interface Shown {
  readonly from: string;
  readonly to: string;
  /** West, south, east, north in degrees. */
  readonly bounds: readonly number[];
  /** Names of the map page's layers. */
  readonly layers: readonly string[];
  readonly filter: Pick<IncidentFilter, 'near' | 'drawn'>;
  readonly events: number;
  readonly points: readonly GeoJsonPosition[];
}

const pictureSize = { width: 480, height: 320 };
/** Corners of a circle: at the size of the picture nobody sees them. */
const corners = 64;

/** Draws what was on the map when a view is frozen: with the layers that were shown, and its words in both languages. */
@Injectable()
export class ViewPicturesService {
  constructor(
    private readonly actions: ActionsService,
    private readonly baseMaps: BaseMapsService,
    private readonly hotspots: HotspotsService,
    private readonly municipalities: MunicipalitiesService,
    private readonly statuses: AreaStatusesService,
  ) {}

  /** Within the caller's transaction, who audits. */
  async draw(manager: EntityManager, actor: Actor, shown: Shown): Promise<string> {
    const has = (layer: string) => shown.layers.includes(layer);
    const { baseMap, attribution } = await this.baseMaps.within(manager, actor);
    const areas = has('omraden') ? await this.areas(manager, actor, shown.to) : [];
    const outlines = has('platser') ? await this.outlines(manager, actor) : [];
    const actions = has('atgarder') ? await this.actionSpots(manager, actor) : [];
    const content = (language: Language): MapContent => ({
      baseMap,
      attribution,
      areas: { type: 'FeatureCollection', features: areas.map((area) => area(language)) },
      outlines,
      actions,
      drawn: drawnArea(shown.filter),
      points: shown.points,
      caption: [daySpan(shown.from, shown.to, language), counted(shown.events, language)],
      words: briefWords[language],
      legend: briefWords[language].legend,
      extent: 'events',
      bounds: shown.bounds as [number, number, number, number],
    });
    return drawMapIn({ sv: content('sv'), en: content('en') }, pictureSize);
  }

  /** The areas with the colour that stands in the week of a day, or of today where the day is to come. */
  private async areas(manager: EntityManager, actor: Actor, day: string) {
    const week = weekAround(Math.min(Date.now(), Date.parse(`${day}T12:00:00Z`)));
    const levels = new Map((await this.statuses.of(manager, actor, week)).map(({ areaId, level }) => [areaId, level]));
    const { features } = await this.municipalities.areasIn(manager, actor.municipalityCode);
    return features.map(({ id, geometry, properties: { name } }) => (language: Language) => {
      const level = levels.get(id) ?? null;
      const judged = level === null ? {} : { level, word: briefWords[language].legend[level] };
      const coordinates = geometry.coordinates.map((rings) => rings.map((ring) => ring.map((corner) => [...corner])));
      return {
        type: 'Feature' as const,
        properties: { name, ...judged },
        geometry: { type: geometry.type, coordinates },
      };
    });
  }

  private async outlines(manager: EntityManager, actor: Actor): Promise<MapOutline[]> {
    const places = await this.hotspots.knownPlaces(manager, actor);
    return places
      .filter(({ stage }) => stage !== 'closed')
      .map(({ number, polygon }) => ({ number, geometry: polygonBody(polygon) }));
  }

  /** What may be secret is not drawn: the picture is read by others too. */
  private async actionSpots(manager: EntityManager, actor: Actor): Promise<number[][]> {
    const open = await this.actions.list(manager, actor, { open: true });
    return open.flatMap(({ classification, position }) => (classification === 'open' && position ? [position] : []));
  }
}

function counted(events: number, language: Language): string {
  const words = briefWords[language];
  return `${figure(events, language)} ${events === 1 ? words.event : words.events}`;
}

/** The area that the filter was drawn with, or the circle round its place; null without either. */
function drawnArea({ drawn, near }: Shown['filter']): Polygon | null {
  if (drawn !== undefined) {
    const ring = cornersOf(drawn).map((corner) => [...corner]);
    return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
  }
  if (near === undefined) return null;
  const { x, y, metres } = circleOf(near);
  const ring = Array.from({ length: corners + 1 }, (_, at) => {
    const turn = ((at % corners) / corners) * 2 * Math.PI;
    return [...toPosition({ x: x + metres * Math.cos(turn), y: y + metres * Math.sin(turn) })];
  });
  return { type: 'Polygon', coordinates: [ring] };
}
