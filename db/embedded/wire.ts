/**
 * Frames of the PostgreSQL wire protocol 3.0 (https://www.postgresql.org/docs/current/protocol-message-formats.html).
 * Only as much as a server in front of one engine must know: where a message ends, and what an answer is made of.
 */

const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;

/** A message larger than this is refused rather than gathered in memory. */
export const LARGEST_MESSAGE = 512 * 1024 * 1024;

export type FrontendMessage =
  | { readonly kind: 'encryption' | 'cancel' | 'startup'; readonly bytes: Buffer }
  | { readonly kind: 'typed'; readonly type: string; readonly bytes: Buffer };

/** Cuts a client's byte stream into messages, however the network cut it. Throws RangeError on an impossible length. */
export class MessageReader {
  private chunks: Buffer[] = [];
  private size = 0;
  private started = false;

  push(chunk: Buffer): FrontendMessage[] {
    this.chunks.push(chunk);
    this.size += chunk.length;
    const messages: FrontendMessage[] = [];
    for (let message = this.next(); message; message = this.next()) messages.push(message);
    return messages;
  }

  private next(): FrontendMessage | undefined {
    const header = this.started ? 5 : 8;
    if (this.size < header) return undefined;
    const head = this.gather(header);
    const length = this.started ? 1 + head.readInt32BE(1) : head.readInt32BE(0);
    if (length < header || length > LARGEST_MESSAGE)
      throw new RangeError(`A message of ${length} bytes is not possible`);
    if (this.size < length) return undefined;
    const bytes = this.take(length);
    return this.started
      ? { kind: 'typed', type: String.fromCharCode(bytes[0] ?? 0), bytes }
      : { kind: this.opening(bytes), bytes };
  }

  private opening(bytes: Buffer): 'encryption' | 'cancel' | 'startup' {
    const code = bytes.readInt32BE(4);
    if (code === SSL_REQUEST || code === GSS_REQUEST) return 'encryption';
    if (code === CANCEL_REQUEST) return 'cancel';
    this.started = true;
    return 'startup';
  }

  /** Joins chunks only until the header can be read, so that a large message is copied once and not once per chunk. */
  private gather(bytes: number): Buffer {
    const first = this.chunks[0];
    if (first && first.length >= bytes) return first;
    const joined = Buffer.concat(this.chunks);
    this.chunks = [joined];
    return joined;
  }

  private take(length: number): Buffer {
    const all = this.gather(length);
    const rest = all.subarray(length);
    this.chunks = rest.length > 0 ? [rest, ...this.chunks.slice(1)] : this.chunks.slice(1);
    this.size -= length;
    return all.subarray(0, length);
  }
}

/** One backend message inside an answer. */
export interface Frame {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Cuts a complete answer into its messages. */
export function frames(answer: Buffer): Frame[] {
  const found: Frame[] = [];
  for (let at = 0; at + 5 <= answer.length;) {
    const end = at + 1 + answer.readInt32BE(at + 1);
    found.push({ type: String.fromCharCode(answer[at] ?? 0), bytes: answer.subarray(at, end) });
    at = end;
  }
  return found;
}

/** Sync: ends an extended query. */
export const SYNC = message('S', Buffer.alloc(0));

/** A simple query. */
export function simpleQuery(sql: string): Buffer {
  return message('Q', Buffer.from(`${sql}\0`));
}

/** Parse of an unnamed statement without parameters. */
export function parse(sql: string): Buffer {
  return message('P', Buffer.from(`\0${sql}\0\0\0`));
}

/** ErrorResponse with SQLSTATE and message. */
export function errorResponse(code: string, text: string): Buffer {
  return message('E', Buffer.from(`SERROR\0VERROR\0C${code}\0M${text}\0\0`));
}

/** ReadyForQuery: `I` idle, `T` in a transaction, `E` in a failed one. */
export function readyForQuery(status: string): Buffer {
  return message('Z', Buffer.from(status, 'latin1'));
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}
