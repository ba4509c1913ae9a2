import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { demoAccounts, sessionBody, signIn, type SessionBody, type SignIn } from './access.schema.js';
import { type Caller, Public, RequiresSignIn, TheCaller } from './requires.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('session')
@Controller('api/v1')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  /** Who is signed in, and what they may do where. */
  @Get('session')
  @RequiresSignIn()
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

  /** Signs out; the session is worthless afterwards everywhere. */
  @Delete('session')
  @HttpCode(204)
  @RequiresSignIn()
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
