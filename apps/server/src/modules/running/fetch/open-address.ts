/** @file Sends a GET request, follows a few redirects, and limits silence: headers and each piece of the body must arrive in time. */
import type { IncomingMessage } from 'node:http';
import { get as getPlain } from 'node:http';
import { get as getEncrypted } from 'node:https';
import { FetchError, PassingError } from './fetch-error.ts';

export interface HttpSettings {
  /** After this time without a byte, a connection counts as broken. */
  silenceMs: number;
  signal?: AbortSignal | undefined;
}

export interface OpenAddress {
  status: number;
  headers: Headers;
  address: URL;
  /** Yields everything that arrives, then throws a `PassingError` if the connection breaks. */
  body: AsyncIterable<Buffer>;
  /** Closes the connection, even if the body was not read. */
  close(): void;
}

const mostRedirects = 5;
/** Bytes that may arrive ahead of the disk before the connection pauses. */
const mostAhead = 1024 * 1024;

export async function openAddress(
  start: URL,
  headers: Record<string, string>,
  settings: HttpSettings,
): Promise<OpenAddress> {
  let address = start;
  for (let redirects = 0; ; redirects++) {
    const response = await request(address, headers, settings);
    const status = response.statusCode ?? 0;
    const answered = new Headers(
      Object.entries(response.headers).map(([name, value]) => [name, String(value)] as [string, string]),
    );
    const close = () => void response.destroy();
    if (![301, 302, 303, 307, 308].includes(status))
      return { status, headers: answered, address, body: readPieces(response, settings), close };
    close();
    if (redirects === mostRedirects)
      throw new FetchError(`${start.href} has more than ${mostRedirects} redirects.`);
    address = redirectTarget(address, answered.get('location'));
  }
}

function request(
  address: URL,
  headers: Record<string, string>,
  { silenceMs, signal }: HttpSettings,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = address.protocol === 'https:' ? getEncrypted : getPlain;
    const sent = get(
      address,
      {
        agent: false,
        headers: { 'user-agent': 'kindred', 'accept-encoding': 'identity', ...headers },
        ...(signal ? { signal } : {}),
      },
      (response) => {
        clearTimeout(timer);
        resolve(response);
      },
    );
    const timer = setTimeout(() => sent.destroy(silence(silenceMs)), silenceMs);
    sent.on('error', (error) => {
      clearTimeout(timer);
      reject(toPassing(error, signal));
    });
  });
}

/** Listens immediately, so that nothing is lost before the caller reads. */
function readPieces(response: IncomingMessage, { silenceMs, signal }: HttpSettings): AsyncIterable<Buffer> {
  let ready: Buffer[] = [];
  let readyBytes = 0;
  let failure: unknown = null;
  let isOver = false;
  let wake = () => {};
  response.on('data', (piece: Buffer) => {
    ready.push(piece);
    readyBytes += piece.length;
    if (readyBytes >= mostAhead) response.pause();
    wake();
  });
  response.on('error', (error) => {
    failure ??= error;
  });
  response.on('close', () => {
    if (!response.complete) failure ??= new Error('the answer ended early');
    isOver = true;
    wake();
  });
  const somethingHappens = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => response.destroy(silence(silenceMs)), silenceMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  async function* read() {
    while (!isOver || ready.length > 0) {
      const pieces = ready;
      ready = [];
      readyBytes = 0;
      yield* pieces;
      if (isOver || ready.length > 0) continue;
      response.resume();
      await somethingHappens();
    }
    if (failure !== null) throw toPassing(failure, signal);
  }
  return read();
}

const silence = (silenceMs: number): PassingError =>
  new PassingError(`nothing came for ${silenceMs / 1000} s`);

function toPassing(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof PassingError) return error;
  const { message, code } = error as NodeJS.ErrnoException;
  return new PassingError(`the connection broke (${message || code})`, { cause: error });
}

function redirectTarget(from: URL, location: string | null): URL {
  if (location === null || !URL.canParse(location, from.href))
    throw new FetchError(`${from.href} redirects without an address.`);
  const target = new URL(location, from);
  if (target.protocol !== 'https:' && !(target.protocol === 'http:' && from.protocol === 'http:'))
    throw new FetchError(
      `${from.href} redirects to ${target.href}, which is not encrypted, so it is refused.`,
    );
  return target;
}
