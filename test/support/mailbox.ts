import { type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** A real mail server on this machine that keeps what it gets. */
export class Mailbox {
  readonly letters: Received[] = [];
  /** Refuses whatever comes until it is set back. */
  refuses = false;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, callback) =>
      callback(this.refuses ? Object.assign(new Error('not now'), { responseCode: 451 }) : null),
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        this.letters.push({ to, ...read(Buffer.concat(parts).toString('utf8')) });
        callback();
      });
    },
  });

  async open(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}?ignoreTLS=true`;
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => this.server.close(done));
  }

  /** The letters to an address. */
  to(address: string): readonly Received[] {
    return this.letters.filter(({ to }) => to.includes(address));
  }
}

/** Subject and text of a letter in one part (RFC 2045, 2047). */
function read(raw: string): { subject: string; text: string } {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(head)?.[1]?.replaceAll(/\r\n\s+/g, ' ') ?? '';
  const text = body.join('\r\n\r\n');
  const way = header('Content-Transfer-Encoding').toLowerCase();
  const decoded = way === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : way === 'quoted-printable' ? unquoted(text) : text; // prettier-ignore
  const subject = header('Subject')
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, form: string, word: string) =>
      form.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString('utf8') : unquoted(word.replaceAll('_', ' ')),
    );
  return { subject, text: decoded.replaceAll('\r\n', '\n') };
}

function unquoted(text: string): string {
  const joined = text.replaceAll(/=\r\n/g, '');
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  // What was not quoted is ASCII, so that each character is one byte.
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
