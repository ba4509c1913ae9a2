import { assessmentSentence } from '../assessments/assessment.js';
import { toPosition } from '../geo/projection.js';
import { polygonBody } from '../hotspots/figures-body.js';
import { placeFacts } from '../hotspots/place-figures.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { namedRows, type ViewedSituation } from '../situation/situation-body.js';
import { situationMethod, situationNotices } from '../situation/situation-words.js';
import type { DocumentHead } from './document-head.js';
import type { DocumentMap } from './place-document.js';
import type { WeekBrief } from './week-brief.js';

/** The veckolägesbild, from the figures that its page shows. */
export function weekDocument(
  { head, map, viewed }: { head: DocumentHead; map: DocumentMap; viewed: ViewedSituation },
  language: Language,
): WeekBrief {
  const { week, figures, hotspots } = viewed;
  const { areas, categories, sources } = namedRows(viewed);
  return {
    head,
    week: { year: week.year, number: week.number, from: week.firstDay, to: figures.countedTo },
    count: figures.count,
    usual: figures.usual,
    nullReports: viewed.coverage.expected === 0 ? null : viewed.coverage.nothing,
    areas,
    withoutArea: figures.areas.length === 0 ? 0 : figures.withoutArea,
    categories: categories.map(({ name, count, usual }) => ({ label: name, count, usual })),
    map: {
      baseMap: map.baseMap,
      attribution: map.attribution,
      areas: areaFeatures(viewed),
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

function areaFeatures({ areas }: ViewedSituation) {
  return {
    type: 'FeatureCollection' as const,
    features: areas.map(({ name, geometry }) => ({
      type: 'Feature' as const,
      properties: { name },
      geometry: {
        type: geometry.type,
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map((position) => [...position]))),
      },
    })),
  };
}
