import { ReviewList, ReviewQuery } from '@kindred/contracts';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { catalogProblem, isListed, productParams } from '../catalog/index.ts';
import { findReviews } from './review-repository.ts';

export function reviewRoutes({ db }: { db: Database }): ApiPlugin {
  return async (app) => {
    app.get(
      '/products/:id/reviews',
      {
        schema: {
          tags: ['reviews'],
          operationId: 'listReviews',
          asker: 'anybody',
          permission: 'catalog:read',
          summary: 'List the reviews of a product, with their histogram',
          description: 'The list has published reviews only; the default order is the most helpful first.',
          problems: [...catalogProblem.known('product-not-found')],
          answers: { 200: 'A page of reviews' },
          params: productParams,
          querystring: ReviewQuery,
          response: { 200: ReviewList },
        },
      },
      async (request) => {
        const { id } = request.params;
        const [listed, reviews] = await Promise.all([isListed(db, id), findReviews(db, id, request.query)]);
        if (!listed) throw catalogProblem('product-not-found', `No product ${id} is listed.`);
        return reviews;
      },
    );
  };
}
