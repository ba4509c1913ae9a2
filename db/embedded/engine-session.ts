import {
  errorResponse,
  type Frame,
  frames,
  type FrontendMessage,
  parse,
  readyForQuery,
  simpleQuery,
  SYNC,
} from './wire.js';

/** What is needed of PGlite: hand in one protocol message, get the raw answer. */
export interface Engine {
  execProtocolRawStream(message: Uint8Array, options: { onRawData: (data: Uint8Array) => void }): Promise<void>;
}

export interface Answer {
  /** What the client is to hear. */
  readonly reply: Buffer;
  /** True when the engine is free for another client. */
  readonly idle: boolean;
}

/** Which backend messages finish the answer to a step of an extended query. E is an error, always possible. */
const FINISHED_BY: Readonly<Record<string, string>> = { P: '1E', B: '2E', D: 'TnE', E: 'CsE', C: '3E' };

const SWALLOWED = errorResponse(
  'XX000',
  'The embedded database broke off without an error, probably on an invalid geometry (GEOS). ' +
    'An open transaction is undone. Wrap the geometry in ST_MakeValid.',
);
const NO_COPY = errorResponse('0A000', 'The embedded database has no COPY FROM STDIN. Use INSERT.');
/** Not SQL, on purpose: an error is the only way to make the engine undo what it believes went well. */
const FAULT = parse('narbild undoes');
const COPY_FROM_STDIN = /^[^']*\bcopy\b[^']*\bfrom\s+stdin\b/i;

/**
 * Talks with PGlite as a PostgreSQL backend should answer, and repairs three things that PGlite 0.5.8 does not:
 * a C++ exception (GEOS) ends the statement without an error, and the transaction would commit half of it - here it
 * becomes an error and is undone (a simple query outside a transaction is already committed then); an error inside an extended query is followed by one
 * ReadyForQuery too many; COPY FROM STDIN ends the process.
 */
export class EngineSession {
  /** After an error in an extended query everything is skipped until the client's Sync. */
  private skipping = false;
  private broken = false;
  /** PGlite also says "the query was empty" when it broke off, so that is believed of an empty query only. */
  private blank = false;

  constructor(private readonly engine: Engine) {}

  async answer(message: FrontendMessage): Promise<Answer> {
    if (message.kind !== 'typed') return { reply: await this.tell(message.bytes), idle: true };
    if (message.type === 'S') return this.sync();
    if (this.skipping) return { reply: Buffer.alloc(0), idle: false };
    if (/^[QP]$/.test(message.type) && copiesFromClient(message.bytes)) return this.refuseCopy(message.type);
    return message.type === 'Q' ? this.simple(message.bytes) : this.step(message.type, message.bytes);
  }

  /** Undoes whatever a client left behind that went away in the middle. */
  async abandon(): Promise<void> {
    this.skipping = false;
    this.broken = false;
    const status = await this.undo();
    if (status !== 'I') await this.tell(simpleQuery('ROLLBACK'));
  }

  private async simple(bytes: Buffer): Promise<Answer> {
    const reply = await this.tell(bytes);
    const told = frames(reply);
    const last = told.at(-1);
    if (last?.type === 'Z' && told.some((frame) => 'CIE'.includes(frame.type)) && !brokeOff(told)) {
      return { reply, idle: statusOf(last) === 'I' };
    }
    const status = await this.undo();
    const kept = told.filter((frame) => !'CZ'.includes(frame.type)).map((frame) => frame.bytes);
    return { reply: Buffer.concat([...kept, SWALLOWED, readyForQuery(status)]), idle: status === 'I' };
  }

  private async step(type: string, bytes: Buffer): Promise<Answer> {
    const told = frames(await this.tell(bytes)).filter((frame) => frame.type !== 'Z');
    if (type === 'P') this.blank = isBlank(bytes);
    const finishing = type === 'E' && this.blank ? 'IE' : FINISHED_BY[type];
    if (told.some((frame) => frame.type === 'E')) this.skipping = true;
    else if (brokeOff(told) || (finishing && !told.some((frame) => finishing.includes(frame.type)))) {
      this.skipping = true;
      this.broken = true;
      const kept = told.filter((frame) => frame.type !== 'C').map((frame) => frame.bytes);
      return { reply: Buffer.concat([...kept, SWALLOWED]), idle: false };
    }
    return { reply: Buffer.concat(told.map((frame) => frame.bytes)), idle: false };
  }

  private async sync(): Promise<Answer> {
    const broken = this.broken;
    this.skipping = false;
    this.broken = false;
    if (broken) {
      const status = await this.undo();
      return { reply: readyForQuery(status), idle: status === 'I' };
    }
    const reply = await this.tell(SYNC);
    const told = frames(reply);
    const last = told.at(-1);
    const idle = last?.type === 'Z' && statusOf(last) === 'I';
    return { reply: brokeOff(told) ? Buffer.concat([SWALLOWED, reply]) : reply, idle };
  }

  /** Makes the open (perhaps implicit) transaction fail, and says where the engine stands then. */
  private async undo(): Promise<string> {
    await this.tell(FAULT);
    const last = frames(await this.tell(SYNC)).at(-1);
    if (last?.type !== 'Z') throw new Error('The engine does not answer Sync');
    return statusOf(last);
  }

  private async refuseCopy(type: string): Promise<Answer> {
    if (type === 'P') {
      this.skipping = true;
      this.broken = true;
      return { reply: NO_COPY, idle: false };
    }
    const status = await this.undo();
    return { reply: Buffer.concat([NO_COPY, readyForQuery(status)]), idle: status === 'I' };
  }

  private async tell(bytes: Uint8Array): Promise<Buffer> {
    const parts: Buffer[] = [];
    await this.engine.execProtocolRawStream(new Uint8Array(bytes), {
      onRawData: (data) => void parts.push(Buffer.from(data)),
    });
    return Buffer.concat(parts);
  }
}

function statusOf(ready: Frame): string {
  return String.fromCharCode(ready.bytes[5] ?? 0);
}

/**
 * Did PGlite break off inside a statement that it then calls complete? Seen on 0.5.8: a command tag `???`, a row count
 * in the tag that is not the number of rows sent, and a warning about resources that nobody closed.
 * A SELECT in a transaction that breaks off before its first row shows only at COMMIT.
 */
function brokeOff(told: readonly Frame[]): boolean {
  let rows = 0;
  for (const frame of told) {
    if (frame.type === 'D') rows++;
    else if (frame.type === 'N' && frame.bytes.includes('ResourceOwnerReleaseAll')) return true;
    else if (frame.type === 'C') {
      const tag = frame.bytes.subarray(5, -1).toString('latin1');
      const counted = /\d+$/.exec(tag);
      if (tag === '???' || (rows > 0 && counted && Number(counted[0]) !== rows)) return true;
      rows = 0;
    }
  }
  return false;
}

/** A Parse message holds the statement's name, then its text, each ended by zero. */
function isBlank(bytes: Buffer): boolean {
  const from = bytes.indexOf(0, 5) + 1;
  const text = bytes.subarray(from, bytes.indexOf(0, from)).toString('utf8');
  return text.length < 10_000 && /^(\s|;|--[^\n]*(\n|$))*$/.test(text);
}

function copiesFromClient(bytes: Buffer): boolean {
  return COPY_FROM_STDIN.test(bytes.subarray(5, 2005).toString('utf8'));
}
