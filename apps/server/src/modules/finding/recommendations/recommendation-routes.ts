import {
  CartTokenHeader,
  type RecommendationContext,
  RecommendationQuery,
  Recommendations,
} from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { callerProblem, requireAdmin } from '../../../platform/http/caller.ts';
import { mayTrack } from '../../../platform/http/may-track.ts';
import { isOptedOut } from '../../../platform/http/opt-out.ts';
import { problemsOf } from '../../../platform/http/problem.ts';
import { timeOrderedId } from '../../../platform/time-ordered-id.ts';
import { catalogProblem, isListed, productParams } from '../../catalogue/catalog/index.ts';
import { shopperOf } from '../interactions/index.ts';
import type { ExposureLog } from './exposure-log.ts';
import { type RecommendRequest, recommend } from './recommend.ts';
import type { RecommendationMetrics as Metrics } from './recommendation-metrics.ts';
import type { Recommendations as Recommender } from './recommendations.ts';
import { decodeShelfCursor, encodeShelfCursor, requestGoingOn, type ShelfCursor } from './shelf-cursor.ts';

const recommendationProblem = problemsOf({
  'category-not-found': { status: 404, title: 'There is no such category' },
  'product-id-missing': { status: 400, title: 'This context needs a product_id' },
  'category-missing': { status: 400, title: 'This context needs a category' },
  'list-exhausted': { status: 400, title: 'There are no more recommendations' },
});

/** The shelves on a product's page have their own addresses. */
const besideProducts = [
  {
    path: '/products/:id/similar',
    context: 'product',
    operationId: 'listSimilarProducts',
    summary: 'List products that are similar to this one',
    description: 'Similarity comes from the other products that people like who like this one.',
  },
  {
    path: '/products/:id/goes-with',
    context: 'product-goes-with',
    operationId: 'listGoingProducts',
    summary: 'List products that go with this one',
    description:
      'Products of other categories that people like who like this one: complements, not alternatives.',
  },
] as const;

const deepest = 300;

const isOfProduct = (context: RecommendationContext) => /^product\b/.test(context);
const idsOf = (numbers: string | undefined) => numbers?.split(',').map(Number);

interface Dependencies extends Recommender {
  readonly exposures: ExposureLog;
  readonly metrics: Metrics;
}

export function recommendationRoutes(dependencies: Dependencies): ApiPlugin {
  const { exposures, trend, metrics } = dependencies;

  async function answer(
    asked: Omit<RecommendRequest, 'shown' | 'modelVersion'>,
    { cursor, isTracked }: { cursor: ShelfCursor; isTracked: boolean },
  ): Promise<Recommendations> {
    const request = { ...asked, shown: cursor.shown, modelVersion: cursor.modelVersion };
    const stop = metrics.recommendationDuration.startTimer({ slot: request.context });
    const page = await recommend(dependencies, request);
    stop();
    const now = new Date();
    const requestId = requestGoingOn(cursor, now) ?? timeOrderedId(now);
    for (const [source, items] of Map.groupBy(page.items, (item) => item.source))
      metrics.recommendedItems.inc({ slot: request.context, source }, items.length);
    if (page.items.length > 0)
      exposures.write([
        {
          requestId,
          cards: page.items.map(({ product, source, score, position }) => ({
            position,
            productId: product.product_id,
            source,
            score,
          })),
          visitorId: isTracked ? request.shopper.visitorId : undefined,
          userId: isTracked ? request.shopper.userId : undefined,
          modelVersion: page.modelVersion,
          variant: page.variant,
          slot: request.context,
        },
      ]);
    const goesOn = page.hasMore && page.items.length > 0 && page.shown.length < deepest;
    const isTrend = page.items.some(({ source }) => source === 'trending');
    return {
      request_id: requestId,
      model_version: page.modelVersion ?? null,
      variant: page.variant,
      items: page.items,
      trending_since: isTrend ? ((await trend()).since?.toISOString() ?? null) : null,
      next_cursor: goesOn ? encodeShelfCursor({ ...page, requestId }) : null,
    };
  }

  function cursorOf(text: string | undefined): ShelfCursor {
    const cursor = decodeShelfCursor(text);
    if (cursor.shown.length >= deepest) throw recommendationProblem('list-exhausted');
    return cursor;
  }

  /** A product that was just listed may not be in memory yet. */
  const isThere = async (id: number): Promise<boolean> =>
    (await dependencies.listedProducts.read()).has(id) || isListed(dependencies.db, id);

  return async (app) => {
    app.get(
      '/recommendations',
      {
        schema: {
          tags: ['recommendations'],
          operationId: 'listRecommendations',
          asker: 'visitor',
          permission: 'recommendations:read',
          summary: 'Recommend products to the caller: a logged-in user, or the visitor of the cookie',
          description:
            'Each item has a reason. Send `request_id` with the events of clicked items. If the model does not answer, the list has trending and popular products. Later pages never repeat an item. For a day, they have the first page’s `request_id`, and for some minutes after a new model, they rank with the first page’s.',
          problems: [...recommendationProblem.known(), ...callerProblem.known('admin-only')],
          answers: { 200: 'The shelf' },
          headers: CartTokenHeader,
          querystring: RecommendationQuery,
          response: { 200: Recommendations },
        },
      },
      async (request) => {
        const { context = 'home', product_id, user_id, limit = 12, cursor, category } = request.query;
        if (user_id !== undefined) requireAdmin(request.caller);
        if (isOfProduct(context) && product_id === undefined)
          throw recommendationProblem('product-id-missing');
        if (context === 'category' && category === undefined) throw recommendationProblem('category-missing');
        if (category !== undefined && !(await dependencies.listedProducts.read()).categoryOf(category))
          throw recommendationProblem('category-not-found', `No category has the slug ${category}.`);
        const asked = {
          context,
          shopper: user_id === undefined ? shopperOf(request) : { userId: user_id, visitorId: undefined },
          productId: product_id,
          seeds: idsOf(request.query.product_ids),
          exclude: idsOf(request.query.exclude) ?? [],
          category,
          limit,
        };
        return answer(asked, {
          cursor: cursorOf(cursor),
          isTracked: mayTrack(request, { hasOptedOut: isOptedOut(request) }),
        });
      },
    );

    for (const { path, context, operationId, summary, description } of besideProducts)
      app.get(
        path,
        {
          schema: {
            tags: ['recommendations'],
            operationId,
            asker: 'visitor',
            permission: 'recommendations:read',
            summary,
            description,
            problems: [
              ...recommendationProblem.known('list-exhausted'),
              ...catalogProblem.known('product-not-found'),
            ],
            answers: { 200: 'The shelf' },
            headers: CartTokenHeader,
            params: productParams,
            querystring: Type.Pick(RecommendationQuery, ['limit', 'cursor', 'exclude'], {
              additionalProperties: false,
            }),
            response: { 200: Recommendations },
          },
        },
        async (request) => {
          const { id } = request.params;
          if (!(await isThere(id))) throw catalogProblem('product-not-found', `No product ${id} is listed.`);
          const asked = {
            context,
            shopper: shopperOf(request),
            productId: id,
            exclude: idsOf(request.query.exclude) ?? [],
            limit: request.query.limit ?? 12,
          };
          return answer(asked, {
            cursor: cursorOf(request.query.cursor),
            isTracked: mayTrack(request, { hasOptedOut: isOptedOut(request) }),
          });
        },
      );
  };
}
