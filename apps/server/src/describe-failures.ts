/** @file Adds to the OpenAPI document what every operation has in common: who may ask, and how it fails. */
import { Problem } from '@kindred/contracts';
import { mapSchema, type Schema } from './platform/http/strict/schema.ts';

interface Operation {
  readonly tags?: readonly string[];
  readonly requestBody?: unknown;
  parameters?: { name: string; in: string; required?: boolean }[];
  responses?: Record<string, unknown>;
  security?: Record<string, string[]>[];
}

interface Document {
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, unknown>; securitySchemes?: Record<string, unknown> };
}

type Access = 'admin' | 'anybody' | 'knownOrNot' | 'member';

/** The first that fits `METHOD /path` counts; whoever fits none is anybody. */
const accessOf: readonly (readonly [RegExp, Access])[] = [
  [/ \/admin\//, 'admin'],
  [/ \/me(\/|$)/, 'member'],
  [/^GET \/orders$/, 'member'],
  [/^(POST|DELETE) \/products\/\{id\}\/reviews/, 'member'],
  [/^POST \/auth\/resend-verification$/, 'member'],
  [/ \/(cart|checkout|session|wishlist)(\/|$)/, 'knownOrNot'],
  [/ \/orders\/\{id\}/, 'knownOrNot'],
];

const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'Of a log-in, or of `kindred token`',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'kindred_access',
    description: 'Of a browser that has logged in',
  },
  csrf: {
    type: 'apiKey',
    in: 'header',
    name: 'x-csrf-token',
    description: 'From `GET /auth/csrf`; goes with the cookie whenever something may change',
  },
};

const failures: Readonly<Record<number, string>> = {
  400: 'The request is not valid: `errors` says all that is wrong',
  401: 'Nobody is logged in, or the token is not valid any more',
  402: 'The payment was declined',
  403: 'Not allowed, or the CSRF token is missing',
  404: 'There is no such thing, or not for whoever asks',
  409: 'It does not go together with how things stand: `code` says why',
  413: 'The body is too large',
  415: 'The body is of another type than JSON',
  422: 'The Idempotency-Key was used for another request',
  429: 'Too many requests',
  500: 'The shop has failed',
  503: 'Something that this needs is away for a moment',
};

/** Where something else than the path names what may not be there. */
const namesThings = /^(\w+ \/checkout|POST \/(orders\/lookup|cart\/items|(me\/)?wishlist)|GET \/products$)/;
/** What changes the state of something that others change too. */
const hasStates = new Set(['account', 'admin', 'cart', 'checkout', 'orders', 'reviews', 'wishlist']);

function securityOf(access: Access, isSafe: boolean): Record<string, string[]>[] {
  if (access === 'anybody') return [];
  const known = [{ token: [] }, isSafe ? { session: [] } : { session: [], csrf: [] }];
  return access === 'knownOrNot' ? [{}, ...known] : known;
}

function failuresOf(key: string, access: Access, operation: Operation): number[] {
  const isSafe = key.startsWith('GET');
  const isOnce = operation.parameters?.some(({ name }) => name === 'idempotency-key') ?? false;
  const hasState = operation.tags?.some((tag) => hasStates.has(tag)) ?? false;
  const statuses: Record<number, boolean> = {
    400: true,
    // A token that is not valid is refused everywhere.
    401: true,
    402: key === 'POST /checkout/confirm',
    // Another person's shelf is for administrators.
    403: access === 'admin' || !isSafe || key === 'GET /recommendations',
    404: key.includes('{') || namesThings.test(key),
    409: !isSafe && hasState,
    413: !isSafe,
    415: operation.requestBody !== undefined,
    422: isOnce,
    429: true,
    500: true,
    503: true,
  };
  return Object.keys(statuses)
    .map(Number)
    .filter((status) => statuses[status]);
}

const problem = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

/** @param prefix of every path that is described */
export function describeFailures<Described extends object>(described: Described, prefix: string): Described {
  const document = described as Document;
  document.components ??= {};
  const { components } = document;
  components.securitySchemes = securitySchemes;
  components.schemas = {
    ...components.schemas,
    Problem: mapSchema(Problem as unknown as Schema, ({ $id: _, ...schema }) => schema),
  };
  for (const [path, operations] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(operations)) {
      const key = `${method.toUpperCase()} ${path.replace(prefix, '')}`;
      const access = accessOf.find(([pattern]) => pattern.test(key))?.[1] ?? 'anybody';
      operation.security = securityOf(access, method === 'get');
      for (const parameter of operation.parameters ?? [])
        if (parameter.name === 'idempotency-key') parameter.required = true;
      for (const status of failuresOf(key, access, operation))
        operation.responses = {
          ...operation.responses,
          [status]: { description: failures[status], content: problem },
        };
    }
  return described;
}
