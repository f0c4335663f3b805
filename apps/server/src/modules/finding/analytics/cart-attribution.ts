import type { Shop } from '@kindred/contracts';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../../../platform/postgres/database.ts';
import { createWriteBehind, type WriteBehind } from '../../../platform/write-behind.ts';
import type { AnalyticsMetrics } from './analytics-metrics.ts';
import { attributeCarts, type CartAddition } from './attribution-repository.ts';

export type CartAttribution = WriteBehind<CartAddition>;

/** Attributes what shoppers put into their carts, after they have their answer. */
export function createCartAttribution({
  db,
  logger,
  metrics,
  readShop,
}: {
  db: Database;
  logger: Pick<FastifyBaseLogger, 'error'>;
  metrics: AnalyticsMetrics;
  readShop: () => Promise<Shop>;
}): CartAttribution {
  return createWriteBehind({
    async store(additions) {
      const { attribution_days } = (await readShop()).recommendations;
      await attributeCarts(db, additions, attribution_days);
    },
    onLost(lost, error) {
      metrics.cartAdditionsLost.inc(lost);
      if (error) logger.error({ err: error, rows: lost }, 'additions to carts could not be attributed');
    },
  });
}
