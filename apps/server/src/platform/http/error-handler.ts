import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findDatabaseError } from '../postgres/database.ts';
import { isOutage, retryAfterSeconds } from '../postgres/outage.ts';
import { registerKnownPaths } from './known-paths.ts';
import { ProblemError, problemOfStatus } from './problem.ts';

function send(reply: FastifyReply, error: ProblemError): FastifyReply {
  const problem = { ...error.problem, instance: reply.request.id };
  return reply
    .status(problem.status)
    .headers(error.headers)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(problem));
}

/** character_not_in_repertoire, untranslatable_character: PostgreSQL's errors for NUL in a text. */
const unstorableText = new Set(['22021', '22P05']);

function isUnstorableText(error: unknown): boolean {
  const { code, detail } = findDatabaseError(error) ?? {};
  // Half a surrogate pair in JSON.
  return unstorableText.has(code ?? '') || (code === '22P02' && /surrogate/.test(detail ?? ''));
}

function unavailable(): ProblemError {
  const { problem } = problemOfStatus(503, 'The shop will be back in a moment. Please try again.');
  return new ProblemError(problem, { 'retry-after': String(retryAfterSeconds) });
}

/** Answers an address that cannot be parsed. No route and no hook runs for it. */
export function answerBadAddress(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  send(reply, problemOfStatus(error.statusCode ?? 400));
}

/** The only place where a failure becomes an HTTP answer. */
export function registerErrorHandler(app: FastifyInstance): void {
  const knownPaths = registerKnownPaths(app);
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof ProblemError) return send(reply, error);
    if (isUnstorableText(error))
      return send(
        reply,
        problemOfStatus(400, 'The request contains text that cannot be stored, such as a NUL character.'),
      );
    if (isOutage(error)) {
      request.log.warn({ err: error }, 'a service that the request needs is down');
      return send(reply, unavailable());
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return send(reply, problemOfStatus(status, error.message));
    request.log.error({ err: error }, 'request failed');
    return send(reply, problemOfStatus(status >= 500 && status < 600 ? status : 500));
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0];
    const methods = knownPaths.methodsOf(path);
    if (methods.length === 0) return send(reply, problemOfStatus(404, `The path ${path} does not exist`));
    reply.header('allow', methods.join(', '));
    if (request.method === 'OPTIONS') return reply.status(204).send();
    return send(reply, problemOfStatus(405, `${path} takes ${methods.join(', ')}`));
  });
}
