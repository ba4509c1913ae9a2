import { newId } from '../app/identifier.js';
import { check } from '../privacy/check.js';
import type { OutcomeLine, StagedRow } from './import-stage.js';
import type { ReadingGround, ReadRow } from './import-reading.js';
import { cellsToKeep } from './mending.js';
import { noPlaced, placedAs, type PlacedCounts } from './placed.js';
import type { ReadingPlan } from './reading-plan.js';

/** What a run has counted so far. */
export interface StagingCounts {
  rowCount: number;
  staged: number;
  sensitive: number;
  outside: number;
  withoutPlace: number;
  readonly placed: PlacedCounts;
}

/** Turns read rows into stage rows and outcomes, and counts along the way. */
export class StagingRun {
  readonly counts: StagingCounts = {
    rowCount: 0,
    staged: 0,
    sensitive: 0,
    outside: 0,
    withoutPlace: 0,
    placed: noPlaced(),
  };

  constructor(
    private readonly plan: ReadingPlan,
    private readonly ground: ReadingGround,
  ) {}

  take(chunk: readonly ReadRow[]): { staged: StagedRow[]; outcomes: OutcomeLine[] } {
    const staged: StagedRow[] = [];
    const outcomes: OutcomeLine[] = [];
    for (const row of chunk) {
      this.counts.rowCount += 1;
      if (row.outcome.outcome === 'rejected') {
        const { code, field, sensitive } = row.outcome;
        const cells = cellsToKeep({ cells: row.cells, sensitive }, this.plan.header.length, this.plan.mapping);
        outcomes.push({ rowNumber: row.number, outcome: 'rejected', code, field, cells: { cells, sensitive } });
      } else if (row.keys!.repeated) {
        outcomes.push({ rowNumber: row.number, outcome: 'duplicate', code: 'repeated-in-file', field: null, cells: null });
      } else staged.push(this.stage(row));
    }
    this.counts.staged += staged.length;
    return { staged, outcomes };
  } // prettier-ignore

  private stage(row: ReadRow): StagedRow {
    if (row.outcome.outcome === 'rejected') throw new Error('a rejected row is not staged');
    const { incident } = row.outcome;
    const { register } = this.ground;
    const keys = row.keys!;
    const { category, subcategory, severity } = register.resolve(incident.categoryCode, incident.subcategory);
    if (incident.sensitive) this.counts.sensitive += 1;
    else if (incident.point === null) this.counts.withoutPlace += 1;
    if (incident.outside) this.counts.outside += 1;
    this.counts.placed[placedAs(incident)] += 1;
    const incidentId = newId();
    const { point } = incident;
    return {
      rowNumber: row.number,
      incidentId,
      eventKey: keys.eventKey ?? incidentId,
      sourceIdentity: keys.identity,
      contentDigest: keys.contentDigest,
      category,
      subcategory,
      severity,
      crimeCode: incident.crimeCode,
      from: new Date(incident.from).toISOString(),
      to: incident.to === null ? null : new Date(incident.to).toISOString(),
      timePrecision: incident.timePrecision,
      x: point?.x ?? null,
      y: point?.y ?? null,
      precision: incident.placement === 'none' ? 'none' : incident.precision,
      placement: incident.placement,
      areaId: incident.areaName === null ? null : register.areaId(incident.areaName),
      dwelling: point !== null && incident.precision !== 'street' && register.dwellingAt(point.x, point.y),
      address: incident.address,
      outside: incident.outside,
      crimeCount: incident.crimeCount,
      sensitive: incident.sensitive,
      description: incident.text,
      cleared: incident.text === null || check(incident.text).length === 0,
    };
  }
}
