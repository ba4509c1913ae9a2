import type { Request, Response } from 'express';
import { DomainError } from '../app/domain-error.js';
import type { LiveSink } from './live-meetings.service.js';

/** The revision in Last-Event-ID; null when there is none that could be one. */
export function revisionOf(lastEventId: string | undefined): number | null {
  return lastEventId !== undefined && /^\d{1,9}$/.test(lastEventId) ? Number(lastEventId) : null;
}

/**
 * Turns an answer into a stream of events that ends when either side ends it. The head is sent with the first event, so
 * that what `listen` throws is still an ordinary problem. Throws `not-a-stream` for whoever cannot read one.
 */
export async function openStream(
  request: Request,
  response: Response,
  listen: (sink: LiveSink) => Promise<() => void>,
): Promise<void> {
  if (!/text\/event-stream/.test(request.headers.accept ?? '')) throw new DomainError('not-a-stream');
  const sink: LiveSink = {
    write: (text) => {
      if (!response.headersSent)
        response.writeHead(200, {
          'Content-Type': 'text/event-stream; charset=utf-8',
          // Compression would hold events back.
          'Cache-Control': 'no-store, no-transform',
          'X-Accel-Buffering': 'no',
        });
      if (!response.writableEnded) response.write(text);
    },
    end: () => {
      if (!response.writableEnded) response.end();
    },
  };
  const leave = await listen(sink);
  response.on('close', leave);
  if (response.destroyed || response.closed) leave();
}
