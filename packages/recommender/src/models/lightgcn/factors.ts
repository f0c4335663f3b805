import { createEmbeddingRanker, type Matrix, selectRows, type Tensor } from '@kindred/gnn';
import { createFactorModel } from '../../serving/factor-model.ts';
import type { LoadedModel, TrainedModel } from '../model-kind.ts';
import type { StoredTensors } from '../stored-tensors.ts';

/** The stored part of a trained LightGCN: nothing about single users. Both matrices have the same width. */
interface Factors {
  readonly itemEmbeddings: Matrix;
  /** Each item's contribution to the vector of a history: see `LightGCN.foldIn`. */
  readonly foldInVectors: Matrix;
}

export function trainedFactors({
  userEmbeddings,
  ...factors
}: Factors & { readonly userEmbeddings: Matrix }): TrainedModel {
  const { itemEmbeddings, foldInVectors } = factors;
  return {
    tensors: () =>
      new Map([
        ['item_embeddings', tensorOf(itemEmbeddings)],
        ['fold_in_vectors', tensorOf(foldInVectors)],
      ]),
    createRanker: ({ graph, items }) =>
      createEmbeddingRanker(graph, { userEmbeddings, itemEmbeddings: selectRows(itemEmbeddings, items) }),
    ...loadedFactors({ itemEmbeddings, foldInVectors }),
  };
}

/** @throws Error when a matrix is missing, or its size does not fit the other */
export function loadFactors(tensors: StoredTensors): LoadedModel {
  const itemEmbeddings = tensors.matrix('item_embeddings', tensors.numItems);
  const foldInVectors = tensors.matrix('fold_in_vectors', tensors.numItems, itemEmbeddings.columns);
  return loadedFactors({ itemEmbeddings, foldInVectors });
}

const loadedFactors = (factors: Factors): LoadedModel => ({
  serve: (itemIds) => createFactorModel({ itemIds, ...factors }),
});

function tensorOf({ rows, columns, data }: Matrix): Tensor {
  return { shape: [rows, columns], data };
}
