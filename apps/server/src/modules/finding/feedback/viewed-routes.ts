import { AskedProductId, CartTokenHeader, ViewedList, ViewedQuery } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { mayTrack } from '../../../platform/http/may-track.ts';
import { isOptedOut } from '../../../platform/http/opt-out.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { feedbackProblem } from './feedback-errors.ts';
import { personAsking } from './person.ts';
import { forgetAllViewed, forgetViewed, listViewed } from './viewed-products.ts';

export function viewedRoutes({ db }: { db: Database }): ApiPlugin {
  const tags = ['recommendations'];
  const asker = 'visitor';
  const headers = CartTokenHeader;
  return async (app) => {
    app.get(
      '/viewed',
      {
        schema: {
          tags,
          asker,
          permission: 'feedback:read',
          headers,
          operationId: 'listViewed',
          summary: 'List the products that I opened, the last first',
          description:
            'Each item once, from the last 500 views. A member’s list has the views of all devices. Products that are no longer listed, and those that the caller hid, are not in it. The list is empty for a caller who has opted out or sends `DNT: 1` or `Sec-GPC: 1`.',
          answers: { 200: 'A page of products' },
          querystring: ViewedQuery,
          response: { 200: ViewedList },
        },
      },
      async (request) => {
        const person = personAsking(request);
        const isRemembered = mayTrack(request, { hasOptedOut: isOptedOut(request) });
        if (!person || !isRemembered) return { items: [], next_cursor: null };
        return listViewed(db, person, request.query);
      },
    );

    app.delete(
      '/viewed',
      {
        schema: {
          tags,
          asker,
          permission: 'feedback:write',
          headers,
          operationId: 'forgetAllViewed',
          summary: 'Clear the list of products that I opened',
          description:
            'Deletes the caller’s views and clicks, so recommendations no longer follow them either.',
          problems: feedbackProblem.known('account-gone'),
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const person = personAsking(request);
        if (person) await forgetAllViewed(db, person);
        return reply.status(204).send(null);
      },
    );

    app.delete(
      '/viewed/:product_id',
      {
        schema: {
          tags,
          asker,
          permission: 'feedback:write',
          headers,
          operationId: 'forgetViewed',
          summary: 'Remove a product from the list of products that I opened',
          description:
            'Deletes the caller’s views and clicks of it, in any option. If there are none, the request changes nothing.',
          problems: feedbackProblem.known('account-gone'),
          params: Type.Object({ product_id: AskedProductId }),
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const person = personAsking(request);
        if (person) await forgetViewed(db, person, request.params.product_id);
        return reply.status(204).send(null);
      },
    );
  };
}
