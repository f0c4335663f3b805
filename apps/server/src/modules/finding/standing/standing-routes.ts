import { ProductStanding } from '@kindred/contracts';
import type { RecommenderModel } from '@kindred/recommender';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { catalogProblem, productParams } from '../../catalogue/catalog/index.ts';
import type { Recommendations } from '../recommendations/index.ts';
import { findProductCounts } from './standing-repository.ts';

const dayMs = 86_400_000;
/** Products beyond this place of a list have none. */
const lastPlace = 300;

export function standingRoutes({
  db,
  clock,
  recommendations: { listedProducts, trend },
  activeModel,
}: {
  db: Database;
  clock: () => Date;
  recommendations: Pick<Recommendations, 'listedProducts' | 'trend'>;
  activeModel: () => RecommenderModel | undefined;
}): ApiPlugin {
  return async (app) => {
    app.get(
      '/admin/products/:id/standing',
      {
        schema: {
          tags: ['admin'],
          operationId: 'showProductStanding',
          asker: 'admin',
          permission: 'catalog:read',
          summary: 'Show the stock of a product, its places in lists, and what people did with it',
          description:
            'Stock and counts are of this product alone; places are of its group. Robots do not count. A product that is not listed has no places.',
          problems: [...catalogProblem.known('product-not-found')],
          answers: { 200: 'The standing of the product' },
          params: productParams,
          response: { 200: ProductStanding },
        },
      },
      async ({ params: { id } }) => {
        const [counts, products, trending] = await Promise.all([
          findProductCounts(db, { productId: id, since: new Date(clock().getTime() - 30 * dayMs) }),
          listedProducts.read(),
          trend(),
        ]);
        if (!counts) throw catalogProblem('product-not-found', `There is no product ${id}.`);
        const itemId = products.itemOf(id);
        const model = activeModel();
        const { on_hand, reserved, ...lately } = counts;
        return {
          on_hand,
          reserved,
          popularity_place: placeIn(products.mostRated(lastPlace), itemId),
          trending_place: placeIn(
            trending.items.map((item) => item.itemId),
            itemId,
          ),
          model_version: model?.version ?? null,
          is_known_to_model: model !== undefined && (model.knowsItem(itemId) || model.knowsItem(id)),
          last_30_days: lately,
        };
      },
    );
  };
}

function placeIn(itemIds: readonly number[], itemId: number): number | null {
  const index = itemIds.indexOf(itemId);
  return index < 0 ? null : index + 1;
}
