/** @file Checks requests against the schemas of their routes. It never coerces values, and the API rejects unknown fields. */
import type { RequestIssue } from '@kindred/contracts';
import type { FastifyInstance, FastifyRequest, FastifySchema } from 'fastify';
import { invalidRequest } from './invalid-request.ts';
import { closeObjects, type Schema } from './schema.ts';
import type { RequestPart } from './sentences.ts';
import { createValidator, type Validator } from './validator.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True if unknown fields are allowed, as in a payment provider's events. */
    keepsUnknown?: boolean;
    /** Made from the route's schemas. */
    checks?: RouteChecks;
  }
}

type RouteChecks = Readonly<Record<RequestPart, Validator>>;

const parts: Readonly<Record<string, RequestPart>> = {
  params: 'path',
  querystring: 'query',
  headers: 'header',
  body: 'body',
};

/** For pages and other routes of `app`, which ignore unknown fields. */
export function registerValidation(app: FastifyInstance): void {
  app.setValidatorCompiler<Schema>(({ schema, httpPart = 'body' }) => {
    const { check } = createValidator(schema, parts[httpPart]);
    return (given) => {
      const { issues, value } = check(given);
      return issues.length > 0 ? { error: invalidRequest(issues) } : { value };
    };
  });
}

/**
 * For the routes of the API that are registered on `api` afterwards. They reject unknown fields and parameters, and report the errors of all
 * parts of a request together.
 */
export function registerStrictValidation(api: FastifyInstance): void {
  api.setValidatorCompiler(() => () => true);
  api.addHook('onRoute', (route) => {
    if (route.config?.keepsUnknown) return;
    const { body, querystring, ...schema } = route.schema ?? {};
    route.schema = {
      ...schema,
      ...(querystring !== undefined && { querystring: closeObjects(querystring as Schema) }),
      ...(body !== undefined && { body: closeObjects(body as Schema) }),
    };
    route.config = { ...route.config, checks: checksOf(route.schema) };
  });
  api.addHook('preValidation', async (request) => {
    const { checks } = request.routeOptions.config;
    if (checks) checkRequest(request, checks);
  });
}

const nothing: Schema = { type: 'object', additionalProperties: false };
const anything: Schema = { type: 'object' };

function checksOf({
  params = anything,
  querystring = nothing,
  headers = anything,
  body = nothing,
}: FastifySchema) {
  return {
    path: createValidator(params as object, 'path'),
    query: createValidator(querystring as object, 'query'),
    header: createValidator(headers as object, 'header'),
    body: createValidator(body as object, 'body'),
  };
}

function checkRequest(request: FastifyRequest, checks: RouteChecks): void {
  const path = checks.path.check(request.params);
  const query = checks.query.check(request.query);
  const header = checks.header.check(request.headers);
  request.body = bodyOf(request);
  const body = checkBody(request.body, checks.body, request.routeOptions.schema?.body !== undefined);
  const issues = [...path.issues, ...query.issues, ...header.issues, ...body];
  if (issues.length > 0) throw invalidRequest(issues);
  request.params = path.value;
  request.query = query.value;
}

/** Removes the CSRF token of a form, which is in the body but is not a field of the route. */
function bodyOf({ body }: FastifyRequest): unknown {
  if (typeof body !== 'object' || body === null || !('_csrf' in body)) return body;
  const { _csrf, ...fields } = body;
  return fields;
}

function checkBody(body: unknown, validator: Validator, isExpected: boolean): RequestIssue[] {
  const isAbsent = body === undefined || body === null;
  if (isAbsent && !isExpected) return [];
  const { issues } = validator.check(isAbsent ? null : body);
  if (isAbsent && issues.length > 0)
    return [{ in: 'body', pointer: '', code: 'required', message: 'the body is required' }];
  return issues;
}
