import { PerformanceQuery, PerformanceReport } from '@kindred/contracts';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { findPerformance } from './performance-repository.ts';

const usualDays = 30;

export function performanceRoutes({ db, clock }: { db: Database; clock: () => Date }): ApiPlugin {
  return async (app) => {
    app.get(
      '/admin/recommendations/performance',
      {
        schema: {
          tags: ['admin'],
          operationId: 'showRecommendationPerformance',
          asker: 'admin',
          permission: 'recommendations:read',
          summary: 'Show what recommendations led to, by slot, source, model, variant or product',
          description:
            'Counts what happened in the period, the last 30 days by default. A cart or a purchase belongs to the last click on a card of the product, or else to its last impression, within the shop’s `attribution_days`. Robots do not count.',
          answers: { 200: 'The report' },
          querystring: PerformanceQuery,
          response: { 200: PerformanceReport },
        },
      },
      async ({ query: { by = 'slot', since, until } }) => {
        const end = until === undefined ? clock() : new Date(until);
        const begin =
          since === undefined ? new Date(end.getTime() - usualDays * 86_400_000) : new Date(since);
        const items = await findPerformance(db, { by, since: begin, until: end });
        return { by, since: begin.toISOString(), until: end.toISOString(), items };
      },
    );
  };
}
