import { KindredError } from './kindred-error.ts';
import { pause } from './pause.ts';
import { readEventStream } from './read-event-stream.ts';

export interface FollowOptions {
  /** Continues after this event. */
  readonly lastEventId?: string | undefined;
  /** Ends the loop, which throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** The shop sends a sign of life every 15 seconds. */
const silenceAtMostMs = 45_000;
const failuresAtMost = 10;
const longestPauseMs = 30_000;

/**
 * Yields the data of all messages, over successive connections. Each continues after the last message that was read.
 * @throws the error of `open` when the first connection fails, when the shop no longer allows reading, or after ten failures in a row
 */
export async function* followEvents<Data>(
  open: (headers: Record<string, string>, signal: AbortSignal) => Promise<Response>,
  { lastEventId, signal }: FollowOptions = {},
): AsyncGenerator<Data, void> {
  let last = lastEventId;
  let retryMs = 2_000;
  let failures = 0;
  let hasOpened = false;

  for (;;) {
    signal?.throwIfAborted();
    const connection = new AbortController();
    const stop = () => connection.abort(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    let silence: ReturnType<typeof setTimeout> | undefined;
    const expectBytes = () => {
      clearTimeout(silence);
      silence = setTimeout(() => connection.abort(new Error('The shop fell silent.')), silenceAtMostMs);
    };
    try {
      expectBytes();
      const goOn = last === undefined ? undefined : { 'last-event-id': last };
      const { body } = await open({ accept: 'text/event-stream', ...goOn }, connection.signal);
      hasOpened = true;
      const messages = readEventStream(body!, (asked) => {
        expectBytes();
        failures = 0;
        retryMs = asked ?? retryMs;
      });
      for await (const { id, data } of messages) {
        if (id !== '') last = id;
        // The reader may take any time between messages.
        clearTimeout(silence);
        yield JSON.parse(data) as Data;
        expectBytes();
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (!hasOpened || !mayPass(error) || ++failures >= failuresAtMost) throw error;
    } finally {
      clearTimeout(silence);
      signal?.removeEventListener('abort', stop);
      connection.abort();
    }
    await pause(Math.min(retryMs * 2 ** Math.max(0, failures - 1), longestPauseMs), signal);
  }
}

/** Whether an error may pass: outages do, in the network and in the shop. */
function mayPass(error: unknown): boolean {
  if (error instanceof KindredError) return error.status === 429 || error.status >= 500;
  return !(error instanceof SyntaxError);
}
