import { ShippingMethodList, ShippingMethodQuery } from '@kindred/contracts';
import type { ApiPlugin } from '../../platform/http/api.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { presentShippingMethod } from './present-shipping-method.ts';
import { listShippingMethods } from './pricing-repository.ts';

export function pricingRoutes({ db, clock }: { db: Database; clock: () => Date }): ApiPlugin {
  return async (app) => {
    app.get(
      '/shipping-methods',
      {
        schema: {
          tags: ['checkout'],
          summary: 'How an order can be sent',
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
