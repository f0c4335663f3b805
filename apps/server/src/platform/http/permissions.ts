/** @file Checks of every request to the API that the caller may use the route. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { callerProblem, requireAdmin } from './caller.ts';

/**
 * Rejects callers to whom the route is not open. It runs after the rate limits, so that attempts with invalid keys count, and before a
 * body is read.
 */
export function registerPermissions(api: FastifyInstance): void {
  api.addHook('preParsing', async (request) => {
    if (request.callerRefusal) throw request.callerRefusal;
    requirePermission(request);
  });
}

function requirePermission({ caller, routeOptions }: FastifyRequest): void {
  const { asker = 'anybody', permission } = routeOptions.schema ?? {};
  if (caller.key && (permission === undefined || !caller.key.scopes.has(permission)))
    throw callerProblem(
      'missing-scope',
      permission === undefined
        ? 'No service key may use this route.'
        : `The route needs ${permission}, which the key “${caller.key.name}” does not have.`,
      {
        'www-authenticate': `Bearer error="insufficient_scope"${permission === undefined ? '' : `, scope="${permission}"`}`,
      },
    );
  if (asker === 'admin') requireAdmin(caller);
  if (asker === 'member' && caller.userId === undefined) throw callerProblem('log-in-first');
}
