import { expect, test } from 'vitest';
import { createEventStreamParser, type EventMessage } from './event-stream-parser.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function parse(...pieces: Uint8Array[]): { messages: EventMessage[]; retryMs: number | undefined } {
  const parser = createEventStreamParser();
  const messages = pieces.flatMap((piece) => parser.push(piece));
  return { messages, retryMs: parser.retryMs };
}

const stream = bytes(
  '\uFEFFretry: 1500\r\n: a comment\r\n\r\nid: 1\r\nevent: order\r\ndata: {"name":\r\ndata:"Öberg 🧵"}\r\n\r\n' +
    'id: 2\ndata:  two blanks\nunknown: 1\n\ndata\n\nevent: nothing\n\nid: 3\rdata: by old Macs\r\rdata: not whole\n',
);
const whole = {
  retryMs: 1_500,
  messages: [
    { id: '1', event: 'order', data: '{"name":\n"Öberg 🧵"}' },
    { id: '2', event: 'message', data: ' two blanks' },
    { id: '2', event: 'message', data: '' },
    { id: '3', event: 'message', data: 'by old Macs' },
  ],
};

test('reads fields, comments and every kind of line end', () => {
  expect(parse(stream)).toEqual(whole);
});

test('reads the same wherever the stream is cut, in the middle of a character or of a line’s end too', () => {
  for (let at = 1; at < stream.length; at++)
    expect(parse(stream.subarray(0, at), stream.subarray(at)), `cut at ${at}`).toEqual(whole);
  expect(parse(...Array.from(stream, (byte) => Uint8Array.of(byte)))).toEqual(whole);
});

test('takes no id with a zero byte and no wait that is not a number', () => {
  expect(parse(bytes('id: 1\nid: 2\0\nretry: soon\ndata: x\n\n'))).toEqual({
    messages: [{ id: '1', event: 'message', data: 'x' }],
    retryMs: undefined,
  });
});
