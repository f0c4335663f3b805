import { createEventStreamParser, type EventMessage } from './event-stream-parser.ts';

/** The messages of an answer, as they come. `onBytes` hears of every sign of life, and how long readers shall wait before they come back. */
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
