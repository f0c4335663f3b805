import { KindredError } from './kindred-error.ts';
import { pause } from './pause.ts';
import { readEventStream } from './read-event-stream.ts';

export interface FollowOptions {
  /** Goes on after this event. */
  readonly lastEventId?: string | undefined;
  /** Ends the loop: it throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** The shop says every 15 seconds that it is still there. */
const silenceAtMostMs = 45_000;
const failuresAtMost = 10;
const longestPauseMs = 30_000;

/**
 * The data of all messages, from one connection after the other: each goes on after the last message that was read.
 * @throws what `open` throws the first time, when the shop does not let anybody read any more, or for the tenth time in a row
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
        // Whoever reads may take their time.
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

/** Outages do, on the way and in the shop. */
function mayPass(error: unknown): boolean {
  if (error instanceof KindredError) return error.status === 429 || error.status >= 500;
  return !(error instanceof SyntaxError);
}
