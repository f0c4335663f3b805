import { listOf, type Neighbours } from '../models/co-purchase/neighbours.ts';
import type { LoadedModel } from '../models/model-kind.ts';
import { createFusion, type Seed } from './fusion.ts';
import { indexIds } from './index-ids.ts';
import { nearestBy, nearestIn } from './nearest.ts';
import type { RecommenderModel, ScoredItem, WeightedItem } from './recommender-model.ts';

/** The lists by which a model ranks for a history, by the items' numbers. */
export interface ItemLists {
  /** A table of `tabulateNearest`. Missing in artefacts that were made before there were such tables. */
  readonly nearest?: Int32Array;
  /** Missing in the same artefacts. */
  readonly neighbours?: Neighbours;
}

/** A trained or loaded model as the shop asks it: its own lists for each item of a history, fused with what people like together. */
export function createRecommender({
  version,
  kind,
  itemIds,
  model: loaded,
  lists: { nearest: table, neighbours },
}: {
  version: string;
  kind: string;
  itemIds: Int32Array;
  model: LoadedModel;
  lists: ItemLists;
}): RecommenderModel {
  const model = loaded.serve(itemIds);
  const itemIndex = indexIds(itemIds);
  const nearest = table ? nearestIn(table) : nearestBy(model, itemIds);
  const fusion = createFusion(
    itemIds.length,
    neighbours ? [nearest, (item) => listOf(neighbours, item)] : [nearest],
  );

  const seedsOf = (history: readonly WeightedItem[]): Seed[] =>
    history.flatMap(({ itemId, weight }) => {
      const item = itemIndex.get(itemId);
      return item === undefined ? [] : { item, weight };
    });
  const named = (items: readonly ScoredItem[]): ScoredItem[] =>
    items.map(({ itemId: item, score }) => ({ itemId: itemIds[item], score }));
  const isOutside = (exclude: ReadonlySet<number>) => (item: number) => !exclude.has(itemIds[item]);

  return {
    version,
    kind,
    numItems: itemIds.length,
    knowsItem: (itemId) => itemIndex.has(itemId),

    recommendForHistory: ({ among, ...asked }) =>
      among
        ? model.recommendForHistory({ ...asked, among })
        : named(fusion.best(seedsOf(asked.history), { k: asked.k, isWanted: isOutside(asked.exclude) })),

    similarItems: model.similarItems,

    causes({ history, exclude, k }) {
      const causeOf = fusion.causes(seedsOf(history), { k, isWanted: isOutside(exclude) });
      return (itemId) => {
        const item = itemIndex.get(itemId);
        const seed = item === undefined ? undefined : causeOf(item);
        return seed && itemIds[seed.item];
      };
    },

    goesWith({ items, history, exclude, k, accepts }) {
      const own = new Set(items.map(({ itemId }) => itemId));
      const isWanted = (item: number) =>
        !own.has(itemIds[item]) && !exclude.has(itemIds[item]) && accepts(itemIds[item]);
      const all = { k: itemIds.length, isWanted, places: Number.POSITIVE_INFINITY };
      const found = fusion.best(seedsOf(items), all);
      const taste = fusion.scoresOf(
        seedsOf(history.filter(({ itemId }) => !own.has(itemId))),
        found.map(({ itemId }) => itemId),
      );
      return named(found.map(({ itemId, score }, place) => ({ itemId, score: score + taste[place] })))
        .sort((a, b) => b.score - a.score)
        .slice(0, k);
    },

    likedTogether(itemId, k, accepts = () => true) {
      const item = itemIndex.get(itemId);
      if (item === undefined || !neighbours) return [];
      const { pointers, items, excess } = neighbours;
      const found: ScoredItem[] = [];
      for (let place = pointers[item]; place < pointers[item + 1] && found.length < k; place++) {
        const other = itemIds[items[place]];
        if (accepts(other)) found.push({ itemId: other, score: 1 + excess[place] });
      }
      return found;
    },
  };
}
