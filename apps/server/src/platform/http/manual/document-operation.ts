/** @file One operation of the OpenAPI document. */
import type { KnownProblem } from '../problem.ts';
import type { Schema } from '../strict/schema.ts';
import { type ProblemsOfHeaders, problemsOfRoute } from './common-problems.ts';
import type { DescribedRoute } from './described-route.ts';
import type { Components } from './document-schema.ts';

/** The names of schemes, each with the permissions that it has to grant. */
type Requirement = Readonly<Record<string, readonly string[]>>;

const usual: Readonly<Record<string, string>> = {
  200: 'Done; the answer is the current state',
  201: 'It is made',
  202: 'Accepted, but not done yet',
  204: 'It is done',
};

/** Problems of many operations, which the document defines once. */
const shared: Readonly<Record<string, string>> = {
  'invalid-request bad-request': 'InvalidRequest',
  'payload-too-large': 'PayloadTooLarge',
  'unsupported-media-type': 'UnsupportedMediaType',
  'invalid-token unknown-key expired-key revoked-key': 'InvalidCredentials',
  'missing-scope': 'MissingScope',
  'request-timeout': 'RequestTimeout',
  'too-many-requests': 'TooManyRequests',
  'request-header-fields-too-large': 'HeadersTooLarge',
  'internal-server-error': 'InternalError',
  'service-unavailable': 'Unavailable',
};

function securityOf({ method, schema }: DescribedRoute): Requirement[] {
  const { asker = 'anybody', permission, headers } = schema;
  const isSafe = method === 'GET';
  const hasCart = Object.hasOwn((headers as Schema | undefined)?.properties ?? {}, 'x-cart-token');
  const granted = asker === 'admin' && permission !== undefined ? [permission] : [];
  const account: Requirement[] = [
    { token: granted },
    isSafe ? { session: granted } : { session: granted, csrf: [] },
  ];
  const key: Requirement[] = permission === undefined ? [] : [{ key: [permission] }];
  switch (asker) {
    case 'anybody':
      return key.length > 0 ? [{}, ...key] : [];
    case 'member':
    case 'admin':
      return [...account, ...key];
    case 'visitor':
      return [{}, ...(hasCart ? [{ cart: [] } as const, { visitor: [] } as const] : []), ...account, ...key];
    case 'order':
      return [{ order: [] }, ...account, ...key];
    default:
      return asker satisfies never;
  }
}

interface Surroundings {
  readonly components: Components & { readonly responses: Record<string, object> };
  /** Examples by the name of their schema. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly ofHeaders: ProblemsOfHeaders;
}

export function documentOperation(
  route: DescribedRoute,
  { components, answers, ofHeaders }: Surroundings,
): object {
  const { schema } = route;
  const { operationId, tags, summary, description, body } = schema;
  return {
    operationId,
    tags,
    summary,
    description,
    security: securityOf(route),
    ...parametersOf(route, components),
    ...(body !== undefined && { requestBody: bodyOf(body as Schema, components) }),
    responses: {
      ...answersOf(route, components, answers),
      ...failuresOf(problemsOfRoute(route, ofHeaders), components.responses),
    },
  };
}

const places = { params: 'path', querystring: 'query', headers: 'header' } as const;

function parametersOf({ schema }: DescribedRoute, components: Components): { parameters?: object[] } {
  const parameters = (Object.keys(places) as (keyof typeof places)[]).flatMap((part) => {
    const { properties = {}, required = [] } = (schema[part] ?? {}) as Schema;
    return Object.entries(properties).map(([name, one]) => {
      const { description, examples, ...rest } = one as Schema & {
        description?: string;
        examples?: unknown[];
      };
      return {
        name: part === 'headers' ? headerName(name) : name,
        in: places[part],
        required: required.includes(name),
        ...(description !== undefined && { description }),
        schema: components.show(rest),
        ...(examples && { example: examples[0] }),
      };
    });
  });
  return parameters.length > 0 ? { parameters } : {};
}

function headerName(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

/** A body that may be null is optional. */
function bodyOf(schema: Schema, components: Components): object {
  const branches = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [schema];
  const [body] = branches;
  const isRequired = branches.length === (schema.anyOf?.length ?? 1);
  const [example] = (body.examples as unknown[] | undefined) ?? [];
  return {
    required: isRequired,
    content: {
      'application/json': {
        schema: components.show(isRequired ? schema : body),
        ...(example !== undefined && { example }),
      },
    },
  };
}

function answersOf(
  { schema }: DescribedRoute,
  components: Components,
  examples: Surroundings['answers'],
): Record<string, object> {
  const { response, answers = {}, media } = schema;
  if (media) {
    const { type, description, example } = media;
    const content = { schema: { type: 'string' }, ...(example !== undefined && { example }) };
    return { 200: { description, content: { [type]: content } } };
  }
  return Object.fromEntries(
    Object.entries((response ?? {}) as Record<string, Schema>).map(([status, one]) => [
      status,
      {
        description: answers[Number(status)] ?? usual[status],
        ...(one.type !== 'null' && {
          content: { 'application/json': { schema: components.show(one), ...exampleOf(one, examples) } },
        }),
      },
    ]),
  );
}

function exampleOf({ $id }: Schema, examples: Surroundings['answers']): object {
  if ($id === undefined || !Object.hasOwn(examples, $id)) return {};
  return { examples: { answer: { $ref: `#/components/examples/${$id}` } } };
}

function failuresOf(
  problems: readonly KnownProblem[],
  responses: Record<string, object>,
): Record<string, object> {
  const byStatus = Map.groupBy(problems, ({ status }) => status);
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => {
      const name = shared[some.map(({ code }) => code).join(' ')];
      if (name === undefined) return [status, failureOf(some)];
      responses[name] ??= failureOf(some);
      return [status, { $ref: `#/components/responses/${name}` }];
    }),
  );
}

function failureOf(problems: readonly KnownProblem[]): object {
  const examples = problems.map(({ status, code, title }) => [
    code,
    { value: { type: 'about:blank', title, status, code } },
  ]);
  return {
    description: problems.map(({ code, title }) => `- \`${code}\`: ${title}`).join('\n'),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(examples),
      },
    },
  };
}
