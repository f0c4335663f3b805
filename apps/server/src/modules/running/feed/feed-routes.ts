import {
  FeedInteractions,
  FeedInteractionsReceipt,
  FeedItems,
  FeedItemsReceipt,
  FeedPeople,
  FeedPeopleReceipt,
} from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { problemsOf } from '../../../platform/http/problem.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { putUsers } from '../import/index.ts';
import { deletePerson } from './delete-person.ts';
import { namingRows } from './present-mistakes.ts';
import { putInteractions } from './put-interactions.ts';
import { putItems } from './put-items.ts';

const feedProblem = problemsOf({
  'person-not-found': { status: 404, title: 'The person does not exist' },
  'person-has-account': { status: 409, title: 'The person has an account, which only they may delete' },
});

const tags = ['feed'];
const asker = 'admin';
/** A thousand long descriptions. */
const bodyLimit = 24 * 1024 * 1024;
const wholeOrNot =
  'The request is stored as a whole or not at all; `errors` names the rows and fields that are wrong.';

export function feedRoutes({ db, clock }: { db: Database; clock: () => Date }): ApiPlugin {
  return async (app) => {
    app.post(
      '/items',
      {
        bodyLimit,
        schema: {
          tags,
          operationId: 'putItems',
          asker,
          permission: 'catalog:write',
          summary: 'Add items, and change those that exist',
          description: `An item is found by \`item_id\`. ${wholeOrNot}`,
          answers: { 200: 'How many items are new, and how many were changed' },
          body: FeedItems,
          response: { 200: FeedItemsReceipt },
        },
      },
      ({ body }) => namingRows('items', () => putItems(db, body.items)),
    );

    app.post(
      '/people',
      {
        bodyLimit,
        schema: {
          tags,
          operationId: 'putPeople',
          asker,
          permission: 'people:write',
          summary: 'Add people, and change those that exist',
          description: `Such a person cannot log in. ${wholeOrNot}`,
          answers: { 200: 'How many people are new, and how many were changed' },
          body: FeedPeople,
          response: { 200: FeedPeopleReceipt },
        },
      },
      async ({ body }) => {
        const records = body.people.map(({ joined_at, ...person }) => ({
          ...person,
          ...(joined_at !== undefined && { date_joined: joined_at }),
        }));
        const { inserted, updated, accountsKept } = await namingRows('people', () =>
          putUsers(db, { records, now: clock() }),
        );
        return { inserted, updated, accounts_kept: accountsKept };
      },
    );

    app.delete(
      '/people/:user_id',
      {
        schema: {
          tags,
          operationId: 'deletePerson',
          asker,
          permission: 'people:write',
          summary: 'Delete a person and everything that is known about them',
          description:
            'The next model is trained without them. What the shop counts without names, such as views of a product, stays.',
          problems: feedProblem.known(),
          answers: { 204: 'The shop knows nothing about the person' },
          params: Type.Object({
            user_id: Type.String({ minLength: 1, maxLength: 128, description: 'Of the person' }),
          }),
          response: { 204: Type.Null() },
        },
      },
      async ({ params }, reply) => {
        const outcome = await deletePerson(db, params.user_id);
        if (outcome === 'not-found') throw feedProblem('person-not-found');
        if (outcome === 'has-account') throw feedProblem('person-has-account');
        return reply.status(204).send(null);
      },
    );

    app.post(
      '/interactions',
      {
        bodyLimit: 2 * 1024 * 1024,
        schema: {
          tags,
          operationId: 'putInteractions',
          asker,
          permission: 'events:write',
          summary: 'Send what people did with items in another shop',
          description: `The next shelf of a person knows it. Sending it again changes nothing. People who were never sent are added. ${wholeOrNot}`,
          answers: { 200: 'How many interactions are new' },
          body: FeedInteractions,
          response: { 200: FeedInteractionsReceipt },
        },
      },
      ({ body }) =>
        namingRows('interactions', () =>
          putInteractions(db, {
            interactions: body.interactions,
            skipsUnknownItems: body.skip_unknown_items ?? false,
            now: clock(),
          }),
        ),
    );
  };
}
