import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { DomainError } from '../app/domain-error.js';

const attemptsPerPair = 8;
const attemptsPerAddress = 60;
const windowSeconds = 15 * 60;

/** Sign-in attempts, counted in the database so that several processes agree; keys are hashed, so no address is stored. */
@Injectable()
export class Throttle {
  private readonly pair: RateLimiterPostgres;
  private readonly address: RateLimiterPostgres;

  constructor(@InjectDataSource() source: DataSource) {
    const client = { query: (query: { text: string; values: unknown[] }) => runAs(source, query) };
    const store = {
      storeClient: client,
      storeType: 'client',
      tableName: 'throttle',
      tableCreated: true,
      duration: windowSeconds,
    };
    this.pair = new RateLimiterPostgres({ ...store, keyPrefix: 'pair', points: attemptsPerPair });
    this.address = new RateLimiterPostgres({ ...store, keyPrefix: 'address', points: attemptsPerAddress });
  }

  /** Takes one attempt; throws `too-many-attempts` when none is left. */
  async spend(email: string, address: string): Promise<void> {
    try {
      await this.address.consume(keyOf(address));
      await this.pair.consume(keyOf(`${email} ${address}`));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new DomainError('too-many-attempts', { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
    }
  }

  /** After a right password. */
  async forgive(email: string, address: string): Promise<void> {
    await this.pair.delete(keyOf(`${email} ${address}`));
    // A town hall is one address: those who sign in rightly do not use up its attempts.
    await this.address.reward(keyOf(address), 1);
  }
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}

/** The limiter brings its own statements; they run under the access role like everything else before sign-in. */
async function runAs(source: DataSource, query: { text: string; values: unknown[] }) {
  return source.transaction(async (manager) => {
    await manager.query('SET LOCAL ROLE narbild_access');
    const runner = manager.queryRunner!;
    const result = await runner.query(query.text, query.values, true);
    return { rows: result.records ?? [], rowCount: result.affected ?? 0 };
  });
}
