import { Injectable } from '@nestjs/common';
import { Throttle } from './throttle.js';

/** Attempts at doors of other features that open by a key, counted as those at signing in are. */
@Injectable()
export class AttemptsService {
  constructor(private readonly throttle: Throttle) {}

  /** Takes one attempt at a door from an address; throws `too-many-attempts` when none is left. */
  async spend(door: string, address: string): Promise<void> {
    await this.throttle.spend(door, address);
  }

  /** After a right key. */
  async forgive(door: string, address: string): Promise<void> {
    await this.throttle.forgive(door, address);
  }
}
