import { createEventStreamParser, type EventMessage } from './event-stream-parser.ts';

/** Yields the messages of an answer as they arrive. Calls `onBytes` at every sign of life, with the time to wait before reconnecting. */
export async function* readEventStream(
  body: ReadableStream<Uint8Array>,
  onBytes: (retryMs: number | undefined) => void,
): AsyncGenerator<EventMessage, void> {
  const parser = createEventStreamParser();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const messages = parser.push(value);
    onBytes(parser.retryMs);
    yield* messages;
  }
}
