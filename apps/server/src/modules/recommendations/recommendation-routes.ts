import { randomUUID } from 'node:crypto';
import { CartTokenHeader, RecommendationQuery, Recommendations } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../platform/http/api.ts';
import { callerProblem, requireAdmin } from '../../platform/http/caller.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { problemsOf } from '../../platform/http/problem.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { catalogProblem, isListed, productParams } from '../catalog/index.ts';
import type { ExposureLog } from './exposure-log.ts';
import { type RecommendDependencies, type RecommendRequest, recommend } from './recommend.ts';

const recommendationProblem = problemsOf({
  'product-id-missing': { status: 400, title: 'This context needs a product_id' },
  'list-exhausted': { status: 400, title: 'Recommendations end here' },
});

const variant = 'control';
const deepest = 300;

interface Dependencies extends RecommendDependencies {
  readonly exposures: ExposureLog;
  readonly metrics: Metrics;
}

export function recommendationRoutes(dependencies: Dependencies): ApiPlugin {
  const { exposures, metrics } = dependencies;

  async function answer(request: RecommendRequest): Promise<Recommendations> {
    const stop = metrics.recommendationDuration.startTimer({ slot: request.context });
    const page = await recommend(dependencies, request);
    stop();
    const requestId = randomUUID();
    for (const { source } of page.items) metrics.recommendedItems.inc({ slot: request.context, source });
    exposures.write(
      page.items.map(({ product, source, score, position }) => ({
        requestId,
        position,
        productId: product.product_id,
        visitorId: request.shopper.visitorId,
        userId: request.shopper.userId,
        modelVersion: page.modelVersion,
        variant,
        slot: request.context,
        source,
        score,
      })),
    );
    const next = request.offset + request.limit;
    return {
      request_id: requestId,
      model_version: page.modelVersion ?? null,
      variant,
      items: page.items,
      next_cursor: page.hasMore && next < deepest ? encodeCursor([next]) : null,
    };
  }

  function offsetOf(cursor: string | undefined): number {
    if (cursor === undefined) return 0;
    const offset = Number(decodeCursor(cursor, ['int4'])[0]);
    if (offset < 0 || offset >= deepest) throw recommendationProblem('list-exhausted');
    return offset;
  }

  return async (app) => {
    app.get(
      '/recommendations',
      {
        schema: {
          tags: ['recommendations'],
          operationId: 'listRecommendations',
          asker: 'visitor',
          summary: 'A shelf for whoever asks: a signed-in user, or the visitor of the cookie',
          description:
            'Each item says why it is there. `request_id` belongs into the events of what is clicked. Where the model does not answer, what is trending and popular does.',
          problems: [...recommendationProblem.known(), ...callerProblem.known('admin-only')],
          answers: { 200: 'The shelf' },
          headers: CartTokenHeader,
          querystring: RecommendationQuery,
          response: { 200: Recommendations },
        },
      },
      async (request) => {
        const { context = 'home', product_id, user_id, limit = 12, cursor } = request.query;
        if (user_id !== undefined) requireAdmin(request.caller);
        if (context === 'product' && product_id === undefined)
          throw recommendationProblem('product-id-missing');
        return answer({
          context,
          shopper: {
            userId: user_id ?? request.caller.userId,
            visitorId: user_id === undefined ? request.visitorId : undefined,
          },
          productId: product_id,
          limit,
          offset: offsetOf(cursor),
        });
      },
    );

    app.get(
      '/products/:id/similar',
      {
        schema: {
          tags: ['recommendations'],
          operationId: 'listSimilarProducts',
          asker: 'visitor',
          summary: 'Products like this one',
          description: 'By what people who liked it like besides.',
          problems: [
            ...recommendationProblem.known('list-exhausted'),
            ...catalogProblem.known('product-not-found'),
          ],
          answers: { 200: 'The shelf' },
          headers: CartTokenHeader,
          params: productParams,
          querystring: Type.Pick(RecommendationQuery, ['limit', 'cursor'], { additionalProperties: false }),
          response: { 200: Recommendations },
        },
      },
      async (request) => {
        const { id } = request.params;
        if (!(await isListed(dependencies.db, id)))
          throw catalogProblem('product-not-found', `No product ${id} is listed.`);
        return answer({
          context: 'product',
          shopper: { userId: undefined, visitorId: request.visitorId },
          productId: id,
          limit: request.query.limit ?? 12,
          offset: offsetOf(request.query.cursor),
        });
      },
    );
  };
}
