import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';

/** A module's routes. Requests and answers have the types of their schemas. */
export type ApiPlugin = FastifyPluginAsyncTypebox;
