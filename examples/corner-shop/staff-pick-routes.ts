import { type ApiPlugin, type ExtensionNode, problemsOf, Type } from '@kindred/server/extension';
import { NewStaffPickSchema, StaffPickListSchema, StaffPickSchema } from './staff-pick.ts';
import type { StaffPickMetrics } from './staff-pick-metrics.ts';
import { deletePick, findPicks, savePick } from './staff-pick-repository.ts';

const staffPickProblem = problemsOf({
  'product-not-listed': { status: 404, title: 'The product is not listed' },
});

const params = Type.Object({
  product_id: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'The product' }),
});

export function staffPickRoutes({
  db,
  clock,
  metrics,
}: Pick<ExtensionNode, 'clock' | 'db'> & { readonly metrics: StaffPickMetrics }): ApiPlugin {
  return async (app) => {
    app.get(
      '/staff-picks',
      {
        schema: {
          tags: ['catalog'],
          operationId: 'listStaffPicks',
          asker: 'anybody',
          permission: 'catalog:read',
          summary: 'List the staff picks',
          description: 'The newest first.',
          answers: { 200: 'The picks' },
          response: { 200: StaffPickListSchema },
        },
      },
      async () => {
        metrics.shown.inc();
        return { items: await findPicks(db) };
      },
    );

    app.put(
      '/admin/staff-picks/:product_id',
      {
        schema: {
          tags: ['admin'],
          operationId: 'saveStaffPick',
          asker: 'admin',
          permission: 'catalog:write',
          summary: 'Pick a product',
          description: 'If the product is a pick already, its note is replaced.',
          problems: [...staffPickProblem.known('product-not-listed')],
          answers: { 200: 'The pick' },
          params,
          body: NewStaffPickSchema,
          response: { 200: StaffPickSchema },
        },
      },
      async ({ params: { product_id: productId }, body: { note } }) => {
        const pick = await savePick(db, { productId, note, at: clock() });
        if (!pick) throw staffPickProblem('product-not-listed', `No product ${productId} is listed.`);
        return pick;
      },
    );

    app.delete(
      '/admin/staff-picks/:product_id',
      {
        schema: {
          tags: ['admin'],
          operationId: 'deleteStaffPick',
          asker: 'admin',
          permission: 'catalog:write',
          summary: 'Remove a pick',
          description: 'It succeeds even if the product is not a pick.',
          answers: { 204: 'The product is not a pick' },
          params,
          response: { 204: Type.Null() },
        },
      },
      async ({ params: { product_id: productId } }, reply) => {
        await deletePick(db, productId);
        return reply.status(204).send(null);
      },
    );
  };
}
