import { indexIds } from '../../serving/index-ids.ts';
import type { ItemModel } from '../../serving/recommender-model.ts';
import type { Neighbours } from './neighbours.ts';
import { bestOf, createSummation } from './sum-excess.ts';

/** Serves from counted pairs: an item's score is its sum of excess over the items of a history. */
export function createCoPurchaseModel(itemIds: Int32Array, neighbours: Neighbours): ItemModel {
  const itemIndex = indexIds(itemIds);
  const sum = createSummation(neighbours);

  const recommendForHistory: ItemModel['recommendForHistory'] = ({ history, exclude, k, among }) => {
    const known = history.flatMap(({ itemId, weight }) => {
      const item = itemIndex.get(itemId);
      return item === undefined ? [] : { item, weight };
    });
    const found = sum(
      known.map(({ item }) => item),
      (place) => known[place].weight,
    );
    const wanted = among && new Set(among);
    const isWanted = (item: number) =>
      !exclude.has(itemIds[item]) && (wanted === undefined || wanted.has(itemIds[item]));
    return bestOf(found, k, isWanted).map((item) => ({ itemId: itemIds[item], score: found.sums[item] }));
  };

  return {
    recommendForHistory,
    similarItems: (itemId, k, among) =>
      recommendForHistory({
        history: [{ itemId, weight: 1 }],
        exclude: new Set([itemId]),
        k,
        ...(among && { among }),
      }),
  };
}
