import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayRole } from '../access/permission.js';
import { ActionsService } from '../actions/actions.service.js';
import { dateOfDay, localDate, mondayOf, startOfDay } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import type { Language } from '../app/language.js';
import { refusePersonalData } from '../app/stored-text.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { polygonsContain } from '../geo/polygon.js';
import { toPosition } from '../geo/projection.js';
import { polygonBody } from '../hotspots/figures-body.js';
import { HotspotsService, type ViewedHotspot } from '../hotspots/hotspots.service.js';
import { PlaceEventsService } from '../hotspots/place-events.service.js';
import type { CountedEvent } from '../hotspots/place-figures.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { AreaStatusesService } from '../situation/area-statuses.service.js';
import { hoursOf } from '../situation/period-detail.js';
import { weekAround } from '../situation/situation.js';
import { BaseMapsService } from './base-maps.service.js';
import { briefWords } from './brief-words.js';
import type { Picture } from './charts.js';
import type { WeekDocumentQuery } from './document.schema.js';
import { DocumentNotesService } from './document-notes.service.js';
import type { MadeDocument } from './made-document.js';
import { drawMap } from './map-drawing.js';
import { renderSheet } from './renderer.js';
import { sheetDocx } from './sheet-docx.js';
import { isWeekend, type WeekendFacts, weekendSheet } from './weekend-sheet.js';

const weekendsBefore = 12;
const mapSize = { width: 322, height: 190 };

/** "Inför helgen" on one A4, of what the asking actor may see. */
@Injectable()
export class WeekendDocumentsService {
  constructor(
    private readonly database: Database,
    private readonly municipalities: MunicipalitiesService,
    private readonly hotspots: HotspotsService,
    private readonly events: PlaceEventsService,
    private readonly calendar: CalendarService,
    private readonly actions: ActionsService,
    private readonly statuses: AreaStatusesService,
    private readonly baseMaps: BaseMapsService,
    private readonly notes: DocumentNotesService,
  ) {}

  /** For the weekend of the week in which `day` lies. */
  async ofWeekend(actor: Actor, day: string, query: WeekDocumentQuery, language: Language): Promise<MadeDocument> {
    refusePersonalData({ '/registrationNumber': query.registrationNumber });
    const about = await this.hotspots.aboutWords(actor);
    const municipality = await this.municipalities.get(actor);
    const noon = Date.parse(`${day}T12:00:00Z`);
    const friday = dateOfDay(mondayOf(noon) + 4);
    const { baseMap, attribution } = await this.baseMaps.of(actor);
    const sheet = await this.database.withTenant(actor, async (manager) => {
      const viewed = await this.hotspots.view(manager, actor, about);
      const loaded = viewed[0]?.loaded ?? (await this.events.load(manager, actor));
      const until = Math.min(Date.now(), startOfDay(mondayOf(noon) + 4));
      const span = { from: startOfDay(mondayOf(until) - 7 * weekendsBefore), to: until };
      const counted = loaded.events.filter(({ from, outside }) => !outside && from >= span.from && from < span.to && isWeekend(from)); // prettier-ignore
      const open = viewed.filter(({ row }) => row.stage !== 'closed');
      const classification = query.classification ?? 'open';
      const registrationNumber = query.registrationNumber || null;
      const marked = { kind: 'weekend', subjectId: friday, classification, registrationNumber } as const;
      await this.notes.write(manager, actor, marked, { count: counted.length });
      const draw = (): Picture => this.map(actor, { open, counted, baseMap, attribution: municipality.demo ? invented(language) : attribution, language }); // prettier-ignore
      const facts: WeekendFacts = {
        head: {
          municipality: { name: municipality.name, demo: municipality.demo },
          date: localDate(Date.now()),
          registration: registrationNumber,
          classification: { level: classification },
        },
        friday,
        weekends: weekendsBefore,
        count: counted.length,
        hours: hoursOf(counted, span), // prettier-ignore
        spots: open.map((spot) => ({ number: spot.number, name: spot.row.name, count: inside(spot, counted) })),
        coming: await this.coming(manager, actor, friday),
        decisions: await this.decisions(manager, actor, friday),
        colours: (await this.statuses.of(manager, actor, weekAround(noon))).flatMap(({ name, level, sentence }) => (level === null ? [] : [{ area: name, level, sentence }])), // prettier-ignore
        map: open.length === 0 && counted.length === 0 ? null : draw(),
        partial: !actor.groups.includes('polis'),
      };
      return weekendSheet(facts, language);
    });
    const { format } = query;
    const bytes = format === 'docx' ? await sheetDocx(sheet) : await renderSheet(sheet, { tighten: true });
    return { bytes, format, fileName: `infor-helgen-${friday}.${format}` };
  }

