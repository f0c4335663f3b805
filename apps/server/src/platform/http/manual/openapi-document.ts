/** @file Builds the OpenAPI document from the routes' own descriptions at the first request for it. */
import { Problem } from '@kindred/contracts';
import type { FastifyInstance, RouteOptions } from 'fastify';
import type { ProblemsOfHeaders } from './common-problems.ts';
import type { DescribedRoute } from './described-route.ts';
import { documentOperation } from './document-operation.ts';
import { Components } from './document-schema.ts';

export interface ManualWords {
  readonly info: object;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly securitySchemes: Readonly<Record<string, object>>;
  /** Examples of answers by the name of their schema. */
  readonly answers: Readonly<Record<string, unknown>>;
}

export interface ManualOptions extends ManualWords {
  readonly publicUrl: string;
  readonly ofHeaders: ProblemsOfHeaders;
}

/** Describes the routes that are registered on `api` afterwards. */
export function createOpenApiDocument(
  api: FastifyInstance,
  { info, tags, securitySchemes, answers, publicUrl, ofHeaders }: ManualOptions,
): object {
  const registered: RouteOptions[] = [];
  api.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD' && route.schema?.operationId !== undefined) registered.push(route);
  });

  const build = () => {
    const components = Object.assign(new Components(), { responses: {} });
    components.show({ ...(Problem as object) });
    const paths: Record<string, Record<string, object>> = {};
    for (const { method, url, schema = {}, config = {} } of registered) {
      const route: DescribedRoute = { method: String(method), url, schema, config };
      const path = route.url.replace(/:(\w+)/g, '{$1}');
      paths[path] ??= {};
      paths[path][route.method.toLowerCase()] = documentOperation(route, { components, answers, ofHeaders });
    }
    const { schemas, responses } = components;
    const examples = Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, { value }]));
    return { paths, components: { schemas, responses, examples, securitySchemes } };
  };
  let built: ReturnType<typeof build> | undefined;
  const parts = () => {
    built ??= build();
    return built;
  };
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: publicUrl }],
    tags,
    get paths() {
      return parts().paths;
    },
    get components() {
      return parts().components;
    },
  };
}
