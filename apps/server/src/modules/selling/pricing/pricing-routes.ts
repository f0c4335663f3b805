import { ShippingMethodList, ShippingMethodQuery } from '@kindred/contracts';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { presentShippingMethod } from './present-shipping-method.ts';
import { listShippingMethods } from './pricing-repository.ts';

export function pricingRoutes({ db, clock }: { db: Database; clock: () => Date }): ApiPlugin {
  return async (app) => {
    app.get(
      '/shipping-methods',
      {
        schema: {
          tags: ['checkout'],
          operationId: 'listShippingMethods',
          asker: 'anybody',
          permission: 'checkout:write',
          summary: 'List the shipping methods',
          description: 'A country and a currency narrow the list.',
          answers: { 200: 'The shipping methods' },
          querystring: ShippingMethodQuery,
          response: { 200: ShippingMethodList },
        },
      },
      async (request) => {
        const methods = await listShippingMethods(db, request.query);
        return {
          items: methods.map((method) => presentShippingMethod(method, clock())),
        };
      },
    );
  };
}
