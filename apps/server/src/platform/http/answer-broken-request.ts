import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemOfStatus } from './problem.ts';

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
const details: Readonly<Record<number, string>> = {
  400: 'The request is not valid HTTP/1.1.',
  408: 'The request did not arrive in time.',
  431: 'The address and the headers together are longer than 16 KiB.',
};

/** How long a client may go on sending after the answer. */
const lingerMs = 1_000;

/** Answers data that Node cannot parse as a request. No route, hook or error handler sees such data. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || socket.writableEnded) return;
  const status = statuses[error.code ?? ''] ?? 400;
  const body = JSON.stringify(problemOfStatus(status, details[status]).problem);
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
  ignoreFurtherData(socket);
  const linger = setTimeout(() => socket.destroy(error), lingerMs);
  socket.once('close', () => clearTimeout(linger));
}

/**
 * A socket that is closed while its client sends is reset, and the client may lose the answer. So the data is read, but no longer parsed: a request that
 * was refused because it is late must not be carried out if its rest comes after all.
 */
function ignoreFurtherData(socket: Socket): void {
  const ignore = () => undefined;
  // Makes Node's server give the data to listeners instead of to its parser.
  socket.on('data', ignore);
  for (const listener of socket.listeners('data'))
    if (listener !== ignore) socket.removeListener('data', listener as () => void);
  socket.resume();
}
