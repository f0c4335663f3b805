/** @file Checks requests against the schemas of their routes: what is coerced nowhere, and what the API knows by name alone. */
import type { RequestIssue } from '@kindred/contracts';
import type { FastifyInstance, FastifyRequest, FastifySchema } from 'fastify';
import { invalidRequest } from './invalid-request.ts';
import { closeObjects, type Schema } from './schema.ts';
import type { RequestPart } from './sentences.ts';
import { createValidator, type Validator } from './validator.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True: what it does not know is no mistake, such as in what a payment provider sends. */
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

/** For pages and whatever else `app` serves: fields that a route does not know are left alone. */
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
 * For the API, whose routes are registered on `api` afterwards: fields and parameters that a route does not name are refused, and what is
 * wrong in any part of a request is told together.
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

/** The CSRF token of a form comes in the body, and is no field of the route's. */
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
