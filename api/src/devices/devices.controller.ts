import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import {
  device,
  deviceAccount,
  devicePairing,
  newDevice,
  type NewDevice,
  newDeviceFor,
  type NewDeviceFor,
} from './device.schema.js';
import { DevicesService } from './devices.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('devices')
@Controller('api/v1/municipalities/:code')
export class DevicesController {
  constructor(private readonly devices: DevicesService) {}

  /** One's own paired phones, or everybody's for those who look after them. */
  @Get('devices')
  @Requires('device:pair')
  @ApiOkResponse({ standardSchema: z.array(device) })
  list(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.devices.list(actor);
  }

  /** Makes a one-time code that pairs a phone with one's own account for 90 days. */
  @Post('devices')
  @Requires('device:pair')
  @ApiCreatedResponse({ standardSchema: devicePairing })
  create(@Param('code', code) _code: string, @TheActor() actor: Actor, @Body({ schema: newDevice }) body: NewDevice) {
    return this.devices.create(actor, body.name);
  }

  /** Everybody's paired phones. */
  @Get('all-devices')
  @Requires('device:administer')
  @ApiOkResponse({ standardSchema: z.array(device) })
  listAll(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.devices.list(actor);
  }

  /** The accounts that a phone can be paired with. */
  @Get('device-accounts')
  @Requires('device:administer')
  @ApiOkResponse({ standardSchema: z.array(deviceAccount) })
  accounts(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.devices.accounts(actor);
  }

  /** Makes a one-time code that pairs a phone with somebody else's account for 90 days. */
  @Post('all-devices')
  @Requires('device:administer')
  @ApiCreatedResponse({ standardSchema: devicePairing })
  createFor(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newDeviceFor }) body: NewDeviceFor,
  ) {
    return this.devices.create(actor, body.name, body.accountId);
  }

  /** Revokes one of one's own phones. */
  @Delete('devices/:id')
  @HttpCode(204)
  @Requires('device:pair')
  @ApiNoContentResponse()
  revoke(@Param('code', code) _code: string, @Param('id', id) deviceId: string, @TheActor() actor: Actor) {
    return this.devices.revoke(actor, deviceId);
  }

  /** Revokes a phone. */
  @Delete('all-devices/:id')
  @HttpCode(204)
  @Requires('device:administer')
  @ApiNoContentResponse()
  revokeAny(@Param('code', code) _code: string, @Param('id', id) deviceId: string, @TheActor() actor: Actor) {
    return this.devices.revoke(actor, deviceId);
  }
}
