import { SearchBoostList, SearchBoostQuery } from '@kindred/contracts';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { learnedPoints } from '../../../ports/learned-points.ts';
import { searchKey } from '../../../ports/search-text.ts';
import { findChosenProducts } from './boost-repository.ts';

export function boostRoutes({ db }: { db: Database }): ApiPlugin {
  return async (app) => {
    app.get(
      '/admin/search/boosts',
      {
        schema: {
          tags: ['admin'],
          operationId: 'listSearchBoosts',
          asker: 'admin',
          permission: 'search:read',
          summary:
            'List the products that shoppers chose after a search, and the points that each product earns',
          description: 'These points explain why a product ranks higher for this search.',
          answers: { 200: 'The products, the one with the most points first' },
          querystring: SearchBoostQuery,
          response: { 200: SearchBoostList },
        },
      },
      async ({ query: { q } }) => {
        const key = searchKey(q);
        const items = (await findChosenProducts(db, key)).map(({ productId, title, clickers, buyers }) => ({
          product_id: productId,
          title,
          clickers,
          buyers,
          points: learnedPoints({ clickers, buyers }),
        }));
        return { key, items: items.sort((a, b) => b.points - a.points || a.product_id - b.product_id) };
      },
    );
  };
}
