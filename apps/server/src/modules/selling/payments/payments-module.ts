import type { Logger } from 'pino';
import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { PaymentGateway } from '../../../ports/payment-gateway.ts';
import { paymentJobs, type SettleOrder } from './apply-payment-event.ts';
import { paymentRoutes } from './payment-routes.ts';
import { testMethodRoutes } from './test-method-routes.ts';
import { type TestProvider, testProviderRoutes } from './test-provider-routes.ts';

export function createPaymentsModule({
  db,
  logger,
  gateway,
  testProvider,
  settleOrder,
  settleOrderOnPage,
}: {
  db: Database;
  logger: Pick<Logger, 'warn'>;
  gateway: PaymentGateway;
  /** Undefined if another provider takes the payments. */
  testProvider: TestProvider | undefined;
  /** Throws if the provider does not answer, so that the job tries again. */
  settleOrder: SettleOrder;
  settleOrderOnPage: SettleOrder;
}): Module {
  return {
    name: 'payments',
    routes: [
      paymentRoutes({ db, gateway }),
      ...(testProvider
        ? [
            testMethodRoutes({ testProvider }),
            testProviderRoutes({ db, testProvider, settleOrder: settleOrderOnPage }),
          ]
        : []),
    ],
    jobs: paymentJobs({ db, logger, settleOrder }),
    health: [
      {
        name: 'payment',
        async check() {
          await gateway.check();
          return { version: gateway.provider };
        },
      },
    ],
  };
}
