import { type AreaAssessment, verdictOf } from '../assessments/assessment.js';
import type { WeekCoverage } from '../coverage/coverage.js';
import { type GeoJsonMultiPolygon, type MetresMultiPolygon, polygonsContain } from '../geo/polygon.js';
import { type About, figuresBody } from '../hotspots/figures-body.js';
import type { Stage } from '../hotspots/hotspot.js';
import type { CategoryNames, CountedEvent, PlaceFigures } from '../hotspots/place-figures.js';
import { type ProgressFacts, progressSentence } from '../hotspots/progress-sentence.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { weekSentence } from '../hotspots/week-sentence.js';
import { toPosition } from '../geo/projection.js';
import type { ClusterChange } from './cluster-change.js';
import { besides, type SituationPeriod } from './period.js';
import type { RepeatPlace } from './period-detail.js';
import { comparedWith, periodName, periodWhen } from './period-words.js';
import type { SituationFigures } from './situation.js';
import type { SituationBody } from './situation.schema.js';
import { situationMethod, situationNotices } from './situation-words.js';

/** What a week is told with besides its figures; read before the transaction of the figures. */
export interface SituationFrame {
  readonly municipality: { readonly name: string; readonly demo: boolean };
  readonly areas: readonly { readonly id: string; readonly name: string; readonly geometry: GeoJsonMultiPolygon }[];
  readonly categoryNames: CategoryNames;
  /** How many organisations answered: a week without reports is calm only where somebody looked. */
  readonly coverage: WeekCoverage;
  /** Hot spots that were adopted before this are told (epoch milliseconds); left out: to a week after the period. */
  readonly hotspotsTo?: number;
}

/** A hot spot with its figures of the twelve months to the end of the week. */
export interface SituationHotspot {
  readonly row: {
    readonly id: string;
    readonly name: string;
    readonly stage: Stage;
    readonly polygon: { readonly coordinates: MetresMultiPolygon };
  };
  /** Its place in the list of hot spots, which is its number on every map. */
  readonly number: number;
  readonly figures: PlaceFigures;
  readonly about: About;
}

/** A week with everything that its page and its document show. */
export interface ViewedSituation extends SituationFrame {
  readonly week: SituationPeriod;
  readonly figures: SituationFigures;
  /** How those who are there see each area's week. */
  readonly assessments: readonly AreaAssessment[];
  readonly sourceNames: ReadonlyMap<string, string>;
  readonly hotspots: readonly SituationHotspot[];
  readonly promises: readonly {
    readonly id: string;
    readonly title: string;
    readonly hotspotId: string | null;
    readonly commitments: readonly ProgressFacts[];
  }[];
  /** The actor's organisation may not see the police's rows: the picture is a part, and says so. */
  readonly partial: boolean;
  /** The period's events that can be drawn, in metres. */
  readonly placed: readonly CountedEvent[];
  readonly detail: SituationDetail;
}

/** What stands beside the counts. */
export interface SituationDetail {
  readonly hours: readonly (readonly number[])[];
  readonly weeks: SituationBody['weeks'];
  readonly repeatPlaces: readonly (RepeatPlace & { readonly name: string | null })[];
  /** Local dates of the two searches, and what changed between them; null where there were not two. */
  readonly clusters: {
    readonly before: string;
    readonly now: string;
    readonly changes: readonly ClusterChange[];
  } | null;
  /** What the group put first in the tertial. */
  readonly priorities: {
    readonly decidedAt: string;
    readonly areas: readonly { readonly areaId: string; readonly area: string; readonly reason: string }[];
  } | null;
}

/** Areas and categories with their names, as the page, the sentence and the document take them. */
export function namedRows({ figures, areas, categoryNames, sourceNames }: ViewedSituation) {
  const areaNames = new Map(areas.map(({ id, name }) => [id, name]));
  return {
    areas: figures.areas.map(({ key, ...row }) => ({ id: key, name: areaNames.get(key) ?? key, ...row })),
    categories: figures.categories.map(({ key, ...row }) => ({
      code: key,
      name: categoryNames.get(key) ?? { sv: key, en: key },
      ...row,
    })),
    sources: figures.sources.map(({ key, count }) => ({ name: sourceNames.get(key) ?? key, count })),
  };
}

/** A week as it goes on the wire, with its sentences in one language. */
export function situationBody(viewed: ViewedSituation, language: Language, now: number): SituationBody {
  const { week, figures, hotspots, promises, placed } = viewed;
  const { areas, categories, sources } = namedRows(viewed);
  const next = besides(week, 1);
  const sentence = weekSentence(
    {
      week: week.number,
      span: { when: periodWhen(week), compared: comparedWith[week.kind] },
      count: figures.count,
      usual: figures.usual,
      areas,
      categories: categories.map(({ name, count }) => ({ label: name, count })),
      hotspots: hotspots.length,
    },
    language,
  );
  return {
    period: week.text,
    kind: week.kind,
    name: periodName(week, language),
    year: week.year,
    number: week.number,
    from: week.firstDay,
    to: week.lastDay,
    running: figures.running,
    countedTo: figures.countedTo,
    previous: besides(week, -1).text,
    next: next.from > now ? null : next.text,
    sentence,
    notices: situationNotices(viewed, language),
    coverage: viewed.coverage,
    assessments: viewed.assessments.map(({ id, name, people, factors }) => ({
      id,
      name,
      people,
      verdict: verdictOf(factors.map(({ tally }) => tally)),
    })),
    count: figures.count,
    usual: figures.usual,
    outside: figures.outside,
    withoutPlace: figures.withoutPlace,
    unreviewed: figures.unreviewed,
    withoutArea: figures.withoutArea,
    areas,
    categories,
    sources,
    hotspots: hotspots.map((each) => ({
      id: each.row.id,
      number: each.number,
      name: each.row.name,
      stage: each.row.stage,
      weekCount: placed.filter((event) => polygonsContain(each.row.polygon.coordinates, event)).length,
      figures: figuresBody(each.figures, each.about, language),
    })),
    promises: promises.map(({ commitments, ...promise }) => ({
      ...promise,
      commitments: commitments.map(({ comparison, ...facts }) => ({
        ...facts,
        sentence: progressSentence(comparison ? { ...facts, comparison } : facts, language),
      })),
    })),
    ...detailBody(viewed.detail, language),
    method: situationMethod(figures, week, language),
  };
}

function detailBody({ hours, weeks, repeatPlaces, clusters, priorities }: SituationDetail, language: Language) {
  return {
    hours: hours.map((day) => [...day]),
    weeks,
    repeatPlaces: repeatPlaces.map(({ name, count, dates, x, y }) => {
      const [longitude, latitude] = toPosition({ x, y });
      return { name, count, dates, position: [longitude, latitude] as [number, number] };
    }),
    clusters: clusters && {
      before: clusters.before,
      now: clusters.now,
      changes: clusters.changes.map((change) => ({ ...change, sentence: change.sentence[language] })),
    },
    priorities: priorities && {
      decidedAt: priorities.decidedAt,
      areas: priorities.areas.map(({ areaId, area, reason }) => ({ areaId, area, reason })),
    },
  };
}
