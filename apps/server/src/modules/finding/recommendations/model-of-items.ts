/**
 * @file A model keeps the numbers that items had at its training. If products join a group later, the model knows the item by the numbers
 * of several products until the next training.
 */
import type { RecommenderModel, ScoredItem } from '@kindred/recommender';
import type { ListedProducts } from '../../../ports/listed-products.ts';

/** Wraps the model, so that callers use today's items. If an item has several numbers, the one with the best score counts. */
export function modelOfItems(model: RecommenderModel, products: ListedProducts): RecommenderModel {
  if (!products.hasGroups) return model;

  const numbersOf = (itemId: number): number[] =>
    [...new Set([itemId, ...products.productsOf(itemId)])].filter((number) => model.knowsItem(number));
  const allNumbersOf = (itemIds: Iterable<number>): number[] => Array.from(itemIds).flatMap(numbersOf);
  const oneNumberOf = (itemId: number): number => numbersOf(itemId)[0] ?? itemId;

  function itemsOf(scored: readonly ScoredItem[]): ScoredItem[] {
    const best = new Map<number, ScoredItem>();
    for (const { itemId: number, score } of scored) {
      const itemId = products.itemOf(number);
      if (!best.has(itemId)) best.set(itemId, { itemId, score });
    }
    return [...best.values()];
  }

  interface Asked {
    readonly exclude: ReadonlySet<number>;
    readonly k: number;
    readonly among?: readonly number[];
  }
  const inNumbers = ({ exclude, k, among }: Asked) => ({
    exclude: new Set(allNumbersOf(exclude)),
    k,
    ...(among && { among: allNumbersOf(among) }),
  });

  return {
    version: model.version,
    kind: model.kind,
    numUsers: model.numUsers,
    numItems: model.numItems,
    knowsUser: (userId) => model.knowsUser(userId),
    knowsItem: (itemId) => numbersOf(itemId).length > 0,
    recommendForUser: ({ userId, recent, ...asked }) =>
      itemsOf(model.recommendForUser({ userId, recent: recent.map(oneNumberOf), ...inNumbers(asked) })),
    recommendForHistory: ({ history, ...asked }) =>
      itemsOf(model.recommendForHistory({ history: history.map(oneNumberOf), ...inNumbers(asked) })),
    ...(model.recommendSoon && {
      recommendSoon: async ({ userId, recent, history, ...asked }) =>
        itemsOf(
          await model.recommendSoon!({
            userId,
            recent: recent.map(oneNumberOf),
            history: history.map(oneNumberOf),
            ...inNumbers(asked),
          }),
        ),
    }),
    similarItems: (itemId, k, among) =>
      itemsOf(model.similarItems(oneNumberOf(itemId), k, among && allNumbersOf(among))).filter(
        (similar) => similar.itemId !== itemId,
      ),
    strongestReason(history, itemId) {
      const reason = model.strongestReason(history.map(oneNumberOf), oneNumberOf(itemId));
      return reason === undefined ? undefined : products.itemOf(reason);
    },
  };
}
