import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';

/** A module's routes: request and answer have the types of their schemas. */
export type ApiPlugin = FastifyPluginAsyncTypebox;
