/** @file The problems that a route may answer with because of its kind, in addition to those of its module. */
import { callerProblem } from '../caller.ts';
import { csrfProblem } from '../csrf.ts';
import { cursorProblem } from '../cursor.ts';
import { idempotencyProblem } from '../idempotency.ts';
import { originProblem } from '../own-origin.ts';
import { type KnownProblem, problemOfStatus } from '../problem.ts';
import { invalidRequestProblem } from '../strict/invalid-request.ts';
import type { Schema } from '../strict/schema.ts';
import type { DescribedRoute } from './described-route.ts';

const ofStatus = (status: number): KnownProblem => {
  const { code, title } = problemOfStatus(status).problem;
  return { status, code, title };
};

const everywhere = [
  invalidRequestProblem,
  ofStatus(400),
  ...callerProblem.known('invalid-token', 'unknown-key', 'expired-key', 'revoked-key', 'missing-scope'),
  ofStatus(408),
  ofStatus(429),
  ofStatus(431),
  ofStatus(500),
  ofStatus(503),
];
const whereSomethingChanges = [...originProblem.known('cross-site-request'), ofStatus(413), ofStatus(415)];

const names = (part: unknown, name: string): boolean =>
  Object.hasOwn((part as Schema | undefined)?.properties ?? {}, name);

/** The problems of routes that read a header, by the header's name. */
export type ProblemsOfHeaders = Readonly<Record<string, readonly KnownProblem[]>>;

/** Returns all problems that a route of the API may answer with, each once. */
export function problemsOfRoute(
  { method, url, schema, config }: DescribedRoute,
  ofHeaders: ProblemsOfHeaders,
): KnownProblem[] {
  const { asker = 'anybody', problems = [], headers, querystring } = schema;
  const isSafe = method === 'GET';
  const { crossSite = false, needsCsrfToken = true } = config;
  const found = [
    ...everywhere,
    ...(isSafe ? [] : whereSomethingChanges.filter(({ status }) => !(crossSite && status === 403))),
    ...(isSafe || crossSite || !needsCsrfToken ? [] : csrfProblem.known('csrf-token-missing')),
    ...(asker === 'member' ? callerProblem.known('log-in-first') : []),
    ...(asker === 'admin' ? callerProblem.known('admin-only') : []),
    ...(url.includes(':') ? [ofStatus(414)] : []),
    ...(names(querystring, 'cursor') ? cursorProblem.known() : []),
    ...(names(headers, 'idempotency-key') ? idempotencyProblem.known() : []),
    ...Object.keys(ofHeaders).flatMap((name) => (names(headers, name) ? ofHeaders[name] : [])),
    ...problems,
  ];
  const keys = new Map(found.map((one) => [`${one.status} ${one.code}`, one]));
  return [...keys.values()];
}
