import { AskedProductId, ProductSale, ProductSaleList, SaleContent } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { catalogProblem } from '../catalog/index.ts';
import { addSale, deleteSale, listSales, replaceSale } from './change-sales.ts';
import { saleProblem } from './sale-errors.ts';

const tags = ['admin'];
const productParams = Type.Object({ id: AskedProductId });
const saleParams = Type.Object({
  id: AskedProductId,
  sale: Type.Integer({ minimum: 1, maximum: 2147483647, description: 'The id of the sale' }),
});
const impossible = [
  'sales-overlap',
  'sale-not-below-price',
  'sale-in-other-currency',
  'sale-ends-too-early',
] as const;

export function saleRoutes({ db, clock }: { db: Database; clock: () => Date }): ApiPlugin {
  return async (app) => {
    app.get(
      '/admin/products/:id/sales',
      {
        schema: {
          tags,
          operationId: 'listProductSales',
          asker: 'admin',
          permission: 'catalog:read',
          summary: 'The sales of a product',
          description: 'Planned, current and past ones. Past sales are kept for a year.',
          problems: [...catalogProblem.known('product-not-found')],
          answers: { 200: 'The sales' },
          params: productParams,
          response: { 200: ProductSaleList },
        },
      },
      async ({ params }) => ({ items: await listSales(db, params.id) }),
    );

    app.post(
      '/admin/products/:id/sales',
      {
        schema: {
          tags,
          operationId: 'addProductSale',
          asker: 'admin',
          permission: 'catalog:write',
          summary: 'Plan a sale, or begin one',
          description:
            'A sale begins within a minute of `starts_at`, or immediately if that time has passed. The shop announces a reduction only if the sale price is below the lowest price of the 30 days before.',
          problems: [...catalogProblem.known('product-not-found'), ...saleProblem.known(...impossible)],
          answers: { 201: 'The sale, with its id' },
          params: productParams,
          body: SaleContent,
          response: { 201: ProductSale },
        },
      },
      async ({ params, body }, reply) =>
        reply.status(201).send(await addSale(db, { productId: params.id, content: body, now: clock() })),
    );

    app.put(
      '/admin/products/:id/sales/:sale',
      {
        schema: {
          tags,
          operationId: 'replaceProductSale',
          asker: 'admin',
          permission: 'catalog:write',
          summary: 'Change a sale that has not ended',
          description:
            'Without `starts_at` it keeps its beginning. If the price of a current sale rises, the 30 days before count from now.',
          problems: [
            ...catalogProblem.known('product-not-found'),
            ...saleProblem.known('sale-not-found', 'sale-ended', ...impossible),
          ],
          answers: { 200: 'The sale after the change' },
          params: saleParams,
          body: SaleContent,
          response: { 200: ProductSale },
        },
      },
      async ({ params, body }) =>
        replaceSale(db, { productId: params.id, saleId: params.sale, content: body, now: clock() }),
    );

    app.delete(
      '/admin/products/:id/sales/:sale',
      {
        schema: {
          tags,
          operationId: 'deleteProductSale',
          asker: 'admin',
          permission: 'catalog:write',
          summary: 'Delete a sale; a current one ends immediately',
          description: 'The shop asks the regular price again.',
          problems: [...catalogProblem.known('product-not-found'), ...saleProblem.known('sale-not-found')],
          params: saleParams,
          response: { 204: Type.Null() },
        },
      },
      async ({ params }, reply) => {
        await deleteSale(db, { productId: params.id, saleId: params.sale, now: clock() });
        return reply.status(204).send(null);
      },
    );
  };
}
