import { buildBipartiteGraph } from '@kindred/gnn';
import {
  createRecommender,
  modelKindNamed,
  type RecommenderModel,
  reachOf,
  shelfLength,
  trainRecommender,
  vary,
  type WeightedItem,
} from '@kindred/recommender';
import type { DataSet } from './data-set.ts';

export interface Trained {
  readonly recommender: RecommenderModel;
  /** The model's own ranking by a folded-in history, without the lists. */
  foldedIn(history: readonly WeightedItem[], known: ReadonlySet<number>): number[];
  /** By the vector that the training learnt for each user. */
  learnt(userIds: readonly string[]): Promise<number[][]>;
}

export async function train(
  { interactions }: DataSet,
  kindName: string,
  run: { seed: number; signal: AbortSignal },
): Promise<Trained> {
  const kind = modelKindNamed(kindName);
  const trained = await trainRecommender({ kind, interactions, threads: 2, ...run });
  const { itemIds, userIds } = interactions;
  const own = trained.model.serve(itemIds);
  const graph = buildBipartiteGraph({
    users: interactions.users,
    items: interactions.items,
    numUsers: userIds.length,
    numItems: itemIds.length,
  });
  return {
    recommender: createRecommender({ ...trained, version: 'of a proof' }),
    foldedIn: (history, known) => idsOf(own.recommendForHistory({ history, exclude: known, k: shelfLength })),
    async learnt(asked) {
      const items = Int32Array.from(itemIds.keys());
      const users = Int32Array.from(asked, (userId) => userIds.indexOf(userId));
      const lists = await trained.model
        .createRanker({ past: { graph }, graph, items })
        .rank(users, shelfLength);
      return asked.map((_, row) =>
        Array.from(lists.subarray(row * shelfLength, (row + 1) * shelfLength), (item) => itemIds[item]!),
      );
    },
  };
}

export const idsOf = (items: readonly { readonly itemId: number }[]): number[] =>
  items.map(({ itemId }) => itemId);

/** The first items of the shelf that `sources/personal.ts` makes of a history. */
export function shelfOf(
  recommender: RecommenderModel,
  { itemOf }: DataSet,
  { history, known }: { readonly history: readonly WeightedItem[]; readonly known: ReadonlySet<number> },
): { readonly items: number[]; readonly reach: number } {
  const ranked = recommender.recommendForHistory({ history, exclude: known, k: 3 * shelfLength });
  const kindOf = (itemId: number) => itemOf(itemId).kind;
  const brandOf = (itemId: number) => itemOf(itemId).brand;
  const reach = reachOf({ history, ranked, kindOf });
  return { items: idsOf(vary(ranked, { reach, kindOf, brandOf })).slice(0, shelfLength), reach };
}
