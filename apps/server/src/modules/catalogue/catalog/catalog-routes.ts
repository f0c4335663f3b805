import { AskedProductId, BrandList, BrandQuery, CategoryList, Product } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { remember } from '../../../platform/remember.ts';
import { findBrandsLike } from './brand-repository.ts';
import { catalogProblem } from './catalog-errors.ts';
import { findCategories } from './category-repository.ts';
import { findProduct, wasListed } from './product-repository.ts';

export const productParams = Type.Object({ id: AskedProductId });

/** Every page shows the categories, and counting their products takes a fifth of a second for 100,000 products. */
const categoriesKept = { forMs: 15_000, graceMs: 300_000 };

export function catalogRoutes({ db }: { db: Database }): ApiPlugin {
  const categories = remember(() => findCategories(db), categoriesKept);

  return async (app) => {
    app.get(
      '/categories',
      {
        schema: {
          tags: ['catalog'],
          operationId: 'listCategories',
          asker: 'anybody',
          permission: 'catalog:read',
          summary: 'List the tree of categories',
          description: 'Returns a flat list in which each category names its parent.',
          answers: { 200: 'All categories that have products' },
          response: { 200: CategoryList },
        },
      },
      async () => ({ items: await categories() }),
    );

    app.get(
      '/brands',
      {
        schema: {
          tags: ['catalog'],
          operationId: 'findBrands',
          asker: 'anybody',
          permission: 'catalog:read',
          summary: 'Find brands by a similar name',
          description: 'Finds the brand that a mistyped name means. Lists of products count all brands.',
          answers: { 200: 'Brands with similar names' },
          querystring: BrandQuery,
          response: { 200: BrandList },
        },
      },
      async ({ query: { like, limit = 5 } }) => ({ items: await findBrandsLike(db, { like, limit }) }),
    );

    app.get(
      '/products/:id',
      {
        schema: {
          tags: ['catalog'],
          operationId: 'getProduct',
          asker: 'anybody',
          permission: 'catalog:read',
          summary: 'A product',
          description:
            'Returns everything that the product’s page shows, except reviews and recommendations.',
          problems: [...catalogProblem.known('product-not-found', 'product-gone')],
          answers: { 200: 'The product' },
          params: productParams,
          response: { 200: Product },
        },
      },
      async (request) => {
        const { id } = request.params;
        const product = await findProduct(db, id);
        if (product) return product;
        if (await wasListed(db, id))
          throw catalogProblem('product-gone', `Product ${id} is not listed any more.`);
        throw catalogProblem('product-not-found', `No product ${id} is listed.`);
      },
    );
  };
}
