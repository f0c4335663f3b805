import {
  createEmbeddingRanker,
  createMatrix,
  type Matrix,
  neighborsOf,
  rowOf,
  selectRows,
} from '@kindred/gnn';
import { createFactorModel } from '../../serving/factor-model.ts';
import { weightByAge } from '../../serving/recency.ts';
import type { Learnt, ModelKind, TrainedModel, TrainingData } from '../model-kind.ts';

/** Recommends items with the features of a user's liked items: the user's vector is the sum of those features. */
export const byFeatures: ModelKind = {
  name: 'by-features',

  async train(data) {
    return { ...learn(data), refit: async (everything) => learn(everything) };
  },

  load: (tensors) => trainedFeatures(tensors.matrix('item_features', tensors.numItems)),
};

function learn({ itemFeatures }: TrainingData): Learnt {
  if (!itemFeatures) throw new Error('A model by features needs features of the items.');
  return { model: trainedFeatures(itemFeatures), config: { width: itemFeatures.columns } };
}

function trainedFeatures(features: Matrix): TrainedModel {
  const { rows, columns, data } = features;
  return {
    tensors: () => new Map([['item_features', { shape: [rows, columns], data }]]),
    createRanker: ({ past, items, graph }) =>
      createEmbeddingRanker(graph, {
        userEmbeddings: tastes(past, features),
        itemEmbeddings: selectRows(features, items),
      }),
    serve: (itemIds) => createFactorModel({ itemIds, itemEmbeddings: features, foldInVectors: features }),
  };
}

/** Folds histories in as `createFactorModel` does. If the order is unknown, all items count alike. */
function tastes({ graph, historyOf }: TrainingData, features: Matrix): Matrix {
  const users = createMatrix(graph.numUsers, features.columns);
  for (let user = 0; user < graph.numUsers; user++) {
    const history = historyOf?.(user) ?? neighborsOf(graph.userItems, user);
    history.forEach((item, age) => {
      const weight = historyOf ? weightByAge(age) : 1;
      rowOf(features, item).forEach((value, column) => {
        rowOf(users, user)[column] += weight * value;
      });
    });
  }
  return users;
}
