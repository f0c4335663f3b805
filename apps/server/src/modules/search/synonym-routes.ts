import { SynonymGroup, SynonymGroupContent, SynonymList, SynonymQuery } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../platform/http/api.ts';
import { requireAdmin } from '../../platform/http/caller.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { addSynonyms, deleteSynonyms, listSynonyms, replaceSynonyms } from './change-synonyms.ts';

const tags = ['admin'];
const params = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2147483647 }) });

export function synonymRoutes({ db }: { db: Database }): ApiPlugin {
  return async (app) => {
    app.addHook('onRequest', async (request) => requireAdmin(request.caller));

    app.get(
      '/admin/search/synonyms',
      {
        schema: {
          tags,
          summary: 'Groups of words that search takes for one another',
          querystring: SynonymQuery,
          response: { 200: SynonymList },
        },
      },
      ({ query }) => listSynonyms(db, query),
    );

    app.post(
      '/admin/search/synonyms',
      {
        schema: {
          tags,
          summary: 'One more group; searches follow at once',
          body: SynonymGroupContent,
          response: { 201: SynonymGroup },
        },
      },
      async ({ body }, reply) => reply.status(201).send(await addSynonyms(db, body.words)),
    );

    app.put(
      '/admin/search/synonyms/:id',
      {
        schema: {
          tags,
          summary: 'Other words for a group',
          params,
          body: SynonymGroupContent,
          response: { 200: SynonymGroup },
        },
      },
      (request) => replaceSynonyms(db, request.params.id, request.body.words),
    );

    app.delete(
      '/admin/search/synonyms/:id',
      {
        schema: {
          tags,
          summary: 'The words of a group are no longer alike',
          params,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await deleteSynonyms(db, request.params.id);
        return reply.status(204).send(null);
      },
    );
  };
}
