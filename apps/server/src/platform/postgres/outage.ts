import pg from 'pg';

/** connection exceptions, insufficient resources (too many connections), a server that stops, starts, or only reads. */
const serverCodes = /^(?:08...|53...|57P0[123]|25006)$/;
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** What `pg` and its pool say without a code. */
const clientMessages =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

/** Long enough for a server that restarts, short enough for somebody who waits. */
export const retryAfterSeconds = 5;

/** Whether an error says that a service the shop needs, PostgreSQL above all, is not there now: the same request may do well later. */
export function isOutage(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code, syscall } = current as NodeJS.ErrnoException;
    if (current instanceof pg.DatabaseError) return serverCodes.test(code ?? '');
    if (systemCodes.has(code ?? '') || clientMessages.test(current.message)) return true;
    // The socket of a server on the same machine.
    if (code === 'ENOENT' && syscall === 'connect') return true;
  }
  return false;
}
