/** @file A server of one file for tests, on real sockets, that fails in the ways that a test chooses. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** From 1. */
  number: number;
}

export interface SentFile {
  body: Buffer;
  etag?: string | undefined;
  lastModified?: string;
  ignoresRanges?: boolean;
  /** The number of bytes of the body after which the connection is cut. */
  breaksAfter?: number;
  /** The number of bytes of the body after which the server sends nothing more. */
  stallsAfter?: number;
  /** Sends no length: the end of the connection is the end of the file. */
  hidesLength?: boolean;
}

export const sha256Of = (body: Buffer): string => createHash('sha256').update(body).digest('hex');

/** Pseudo-random bytes, the same each time. */
export function makeBody(bytes: number, seed = 1): Buffer {
  const random = seededRandom(seed);
  return Buffer.from(Uint8Array.from({ length: bytes }, () => random() * 256));
}

/** Mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Listens until the end of the test. Returns the address and the `Range` of each request. */
export async function serve(answer: (exchange: Exchange) => void) {
  const ranges: Array<string | null> = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range ?? null);
    answer({ request, response, number: ranges.length });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, ranges };
}

export function sendFile({ request, response }: Exchange, file: SentFile): void {
  const { body, etag, lastModified } = file;
  const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
  const condition = request.headers['if-range'];
  const isSame = condition === undefined || condition === etag || condition === lastModified;
  const start = asked !== null && isSame && !file.ignoresRanges ? Number(asked[1]) : 0;
  if (etag !== undefined) response.setHeader('etag', etag);
  if (lastModified !== undefined) response.setHeader('last-modified', lastModified);
  if (start > 0 && start >= body.length) {
    response.writeHead(416, { 'content-range': `bytes */${body.length}` }).end();
    return;
  }
  if (file.hidesLength) response.setHeader('connection', 'close').useChunkedEncodingByDefault = false;
  else response.setHeader('content-length', body.length - start);
  if (start > 0) response.setHeader('content-range', `bytes ${start}-${body.length - 1}/${body.length}`);
  response.writeHead(start > 0 ? 206 : 200);
  const rest = body.subarray(start);
  const cut = file.breaksAfter ?? file.stallsAfter;
  if (cut === undefined || cut >= rest.length) {
    response.end(rest);
    return;
  }
  response.write(rest.subarray(0, cut), () => {
    // The written bytes are in the socket's buffer; a graceful close lets them arrive.
    if (file.breaksAfter !== undefined) setImmediate(() => response.socket?.destroySoon());
  });
  response.flushHeaders();
}
