import { describe, expect, test } from '@jest/globals';
import { errorResponse, frames, MessageReader, readyForQuery, simpleQuery, SYNC } from './wire.js';

function startup(): Buffer {
  const body = Buffer.from('\0\x03\0\0user\0postgres\0\0', 'latin1');
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + body.length);
  return Buffer.concat([length, body]);
}

const SSL = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

describe('MessageReader', () => {
  test('reads encryption request, startup and queries however the stream is cut', () => {
    const stream = Buffer.concat([SSL, startup(), simpleQuery('SELECT 1'), SYNC, simpleQuery('ö'.repeat(5000))]);
    for (const size of [1, 3, 7, 64, 4096, stream.length]) {
      const reader = new MessageReader();
      const messages = [];
      for (let at = 0; at < stream.length; at += size) messages.push(...reader.push(stream.subarray(at, at + size)));
      expect(messages.map((message) => (message.kind === 'typed' ? message.type : message.kind))).toEqual([
        'encryption',
        'startup',
        'Q',
        'S',
        'Q',
      ]);
      expect(Buffer.concat(messages.map((message) => message.bytes)).equals(stream)).toBe(true);
    }
  });

  test('refuses a length that no message can have', () => {
    const reader = new MessageReader();
    reader.push(startup());
    expect(() => reader.push(Buffer.from([0x51, 0xff, 0xff, 0xff, 0xff]))).toThrow(RangeError);
  });
});

test('frames cuts an answer into its messages', () => {
  const answer = Buffer.concat([errorResponse('22012', 'division by zero'), readyForQuery('E')]);
  expect(frames(answer).map((frame) => frame.type)).toEqual(['E', 'Z']);
  expect(Buffer.concat(frames(answer).map((frame) => frame.bytes)).equals(answer)).toBe(true);
  expect(frames(Buffer.alloc(0))).toEqual([]);
});
