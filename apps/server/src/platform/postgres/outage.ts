import pg from 'pg';

/** Connection exceptions, insufficient resources (too many connections), and a server that is stopping, starting or read-only. */
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
/** Messages of `pg` and its pool that have no code. */
const clientMessages =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

/** Long enough for a server to restart, short enough for a waiting shopper. */
export const retryAfterSeconds = 5;

/** Whether an error means that a needed service, such as PostgreSQL, is down. The same request may succeed later. */
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
