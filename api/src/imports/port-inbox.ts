import type { MessagePort } from 'node:worker_threads';

/** Messages of a port in order, one at a time: none is lost while nobody listens, and a closed port ends the waiting. */
export class PortInbox<Message> {
  private readonly messages: Message[] = [];
  private waiting: { resolve: (message: Message | null) => void } | null = null;
  private closed = false;

  constructor(port: MessagePort) {
    port.on('message', (message: Message) => {
      if (this.waiting) this.settle(message);
      else this.messages.push(message);
    });
    port.on('close', () => {
      this.closed = true;
      if (this.waiting) this.settle(null);
    });
  }

  /** The next message; null when the other side has closed and nothing is left. */
  async next(): Promise<Message | null> {
    const message = this.messages.shift();
    if (message !== undefined) return message;
    if (this.closed) return null;
    return new Promise((resolve) => (this.waiting = { resolve }));
  }

  private settle(message: Message | null): void {
    const { resolve } = this.waiting!;
    this.waiting = null;
    resolve(message);
  }
}
