/** @file GET with a few redirects and a limit on silence: headers and every piece of the body have to come in time. */
import type { IncomingMessage } from 'node:http';
import { get as getPlain } from 'node:http';
import { get as getEncrypted } from 'node:https';
import { FetchError, PassingError } from './fetch-error.ts';

export interface HttpSettings {
  /** Without a byte for so long, a connection counts as broken. */
  silenceMs: number;
  signal?: AbortSignal | undefined;
}

export interface OpenAddress {
  status: number;
  headers: Headers;
  address: URL;
  /** Ends with a `PassingError` where the connection breaks, after everything that came before. */
  body: AsyncIterable<Buffer>;
  /** Ends the connection, read or not. */
  close(): void;
}

const mostRedirects = 5;
/** What may come while what came before is written to the disk. */
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
      throw new FetchError(`${start.href} leads through more than ${mostRedirects} redirects.`);
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

/** Listens at once: what happens before somebody reads is not lost. */
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
    if (!response.complete) failure ??= new Error('it ended early');
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
    throw new FetchError(`${from.href} redirects to nowhere.`);
  const target = new URL(location, from);
  if (target.protocol !== 'https:' && !(target.protocol === 'http:' && from.protocol === 'http:'))
    throw new FetchError(`${from.href} redirects to ${target.href}, which is not encrypted: refused.`);
  return target;
}
