import { figuresBody } from '../hotspots/figures-body.js';
import { progressSentence } from '../hotspots/progress-sentence.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { weekSentence } from '../hotspots/week-sentence.js';
import { polygonsContain } from '../geo/polygon.js';
import { weekAround } from './situation.js';
import type { SituationBody } from './situation.schema.js';
import { situationMethod, situationNotices } from './situation-words.js';
import type { ViewedSituation } from './situations.service.js';

/** Areas and categories with their names, as the page, the sentence and the document take them. */
export function namedRows({ figures, areas, categoryNames, sourceNames }: ViewedSituation) {
  const areaNames = new Map(areas.features.map(({ id, properties }) => [String(id), String(properties?.['name'])]));
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
  const next = weekAround(week.from, 1);
  const sentence = weekSentence(
    {
      week: week.number,
      count: figures.count,
      usual: figures.usual,
      areas,
      categories: categories.map(({ name, count }) => ({ label: name, count })),
      hotspots: hotspots.length,
    },
    language,
  );
  return {
    week: week.text,
    year: week.year,
    number: week.number,
    from: week.firstDay,
    to: week.lastDay,
    running: figures.running,
    countedTo: figures.countedTo,
    previousWeek: weekAround(week.from, -1).text,
    nextWeek: next.from > now ? null : next.text,
    sentence,
    notices: situationNotices(figures, week, language),
    count: figures.count,
    usual: figures.usual,
    outside: figures.outside,
    withoutPlace: figures.withoutPlace,
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
      commitments: commitments.map((facts) => ({ ...facts, sentence: progressSentence(facts, language) })),
    })),
    method: situationMethod(figures, week, language),
  };
}
