import type { Bilingual } from '../analysis/bilingual.js';
import { localDate } from '../analysis/calendar.js';
import { toPosition } from '../geo/projection.js';
import { figuresBody, polygonBody } from '../hotspots/figures-body.js';
import type { ClusterBody } from '../hotspots/hotspot.schema.js';
import type { CategoryNames } from '../hotspots/place-figures.js';
import type { Language } from '../hotspots/sentence-wording.js';
import type { AnalysisListBody, AnalysisRunBody } from './analysis.schema.js';
import { type ClusterRow, holdsAnswer, type RunRow, type StoredAnswer, type StoredPlaces } from './analysis-run.js';
import type { AnswerTable, CellValue } from './answer.js';
import { clustersTable, placesChoices, placesSentence } from './places-words.js';
import { methodOf } from './question.js';
import { mixOf, noticesOf } from './run-notices.js';

export interface Reader {
  readonly language: Language;
  readonly names: CategoryNames;
}

/** A stored run as it goes on the wire, in the reader's language. */
export function runBody(run: RunRow, rows: readonly ClusterRow[], reader: Reader): AnalysisRunBody {
  const { result } = run;
  const { period } = result;
  const common = {
    id: run.id,
    state: 'done' as const,
    question: run.kind,
    createdAt: run.created_at.toISOString(),
    periodFrom: localDate(period.from),
    periodTo: localDate(period.to - 1),
    filters: run.filters,
    parameters: run.parameters,
    method: `/docs/methods/${methodOf[run.kind]}`,
    methodVersion: run.method_version,
    inputCount: run.input_count,
    inputHash: run.input_hash,
    sourceMix: mixOf(run, reader.language === 'sv'),
  };
  return holdsAnswer(result)
    ? { ...common, ...answerBody(result, reader.language) }
    : { ...common, ...placesBody(result, { run, rows, reader }) };
}

/** The line of a run in a list. */
export function runLine(run: RunRow, language: Language): AnalysisListBody['items'][number] {
  const { result } = run;
  return {
    id: run.id,
    question: run.kind,
    status: holdsAnswer(result) ? result.answer.status : placesStatus(result),
    sentence: holdsAnswer(result)
      ? result.answer.sentence[language]
      : (result.sentence ?? placesSentence(result.status, []))[language],
    createdAt: run.created_at.toISOString(),
    periodFrom: localDate(result.period.from),
    periodTo: localDate(result.period.to - 1),
    filters: run.filters,
    inputCount: run.input_count,
  };
}

function placesStatus({ status }: StoredPlaces): AnalysisRunBody['status'] {
  return status === 'ok' ? 'answered' : status;
}

function answerBody({ answer }: StoredAnswer, language: Language) {
  const { input } = answer;
  return {
    status: answer.status,
    sentence: answer.sentence[language],
    choices: answer.choices.map((choice) => choice[language]),
    notices: answer.notices.map((notice) => notice[language]),
    total: input.total,
    clustered: input.used,
    leftOut: { ...input.leftOut },
    defaultCoordinates: coordinatesBody(input.defaultCoordinates),
    singleHomes: 0,
    clusters: [],
    geometry: {
      type: 'FeatureCollection' as const,
      features: answer.features.map(({ type, geometry, properties }) => ({
        type,
        geometry: { type: geometry.type, coordinates: [...(geometry.coordinates as unknown[])] },
        properties: inLanguage(properties, language),
      })),
    },
    table: tableBody(answer.table, language),
  };
}

function placesBody(
  result: StoredPlaces,
  { run, rows, reader }: { run: RunRow; rows: readonly ClusterRow[]; reader: Reader },
) {
  const { language } = reader;
  const clusters = rows.map((row) => clusterBody(row, result, reader));
  return {
    status: placesStatus(result),
    sentence: placesSentence(
      result.status,
      rows.map(({ facts }) => ({ name: facts.name, ...facts.figures })),
    )[language],
    choices: placesChoices(run.parameters).map((choice) => choice[language]),
    notices: noticesOf(result, language),
    total: result.total,
    clustered: result.clustered,
    leftOut: { ...result.leftOut },
    defaultCoordinates: coordinatesBody(result.defaultCoordinates),
    singleHomes: result.singleHomes,
    clusters,
    geometry: {
      type: 'FeatureCollection' as const,
      features: clusters.map(({ id, number, polygon }, row) => ({
        type: 'Feature' as const,
        geometry: { type: polygon.type, coordinates: [...polygon.coordinates] },
        properties: { layer: 'cluster', row, id, number },
      })),
    },
    table: tableBody(clustersTable(rows), language),
  };
}

function coordinatesBody(found: StoredPlaces['defaultCoordinates']) {
  return found.map(({ x, y, count }) => ({ position: [...toPosition({ x, y })], count }));
}

function clusterBody(row: ClusterRow, { period, running }: StoredPlaces, { language, names }: Reader): ClusterBody {
  const { facts } = row;
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    name: facts.name,
    polygon: polygonBody(row.polygon.coordinates),
    centre: [...toPosition({ x: row.x, y: row.y })],
    diameterMetres: facts.diameterMetres,
    figures: figuresBody(facts.figures, { period, running, names, name: facts.name }, language),
    hotspotId: row.hotspot_id,
  };
}

function tableBody({ columns, rows }: AnswerTable, language: Language): AnalysisRunBody['table'] {
  return {
    columns: columns.map(({ key, label, unit }) => ({ key, label: label[language], unit: unit?.[language] ?? null })),
    rows: rows.map((row) => inLanguage(row, language)),
  };
}

function inLanguage(values: Readonly<Record<string, CellValue>>, language: Language) {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, isBilingual(value) ? value[language] : value]),
  );
}

function isBilingual(value: CellValue): value is Bilingual {
  return typeof value === 'object' && value !== null;
}
