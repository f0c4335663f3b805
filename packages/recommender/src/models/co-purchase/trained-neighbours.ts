import { neighborsOf, type Ranker, type Tensor } from '@kindred/gnn';
import { testedHistory, weightByAge } from '../../serving/recency.ts';
import type { RankingTask, TrainedModel } from '../model-kind.ts';
import type { StoredTensors } from '../stored-tensors.ts';
import { createCoPurchaseModel } from './co-purchase-model.ts';
import type { Neighbours } from './neighbours.ts';
import { bestOf, createSummation } from './sum-excess.ts';

export function trainedNeighbours(neighbours: Neighbours): TrainedModel {
  return {
    tensors: () => neighbourTensors(neighbours),
    createRanker: (task) => createNeighbourRanker(neighbours, task),
    serve: (itemIds) => createCoPurchaseModel(itemIds, neighbours),
  };
}

export const neighbourTensors = ({ pointers, items, excess }: Neighbours): ReadonlyMap<string, Tensor> =>
  new Map([
    ['neighbour_pointers', { shape: [pointers.length], data: pointers }],
    ['neighbours', { shape: [items.length], data: items }],
    ['neighbour_excess', { shape: [excess.length], data: excess }],
  ]);

/** @throws Error when the lists are not consecutive, or name an item that does not exist */
export function readNeighbours(tensors: StoredTensors): Neighbours {
  const { numItems } = tensors;
  const pointers = tensors.ints('neighbour_pointers', numItems + 1);
  if (pointers[0] !== 0 || pointers.some((pointer, item) => item > 0 && pointer < pointers[item - 1]))
    throw tensors.wrong('neighbour_pointers must begin with 0 and never fall.');
  const items = tensors.ints('neighbours', pointers[numItems]);
  const stray = items.find((item) => item < 0 || item >= numItems);
  if (stray !== undefined)
    throw tensors.wrong(`neighbours names item ${stray}, but there are ${numItems} items.`);
  const excess = tensors.floats('neighbour_excess', items.length);
  if (!excess.every((value) => value > 0)) throw tensors.wrong('neighbour_excess must be above 0.');
  return { pointers, items, excess };
}

/** Ranks as the shop will: by the history of each user. If its order is unknown, all items count alike. */
function createNeighbourRanker(neighbours: Neighbours, { past, items, graph }: RankingTask): Ranker {
  const sum = createSummation(neighbours);
  const placeOf = new Int32Array(past.graph.numItems).fill(-1);
  items.forEach((item, place) => {
    placeOf[item] = place;
  });
  return {
    rank(users, k) {
      const lists = new Int32Array(users.length * k).fill(-1);
      users.forEach((user, row) => {
        const known = new Set(neighborsOf(graph.userItems, user));
        const found = past.historyOf
          ? sum(past.historyOf(user).subarray(0, testedHistory), weightByAge)
          : sum(neighborsOf(past.graph.userItems, user), () => 1);
        const isWanted = (item: number) => placeOf[item] >= 0 && !known.has(placeOf[item]);
        lists.set(
          bestOf(found, k, isWanted).map((item) => placeOf[item]),
          row * k,
        );
      });
      return lists;
    },
  };
}
