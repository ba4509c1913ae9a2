import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  demoAccounts,
  pairing,
  type Pairing,
  sessionBody,
  signIn,
  type SessionBody,
  type SignIn,
} from './access.schema.js';
import { DeviceSessionsService } from './device-sessions.service.js';
import { type Caller, Public, RequiresSignInOrDevice, TheCaller } from './requires.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('session')
@Controller('api/v1')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly devices: DeviceSessionsService,
  ) {}

  /** Who is signed in, and what they may do where. */
  @Get('session')
  @RequiresSignInOrDevice()
  @ApiOkResponse({ standardSchema: sessionBody })
  current(@TheCaller() caller: Caller): SessionBody {
    return this.sessions.current(caller);
  }

  /** Signs in with a local account. */
  @Post('session')
  @HttpCode(200)
  @Public('there is nobody before sign-in')
  @ApiOkResponse({ standardSchema: sessionBody })
  async signIn(
    @Body({ schema: signIn }) body: SignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const opened = await this.sessions.signIn(body, request.ip ?? '');
    response.setHeader('Set-Cookie', opened.cookie);
    return opened.body;
  }

  /** Pairs this phone by the one-time code of a QR square; from then on it may report, and nothing else. */
  @Post('device-session')
  @HttpCode(200)
  @Public('the code is the proof; it works once and for a quarter of an hour')
  @ApiOkResponse({ standardSchema: sessionBody })
  async pair(
    @Body({ schema: pairing }) body: Pairing,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionBody> {
    const { caller, cookie } = await this.devices.pair(body.code, request.ip ?? '');
    response.setHeader('Set-Cookie', cookie);
    return this.sessions.current(caller);
  }

  /** Signs out; the session is worthless afterwards everywhere. */
  @Delete('session')
  @HttpCode(204)
  @RequiresSignInOrDevice()
  @ApiNoContentResponse()
  async signOut(@TheCaller() caller: Caller, @Res({ passthrough: true }) response: Response): Promise<void> {
    response.setHeader('Set-Cookie', await this.sessions.signOut(caller));
  }

  /** The accounts of the example municipality, while it is shown on loopback. */
  @Get('demo-accounts')
  @Public('the sign-in page offers them; they exist in demo mode only')
  @ApiOkResponse({ standardSchema: demoAccounts })
  demoAccounts() {
    return this.sessions.demoAccounts();
  }
}
