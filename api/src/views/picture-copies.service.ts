import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import type { NewPictureCopy, PictureCopy } from './picture-copy.schema.js';

/** Pictures of the map and of charts are made in the browser: here it is written down that they left the page. */
@Injectable()
export class PictureCopiesService {
  constructor(
    private readonly database: Database,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  /** Logs the copy as the export that it is; what the picture is to say of where it comes from. */
  async log(actor: Actor, { what }: NewPictureCopy): Promise<PictureCopy> {
    const { name, demo } = await this.municipalities.get(actor);
    await this.database.withTenant(actor, (manager) =>
      audit(manager, actor, { action: 'export', subject: 'picture', facts: { what } }),
    );
    return { municipality: name, demo, at: new Date().toISOString() };
  }
}
