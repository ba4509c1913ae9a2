import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import helmet from 'helmet';
import { AppModule } from './app.module.js';
import type { Environment } from './environment.js';
import { createLogger, NestLogger, requestLogger } from './logging.js';
import { ProblemFilter } from './problem.js';
import { RequestPipe } from './request-pipe.js';
import { serveSite } from './site.js';

/** An analysis of 250 kB: 60.6 kB in 3.0 ms of processor; zlib's own choice, 6, takes 7.3 ms for 56.4 kB. */
const gzipLevel = 4;

/** The whole application, not yet listening. Tests make it just like `main.ts` does. */
export async function createApplication(environment: Environment): Promise<NestExpressApplication> {
  const logger = createLogger(environment.logLevel);
  const application = await NestFactory.create<NestExpressApplication>(AppModule.with(environment, logger), {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  application.disable('x-powered-by');
  if (environment.trustProxy) application.set('trust proxy', 1);
  application.use(requestLogger(logger));
  application.use(
    helmet({
      contentSecurityPolicy: { directives: contentSecurity(environment) },
      strictTransportSecurity: environment.publicUrl !== undefined,
    }),
  );
  application.use(compression({ level: gzipLevel }));
  application.useBodyParser('json', { limit: '12mb' });
  application.useGlobalPipes(new RequestPipe());
  application.useGlobalFilters(new ProblemFilter(logger));
  serveSite(application);
  application.enableShutdownHooks();
  return application;
}

/** Nothing comes from elsewhere. MapLibre's worker is a file of ours. */
function contentSecurity(environment: Environment) {
  return {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: environment.publicUrl ? [] : null,
  };
}
