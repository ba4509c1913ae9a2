import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { newId } from './identifier.js';

/** One JSON line per request and per job. Paths only: no query, no body, no headers, so nothing personal can slip in. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

export function requestLogger(logger: Logger) {
  return pinoHttp({
    logger,
    genReqId: () => newId(),
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: withoutKey(request.url.split('?')[0]!),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: (error: { type?: string; code?: string }) => ({ type: error.type, code: error.code }),
    },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    autoLogging: { ignore: (request) => request.url?.startsWith('/health') ?? false },
  });
}

/** The address of a calendar feed is its own key: a calendar program can send nothing else. */
function withoutKey(path: string): string {
  return path.replace(/(\/calendar-feeds\/)[^/]+/, '$1…');
}

/** Nest's own messages through the same door. Errors are named, never printed with their contents. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  error(message: unknown): void {
    this.logger.error({ type: message instanceof Error ? message.name : 'Error' }, 'error in the framework');
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
}
