import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { toMetres } from '../geo/projection.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { AnalysesService, askedBefore } from './analyses.service.js';
import { AnalysisInputs } from './analysis-inputs.service.js';
import { AnalysisPool } from './analysis-pool.service.js';
import { clusterRows } from './analysis.queries.js';
import type { ComparisonBody, ExplanationBody, NewComparison } from './analysis.schema.js';
import type { ClusterRow, RunRow } from './analysis-run.js';
import { type ComparedCluster, compareClusters, comparisonSentence } from './comparison.js';
import type { ExplainedCluster } from './explanation.js';
import { canonical } from './canonical.js';

/** What is said of stored runs of `places`: one beside another, and why a place is or is not a cluster. */
@Injectable()
export class RunReadings {
  constructor(
    private readonly database: Database,
    private readonly analyses: AnalysesService,
    private readonly inputs: AnalysisInputs,
    private readonly pool: AnalysisPool,
  ) {}

  /** What is new, gone, the same or changed from the first run to the second. */
  async compare(actor: Actor, { first, second }: NewComparison, language: Language): Promise<ComparisonBody> {
    return this.database.withTenant(actor, async (manager) => {
      const [one, other] = [
        await this.placesRun(manager, actor, first, '/first'),
        await this.placesRun(manager, actor, second, '/second'),
      ];
      const rows = compareClusters(
        (await clusterRows(manager, actor.municipalityCode, one.id)).map(compared),
        (await clusterRows(manager, actor.municipalityCode, other.id)).map(compared),
      );
      await audit(manager, actor, {
        action: 'read',
        subject: 'analysis',
        subjectId: second,
        facts: { comparedWith: first },
      });
      return {
        sentence: comparisonSentence(rows)[language],
        rows: rows.map((row) => ({
          change: row.change,
          name: row.name,
          firstClusterId: row.first?.id ?? null,
          secondClusterId: row.second?.id ?? null,
          firstCount: row.first?.count ?? null,
          secondCount: row.second?.count ?? null,
          sentence: row.sentence[language],
        })),
        notices: differences(one, other, language),
      };
    });
  }

  /** Why there is a cluster where somebody points, or why not. */
  async explain(actor: Actor, id: string, position: readonly number[], language: Language): Promise<ExplanationBody> {
    const [longitude, latitude] = position as [number, number];
    if (!isOnEarth(longitude, latitude))
      throw new DomainError('invalid-request', {}, [{ pointer: '/position', code: 'wrong-form' }]);
    const { run, rows, task } = await this.database.withTenant(actor, async (manager) => {
      const found = await this.placesRun(manager, actor, id, '');
      const loaded = await this.inputs.load(manager, actor, askedBefore(found));
      await audit(manager, actor, {
        action: 'read',
        subject: 'analysis',
        subjectId: id,
        count: loaded.inputCount,
        facts: { explained: true },
      });
      return { run: found, rows: await clusterRows(manager, actor.municipalityCode, id), task: loaded.task };
    });
    const { epsMetres, minPoints } = run.parameters as { epsMetres: number; minPoints: number };
    const clusters = rows.map(explained);
    const told = await this.pool.explain({
      task,
      point: toMetres([longitude, latitude]),
      clusters,
      epsMetres,
      minPoints,
    });
    const named = (clusterId: string) => {
      const { id: found, number, name } = clusters.find((cluster) => cluster.id === clusterId)!;
      return { id: found, number, name };
    };
    return {
      inCluster: told.clusterId ? named(told.clusterId) : null,
      title: told.title[language],
      sentence: told.sentence[language],
      facts: told.facts.map(({ key, holds, text }) => ({ key, holds, text: text[language] })),
      nearest: told.nearest && { ...named(told.nearest.id), metres: told.nearest.metres },
    };
  }

  private async placesRun(manager: EntityManager, actor: Actor, id: string, pointer: string): Promise<RunRow> {
    const run = await this.analyses.mustExist(manager, actor, id);
    if (run.kind !== 'places') throw new DomainError('invalid-request', {}, [{ pointer, code: 'not-a-run-of-places' }]);
    return run;
  }
}

function compared({ id, facts, polygon }: ClusterRow): ComparedCluster {
  return { id, name: facts.name, polygon: polygon.coordinates, count: facts.figures.count };
}

function explained({ id, number, status, facts, polygon, x, y }: ClusterRow): ExplainedCluster {
  const { count, sources, dates, ownHistory, people } = facts.figures;
  return {
    id,
    number,
    status,
    name: facts.name,
    polygon: polygon.coordinates,
    centre: { x, y },
    count,
    sources: sources.length,
    dates,
    ownHistory,
    people: people ?? null,
  };
}

function isOnEarth(longitude: number, latitude: number): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) < 90;
}

/** What differs between the runs themselves and may be the reason of a change. */
function differences(first: RunRow, second: RunRow, language: Language): string[] {
  const sv = language === 'sv';
  const notices: string[] = [];
  const days = ({ result }: RunRow) => `${localDate(result.period.from)}–${localDate(result.period.to - 1)}`;
  if (days(first) !== days(second))
    notices.push(
      sv
        ? `Perioderna är olika: ${days(first)} och ${days(second)}.`
        : `The periods differ: ${days(first)} and ${days(second)}.`,
    );
  if (canonical(first.filters) !== canonical(second.filters))
    notices.push(sv ? 'Urvalen är olika.' : 'The selections differ.');
  const drawnWith = ({ parameters }: RunRow) => canonical([parameters['epsMetres'], parameters['minPoints']]);
  if (drawnWith(first) !== drawnWith(second))
    notices.push(
      sv
        ? 'Gränsen för vad som är tätt är olika, eftersom antalet händelser är det.'
        : 'The threshold of what is dense differs, since the number of incidents does.',
    );
  if (first.method_version !== second.method_version)
    notices.push(sv ? 'Metoden har ändrats mellan körningarna.' : 'The method changed between the runs.');
  return notices;
}
