import { SynonymGroup, SynonymGroupContent, SynonymList, SynonymQuery } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { addSynonyms, deleteSynonyms, listSynonyms, replaceSynonyms } from './change-synonyms.ts';
import { searchProblem } from './search-errors.ts';

const tags = ['admin'];
const params = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: 2147483647, description: 'Of the group' }),
});

export function synonymRoutes({ db }: { db: Database }): ApiPlugin {
  return async (app) => {
    app.get(
      '/admin/search/synonyms',
      {
        schema: {
          tags,
          operationId: 'listSynonyms',
          asker: 'admin',
          permission: 'search:read',
          summary: 'List groups of words that search treats as the same',
          description: 'The list has all groups, or those with an entry that contains the words in `q`.',
          answers: { 200: 'A page of groups' },
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
          operationId: 'addSynonyms',
          asker: 'admin',
          permission: 'search:write',
          summary: 'Add a group of synonyms',
          description:
            'A search for one entry then finds the others too. Searches use the group immediately.',
          problems: [...searchProblem.known('synonyms-exist', 'too-many-synonyms')],
          answers: { 201: 'The new group, with its id' },
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
          operationId: 'replaceSynonyms',
          asker: 'admin',
          permission: 'search:write',
          summary: 'Replace the words of a group',
          description: 'Searches use the change immediately.',
          problems: [...searchProblem.known('synonyms-not-found', 'synonyms-exist')],
          answers: { 200: 'The changed group' },
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
          operationId: 'deleteSynonyms',
          asker: 'admin',
          permission: 'search:write',
          summary: 'Delete a group of synonyms',
          description: 'Searches use the change immediately.',
          problems: [...searchProblem.known('synonyms-not-found')],
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
