/** @file Makes the shelves of many people, with few queries, as lines of JSON. */
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { RecommenderModel } from '@kindred/recommender';
import { type CatalogEntry, findEntries } from '../../catalogue/catalog/index.ts';
import { findHistories } from '../interactions/index.ts';
import { type RecommendDependencies, type RecommendedPage, recommend } from '../recommendations/index.ts';

/** How many people share a query for histories. */
export const peopleInChunk = 200;
/** How many shelves are made before shoppers' requests get their turn. */
const peopleAtOnce = 10;
/** No shopper waits, so no part of a shelf is left out because it is late. */
const partMs = 60_000;

interface Shelves {
  readonly shelves: number;
  readonly items: number;
  /** A line per person, each with its end. */
  readonly lines: string;
}

/** Makes the shelves of one chunk of people. @param model the model of all shelves, whichever is active */
export async function makeShelves(
  recommendations: RecommendDependencies,
  {
    model,
    userIds,
    limit,
  }: { model: RecommenderModel | undefined; userIds: readonly string[]; limit: number },
): Promise<Shelves> {
  const shoppers = userIds.map((userId) => ({ userId, visitorId: undefined }));
  const signals = await recommendations.readSignals();
  const histories = await findHistories(recommendations.db, shoppers, { signals });
  const dependencies: RecommendDependencies = {
    ...recommendations,
    assignArm: (shopper) => ({ ...recommendations.assignArm(shopper), model }),
    findCards: createCardReader(recommendations.db),
    partMs,
  };
  const made = { shelves: 0, items: 0, lines: '' };
  for (let start = 0; start < userIds.length; start += peopleAtOnce) {
    const some = shoppers.slice(start, start + peopleAtOnce);
    const pages = await Promise.all(
      some.map((shopper, place) =>
        recommend(dependencies, {
          context: 'home',
          shopper,
          productId: undefined,
          history: histories[start + place],
          limit,
          shown: [],
        }),
      ),
    );
    for (const [index, page] of pages.entries()) {
      made.shelves++;
      made.items += page.items.length;
      made.lines += `${JSON.stringify(lineOf(some[index].userId, page))}\n`;
    }
    await setImmediate();
  }
  return made;
}

const lineOf = (userId: string, { modelVersion, variant, items }: RecommendedPage) => ({
  request_id: randomUUID(),
  user_id: userId,
  model_version: modelVersion ?? null,
  variant,
  items: items.map(({ product, score, source, reason, position }) => ({
    product_id: product.product_id,
    item_id: product.parent_asin,
    title: product.title,
    score,
    source,
    reason,
    position,
  })),
});

/** Reads each product once, and the products of concurrent shelves with one query. */
function createCardReader(db: RecommendDependencies['db']): NonNullable<RecommendDependencies['findCards']> {
  const known = new Map<number, Promise<CatalogEntry | undefined>>();
  let wanted: number[] = [];
  let reading: Promise<ReadonlyMap<number, CatalogEntry>> | undefined;

  function readSoon(productId: number): Promise<CatalogEntry | undefined> {
    wanted.push(productId);
    reading ??= setImmediate().then(() => {
      const ids = wanted;
      wanted = [];
      reading = undefined;
      return findEntries(db, ids);
    });
    return reading.then((entries) => entries.get(productId));
  }

  return async (productIds) => {
    const entries = new Map<number, CatalogEntry>();
    await Promise.all(
      productIds.map(async (productId) => {
        const entry = known.get(productId) ?? readSoon(productId);
        known.set(productId, entry);
        const found = await entry;
        if (found) entries.set(productId, found);
      }),
    );
    return entries;
  };
}
