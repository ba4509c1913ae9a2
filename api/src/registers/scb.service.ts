import { Inject, Injectable } from '@nestjs/common';
import { codeText } from '../access/access.schema.js';
import { DomainError } from '../app/domain-error.js';
import type { Environment } from '../app/environment.js';
import { ENVIRONMENT } from '../app/injection.js';
import { FeatureFilesService } from '../imports/feature-files.service.js';
import type { FeatureFile } from '../imports/file-feature.js';
import { TableProblem } from '../imports/table-problem.js';
import { boundsOfFile, withResidents } from './scb-areas.js';

const answerMilliseconds = 20_000;
const mostBytes = 60 * 1024 * 1024;
const year = 2025;
const layers = { deso: `stat:DeSO_${year}`, regso: `stat:RegSO_${year}` } as const;
const squares = `stat:befolkning_1km_${year}`;
const nowhere = { bounds: { minX: 0, minY: 0, maxX: 0, maxY: 0 }, contains: () => false };

/**
 * SCB's open WFS (geodata.scb.se, CC0): DeSO and RegSO of one municipality, and residents from the squares of one
 * kilometre. Only the host that is set is asked; an answer that is late, large or no JSON is refused.
 */
@Injectable()
export class ScbService {
  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    private readonly files: FeatureFilesService,
  ) {}

  /** The areas with their residents; without residents when that layer cannot be had. */
  async areas(municipalityCode: number, layer: keyof typeof layers): Promise<FeatureFile> {
    const filter = `kommunkod='${codeText(municipalityCode)}'`;
    const areas = await this.layer(layers[layer], { CQL_FILTER: filter });
    const box = boundsOfFile(areas);
    if (!box) return areas;
    const residents = await this.layer(squares, { bbox: `${box.join(',')},EPSG:3006` }).catch(() => null);
    return residents ? withResidents(areas, residents) : areas;
  }

  private async layer(name: string, filter: Readonly<Record<string, string>>): Promise<FeatureFile> {
    const address = new URL(this.environment.scbUrl);
    const parameters = {
      service: 'WFS', version: '2.0.0', request: 'GetFeature', typeNames: name, outputFormat: 'application/json',
      srsName: 'EPSG:3006', count: '20000', ...filter,
    }; // prettier-ignore
    for (const [key, value] of Object.entries(parameters)) address.searchParams.set(key, value);
    const bytes = await this.fetched(address);
    try {
      return { ...(await this.files.readBytes(bytes, nowhere)), layer: name };
    } catch (error) {
      throw error instanceof TableProblem ? new DomainError('scb-answer-unusable') : error;
    }
  }

  private async fetched(address: URL): Promise<Buffer> {
    try {
      const answer = await fetch(address, {
        redirect: 'error',
        signal: AbortSignal.timeout(answerMilliseconds),
        headers: { Accept: 'application/json', 'User-Agent': 'Narbild (open source, for Swedish municipalities)' },
      });
      if (!answer.ok || !answer.body) throw new DomainError('scb-away');
      const parts: Uint8Array[] = [];
      let size = 0;
      for await (const part of answer.body as AsyncIterable<Uint8Array>) {
        size += part.length;
        if (size > mostBytes) throw new DomainError('scb-answer-unusable');
        parts.push(part);
      }
      return Buffer.concat(parts);
    } catch (error) {
      throw error instanceof DomainError ? error : new DomainError('scb-away');
    }
  }
}
