import { createEmbeddingRanker, type Matrix, selectRows, type Tensor } from '@kindred/gnn';
import { createFactorModel } from '../../serving/factor-model.ts';
import type { TrainedModel } from '../model-kind.ts';
import type { StoredTensors } from '../stored-tensors.ts';

/** The stored part of a trained LightGCN. All matrices have the same width. */
interface Factors {
  readonly userEmbeddings: Matrix;
  readonly itemEmbeddings: Matrix;
  /** Each item's contribution to the vector of a history: see `LightGCN.foldIn`. */
  readonly foldInVectors: Matrix;
}

export function trainedFactors({ userEmbeddings, itemEmbeddings, foldInVectors }: Factors): TrainedModel {
  const factors = { userEmbeddings, itemEmbeddings, foldInVectors };
  return {
    knowsUsers: true,
    tensors: () =>
      new Map([
        ['user_embeddings', tensorOf(userEmbeddings)],
        ['item_embeddings', tensorOf(itemEmbeddings)],
        ['fold_in_vectors', tensorOf(foldInVectors)],
      ]),
    createRanker: ({ graph, items }) =>
      createEmbeddingRanker(graph, { userEmbeddings, itemEmbeddings: selectRows(itemEmbeddings, items) }),
    serve: (identity) => createFactorModel({ ...identity, ...factors }),
  };
}

/** @throws Error when a matrix is missing, or its size does not fit the others */
export function loadFactors(tensors: StoredTensors): TrainedModel {
  const itemEmbeddings = tensors.matrix('item_embeddings', tensors.numItems);
  const { columns } = itemEmbeddings;
  return trainedFactors({
    userEmbeddings: tensors.matrix('user_embeddings', tensors.numUsers, columns),
    itemEmbeddings,
    foldInVectors: tensors.matrix('fold_in_vectors', tensors.numItems, columns),
  });
}

function tensorOf({ rows, columns, data }: Matrix): Tensor {
  return { shape: [rows, columns], data };
}
