import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { localDate, type Period } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { inTurns } from '../app/turns.js';
import { toPosition } from '../geo/projection.js';
import { auditedFilter } from '../incidents/incident-filter.js';
import { earliest, type IncidentRows } from '../incidents/incident-rows.js';
import { IncidentRowsService } from '../incidents/incident-rows.service.js';
import type { IncidentFilter } from '../incidents/incident.schema.js';
import { select } from '../incidents/row-selection.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { squareId } from '../tiles/squares.js';
import { differenceOf } from './difference.js';
import type { FigureSetBody, FiguresBody, FiguresQuery } from './figure.schema.js';
import { type Count, daysIn, type PeriodFigures, periodFigures, periodOf } from './figures.js';

/** Reporting began before its first report: a quiet first week is no reason to lose a whole year of comparison. */
const startSlack = 7 * 86_400_000;

interface Names {
  readonly categories: ReadonlyMap<string, { readonly sv: string; readonly en: string }>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly areas: ReadonlyMap<string, string>;
}

/** The figures beside the map: of one filter, for one period or two, each with the list that it can be opened as. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly database: Database,
    private readonly rows: IncidentRowsService,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  /** Counts what the actor may see. Throws `drawn-area-crosses`. */
  async figures(actor: Actor, { compareFrom, compareTo, ...filter }: FiguresQuery): Promise<FiguresBody> {
    const names = await this.names(actor);
    return this.database.withTenant(actor, async (manager) => {
      const { rows, revision } = await this.rows.within(manager, actor);
      const now = await this.count(rows, filter);
      const facts = { filter: auditedFilter(filter), ...(compareFrom ? { compareFrom, compareTo } : {}) };
      const set = await this.body(manager, actor, { ...now, filter, names });
      const compared =
        compareFrom && compareTo
          ? await this.compared(manager, actor, {
              now,
              rows,
              names,
              filter: { ...filter, from: compareFrom, to: compareTo },
            })
          : null;
      const count = set.totals.events + (compared?.period.totals.events ?? 0);
      await audit(manager, actor, { action: 'read', subject: 'event', count, facts: { ...facts, figures: true } });
      const short = createHash('sha256').update(revision).digest('base64url').slice(0, 22);
      return { ...set, revision: short, compared };
    });
  }

  private async count(rows: IncidentRows, filter: IncidentFilter): Promise<{ period: Period; figures: PeriodFigures }> {
    const { from: _, to: __, ...anyTime } = filter;
    const period = periodOf(filter, rows, Date.now());
    const first = earliest(rows);
    const selection = await inTurns(select(rows, filter));
    const isDated = filter.from !== undefined || filter.to !== undefined;
    const allYears = isDated ? await inTurns(select(rows, anyTime)) : selection;
    const historyFrom = first === null ? null : first - startSlack;
    return { period, figures: await inTurns(periodFigures({ selection, allYears, period, historyFrom })) };
  }

  private async compared(
    manager: EntityManager,
    actor: Actor,
    about: {
      now: { period: Period; figures: PeriodFigures };
      rows: IncidentRows;
      names: Names;
      filter: IncidentFilter;
    },
  ): Promise<FiguresBody['compared']> {
    const { now, rows, names, filter } = about;
    const then = await this.count(rows, filter);
    const days = [daysIn(now.period), daysIn(then.period)] as const;
    const difference = (events: number, before: number) =>
      differenceOf({ events, days: days[0] }, { events: before, days: days[1] });
    const both = <Key>(pick: (figures: PeriodFigures) => readonly (readonly [Key, Count])[]) => {
      const [first, second] = [new Map(pick(now.figures)), new Map(pick(then.figures))];
      return [...new Set([...first.keys(), ...second.keys()])].map(
        (key) => [key, difference(first.get(key)?.events ?? 0, second.get(key)?.events ?? 0)] as const,
      );
    };
    return {
      period: await this.body(manager, actor, { ...then, filter, names }),
      difference: difference(now.figures.totals.events, then.figures.totals.events),
      categories: both(({ categories }) => categories.map((one) => [one.code, one] as const)).map(([code, each]) => ({
        code,
        difference: each,
      })),
      areas: both(({ areas }) => areas.map((one) => [one.areaId, one] as const)).map(([areaId, each]) => ({
        areaId,
        difference: each,
      })),
    };
  }

  private async body(
    manager: EntityManager,
    actor: Actor,
    about: { period: Period; figures: PeriodFigures; filter: IncidentFilter; names: Names },
  ): Promise<FigureSetBody> {
    const { period, figures, filter, names } = about;
    const { places, categories, organisations, areas, hotTimes, ...plain } = figures;
    const placeNames = await this.municipalities.namesNear(
      manager,
      actor.municipalityCode,
      places.map(({ centre }) => centre),
    );
    return {
      from: localDate(period.from),
      to: localDate(period.to - 1),
      ...(plain as Omit<
        FigureSetBody,
        'from' | 'to' | 'hotTimes' | 'categories' | 'organisations' | 'areas' | 'places'
      >),
      hotTimes: hotTimes.map(({ weekdays, fromHour, toHour, share }) => ({
        fromHour,
        toHour,
        share,
        weekdays: weekdays.map((day) => day + 1),
      })),
      categories: categories.map((one) => ({
        ...one,
        name: names.categories.get(one.code) ?? { sv: one.code, en: one.code },
      })),
      organisations: organisations.map((one) => ({
        ...one,
        name: names.organisations.get(one.organisationId ?? '') ?? null,
      })),
      areas: areas.map((one) => ({ ...one, name: names.areas.get(one.areaId ?? '') ?? null })),
      places: places.map(({ centre, x, y, drawn, events, crimes }, at) => ({
        name: placeNames[at] ?? null,
        position: [...toPosition(centre)],
        square: squareId({ x, y }),
        drawn: filter.drawn ? null : drawn,
        events,
        crimes,
      })),
    };
  }

  private async names(actor: Actor): Promise<Names> {
    const categories = await this.municipalities.categories(actor);
    const organisations: { id: string; name: string }[] = await this.municipalities.organisations(actor);
    const areas = await this.municipalities.areas(actor);
    return {
      categories: new Map(categories.map(({ code, name }) => [code, name])),
      organisations: new Map(organisations.map(({ id, name }) => [id, name])),
      areas: new Map(areas.features.map(({ properties }) => [properties.id, properties.name])),
    };
  }
}
