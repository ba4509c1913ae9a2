import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Public } from '../access/requires.js';
import { Database } from './database.js';
import { DomainError } from './domain-error.js';
import { type Capabilities, readCapabilities } from './capabilities.js';

const health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });
const readiness = z
  .object({
    status: z.literal('ready'),
    database: z.object({
      server: z.string(),
      postgis: z.string(),
      embedded: z.boolean(),
      geometryFaultsAreErrors: z.boolean(),
    }),
  })
  .meta({ id: 'Readiness' });

@ApiTags('health')
@Controller('health')
export class HealthController {
  private capabilities: Capabilities | undefined;

  constructor(private readonly database: Database) {}

  /** The process answers. */
  @Get('live')
  @Public('a watchdog has no account')
  @ApiOkResponse({ standardSchema: health })
  live() {
    return { status: 'ok' as const };
  }

  /** The product can be used: the database answers. Tells which engine it is and what it can do. */
  @Get('ready')
  @Public('a watchdog has no account')
  @ApiOkResponse({ standardSchema: readiness })
  async ready() {
    try {
      await this.database.ping();
      this.capabilities ??= await readCapabilities(this.database);
    } catch {
      throw new DomainError('database-away');
    }
    return { status: 'ready' as const, database: this.capabilities };
  }
}
