import type { Position as GeoJsonPosition } from 'geojson';
import { assessmentSentence } from '../assessments/assessment.js';
import { toPosition } from '../geo/projection.js';
import { polygonBody } from '../hotspots/figures-body.js';
import { placeFacts } from '../hotspots/place-figures.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { namedRows, type ViewedSituation } from '../situation/situation-body.js';
import { comparedWith, periodName, periodWhen } from '../situation/period-words.js';
import { situationMethod, situationNotices } from '../situation/situation-words.js';
import { briefWords } from './brief-words.js';
import type { DocumentHead } from './document-head.js';
import type { DocumentMap } from './place-document.js';
import type { WeekBrief } from './week-brief.js';

interface WeekDocument {
  readonly head: DocumentHead;
  readonly map: DocumentMap;
  readonly viewed: ViewedSituation;
  /** How the group sees each area in the period's last week. */
  readonly statuses: readonly { readonly areaId: string; readonly level: Level | null }[];
  /** Where open actions are done, in degrees. */
  readonly actions: readonly GeoJsonPosition[];
}

type Level = 'normal' | 'raised' | 'serious';

/** The page of a lägesbild, from the figures that its page on the screen shows. */
export function weekDocument(input: WeekDocument, language: Language): WeekBrief {
  const { head, map, viewed, statuses } = input;
  const { week, figures, hotspots, detail } = viewed;
  const { categories, sources, ...named } = namedRows(viewed);
  const levels = new Map(statuses.map(({ areaId, level }) => [areaId, level]));
  const areas = named.areas.map(({ id, ...row }) => ({ ...row, level: levels.get(id) ?? null }));
  return {
    head,
    week: { year: week.year, number: week.number, from: week.firstDay, to: figures.countedTo },
    ...spanOf(viewed, language),
    priorities: detail.priorities?.areas ?? [],
    count: figures.count,
    usual: figures.usual,
    nullReports: viewed.coverage.expected === 0 ? null : viewed.coverage.nothing,
    areas,
    withoutArea: figures.areas.length === 0 ? 0 : figures.withoutArea,
    categories: categories.map(({ name, count, usual }) => ({ label: name, count, usual })),
    map: {
      baseMap: map.baseMap,
      attribution: map.attribution,
      areas: areaFeatures(viewed, levels, language),
      actions: input.actions,
      outlines: hotspots.map(({ number, row }) => ({ number, geometry: polygonBody(row.polygon.coordinates) })),
      points: map.withPoints ? viewed.placed.map((event) => [...toPosition(event)]) : [],
    },
    hotspots: hotspots.map(({ number, row, figures: place, about }) => ({
      number,
      name: row.name,
      facts: placeFacts(place, about),
    })),
    promises: viewed.promises,
    decisions: [],
    sources,
    notes: [...situationNotices(viewed, language), assessmentSentence(viewed.assessments, language)].filter(Boolean),
    method: situationMethod(figures, week, language),
  };
}

/** What a longer span than a week adds: its name in sentences, and its weeks. */
function spanOf({ week, detail }: ViewedSituation, language: Language): Pick<WeekBrief, 'span' | 'weeks'> {
  const { kind } = week;
  if (kind === 'week') return {};
  const span = { kind, name: periodName(week, language), when: periodWhen(week), compared: comparedWith[kind] };
  const weeks = detail.weeks.map(({ week: text, count, low, high }) => ({
    year: Number(text.slice(0, 4)),
    week: Number(text.slice(-2)),
    count,
    normal: low === null || high === null ? null : { low, high },
  }));
  return { span, weeks };
}

function areaFeatures({ areas }: ViewedSituation, levels: ReadonlyMap<string, Level | null>, language: Language) {
  return {
    type: 'FeatureCollection' as const,
    features: areas.map(({ id, name, geometry }) => {
      const level = levels.get(id) ?? null;
      return {
        type: 'Feature' as const,
        properties: { name, ...(level === null ? {} : { level, word: briefWords[language].legend[level] }) },
        geometry: {
          type: geometry.type,
          coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map((position) => [...position]))),
        },
      };
    }),
  };
}