  private async coming(manager: EntityManager, actor: Actor, friday: string): Promise<WeekendFacts['coming']> {
    const sunday = dateOfDay(Math.round(Date.parse(`${friday}T00:00:00Z`) / 86_400_000) + 2);
    const entries = await this.calendar.between(manager, actor, friday, sunday);
    return entries.map(({ date, endDate, title, parts }) => ({ date, endDate, title, police: parts.police, municipality: parts.municipality })); // prettier-ignore
  }

  /** Open decisions that are due or followed up by the Monday after, and those that work with a hot spot. Those that may be secret stay out of a sheet that is carried about. */
  private async decisions(manager: EntityManager, actor: Actor, friday: string): Promise<WeekendFacts['decisions']> {
    const monday = dateOfDay(Math.round(Date.parse(`${friday}T00:00:00Z`) / 86_400_000) + 3);
    const open = await this.actions.list(manager, actor, { open: true });
    return open
      .filter(
        ({ classification, due, followUpOn, hotspotId }) =>
          classification === 'open' &&
          (hotspotId !== null || (due !== null && due <= monday) || (followUpOn !== null && followUpOn <= monday)),
      ) // prettier-ignore
      .map(({ what, ownerFunction, organisation, due }) => ({ what, who: `${ownerFunction}, ${organisation}`, due }));
  }

  private map(
    actor: Actor,
    shown: {
      open: readonly ViewedHotspot[];
      counted: readonly CountedEvent[];
      baseMap: Awaited<ReturnType<BaseMapsService['of']>>['baseMap'];
      attribution: string;
      language: Language;
    },
  ): Picture {
    const { open, counted, language } = shown;
    const drawn = counted.filter(({ x, precision }) => Number.isFinite(x) && precision !== 'area');
    const points = mayRole(actor.role, 'incident:read') ? drawn.map((event) => [...toPosition(event)]) : [];
    const outlines = open.map(({ number, row }) => ({ number, geometry: polygonBody(row.polygon.coordinates) }));
    const caption =
      language === 'sv' ? ['Helger', `${weekendsBefore} veckor`] : ['Weekends', `${weekendsBefore} weeks`];
    const svg = drawMap({ baseMap: shown.baseMap, attribution: shown.attribution, outlines, points, caption, words: briefWords[language], extent: 'events' }, mapSize); // prettier-ignore
    const names = open.map(({ number, row }) => `${number} ${row.name}`).join(', ');
    const alt = language === 'sv' ? `Karta över de senaste helgernas händelser. Hot spots: ${names || 'inga'}.` : `Map of the incidents of the latest weekends. Hot spots: ${names || 'none'}.`; // prettier-ignore
    return { svg, alt };
  }
}

function inside({ row }: ViewedHotspot, events: readonly CountedEvent[]): number {
  return events.filter((event) => Number.isFinite(event.x) && polygonsContain(row.polygon.coordinates, event)).length;
}

function invented(language: Language): string {
  return language === 'sv' ? 'Exempelkommun, påhittad karta' : 'Example municipality, invented map';
}
