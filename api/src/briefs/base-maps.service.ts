import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayRole } from '../access/permission.js';
import type { Actor } from '../app/database.js';
import type { Language } from '../app/language.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import type { BaseMap } from './map-layers.js';
import type { DocumentMap } from './place-document.js';

interface Kept {
  readonly baseMap: BaseMap;
  readonly attribution: string;
  readonly at: number;
}

const mostKept = 8;
/** A new boundary or map is in the documents after this long. */
const keptFor = 5 * 60_000;

/** The base maps that documents are drawn on, a few in memory: they are large and change seldom. */
@Injectable()
export class BaseMapsService {
  /** By municipality, the one longest unused first. */
  private readonly kept = new Map<number, Kept>();

  constructor(private readonly municipalities: MunicipalitiesService) {}

  /** Opens a transaction of its own: ask before beginning one. */
  async of(actor: Actor): Promise<Omit<Kept, 'at'>> {
    return this.keptOr(actor.municipalityCode, () => this.municipalities.baseMap(actor));
  }

  /** The same within the caller's transaction. */
  async within(manager: EntityManager, { municipalityCode: code }: Actor): Promise<Omit<Kept, 'at'>> {
    return this.keptOr(code, () => this.municipalities.baseMapIn(manager, code));
  }

  /** What a document's map is drawn on for a reader, with its source in words. Opens a transaction of its own. */
  async forDocument(actor: Actor, municipality: { readonly demo: boolean }, language: Language): Promise<DocumentMap> {
    const { baseMap, attribution } = await this.of(actor);
    const invented = language === 'sv' ? 'Exempelkommun, påhittad karta' : 'Example municipality, invented map';
    return {
      baseMap,
      attribution: municipality.demo ? invented : attribution,
      withPoints: mayRole(actor.role, 'incident:read'),
    };
  }

  private async keptOr(code: number, read: () => ReturnType<MunicipalitiesService['baseMap']>): Promise<Kept> {
    const before = this.kept.get(code);
    const now = Date.now();
    const fresh = before !== undefined && now - before.at < keptFor ? before : keptOf(await read(), now);
    this.kept.delete(code);
    this.kept.set(code, fresh);
    for (const oldest of [...this.kept.keys()].slice(0, -mostKept)) this.kept.delete(oldest);
    return fresh;
  }
}

function keptOf({ layers, attribution }: Awaited<ReturnType<MunicipalitiesService['baseMap']>>, at: number): Kept {
  return { baseMap: layers as unknown as BaseMap, attribution, at };
}
