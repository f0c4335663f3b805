import { recency } from '../../serving/recency.ts';
import type { RecommenderModel } from '../../serving/recommender-model.ts';
import type { ModelIdentity } from '../model-kind.ts';
import type { Neighbours } from './neighbours.ts';
import { bestOf, createSummation } from './sum-excess.ts';

/** How many items of a history count: older ones would weigh less than one part in ten thousand. */
export const longestTaste = 60;

export const recencyOf = (age: number): number => recency ** age;

/** Serves from counted pairs: an item's score is its sum of excess over the items of a history. It knows no users. */
export function createCoPurchaseModel({
  version,
  kind,
  itemIds,
  neighbours,
}: ModelIdentity & { readonly neighbours: Neighbours }): RecommenderModel {
  const { pointers, items, excess } = neighbours;
  const itemIndex = new Map(Array.from(itemIds, (itemId, index) => [itemId, index]));
  const sum = createSummation(neighbours);
  const indicesOf = (ids: Iterable<number>): number[] =>
    [...ids].flatMap((itemId) => itemIndex.get(itemId) ?? []);

  /** How strongly item `from` recommends item `to`; 0 if it does not. */
  function excessOf(from: number, to: number): number {
    const place = items.subarray(pointers[from], pointers[from + 1]).indexOf(to);
    return place === -1 ? 0 : excess[pointers[from] + place];
  }

  const recommendForHistory: RecommenderModel['recommendForHistory'] = ({ history, exclude, k, among }) => {
    const found = sum(indicesOf(history).slice(0, longestTaste), recencyOf);
    const wanted = among && new Set(among);
    const isWanted = (item: number) =>
      !exclude.has(itemIds[item]) && (wanted === undefined || wanted.has(itemIds[item]));
    return bestOf(found, k, isWanted).map((item) => ({ itemId: itemIds[item], score: found.sums[item] }));
  };

  return {
    version,
    kind,
    numUsers: 0,
    numItems: itemIds.length,
    knowsUser: () => false,
    knowsItem: (itemId) => itemIndex.has(itemId),
    recommendForUser: () => [],
    recommendForHistory,

    similarItems: (itemId, k, among) =>
      recommendForHistory({ history: [itemId], exclude: new Set([itemId]), k, ...(among && { among }) }),

    strongestReason(history, itemId) {
      const item = itemIndex.get(itemId);
      if (item === undefined) return undefined;
      let strongest: number | undefined;
      let most = 0;
      indicesOf(history)
        .slice(0, longestTaste)
        .forEach((from, age) => {
          const term = recencyOf(age) * excessOf(from, item);
          if (term > most) [strongest, most] = [itemIds[from], term];
        });
      return strongest;
    },
  };
}
