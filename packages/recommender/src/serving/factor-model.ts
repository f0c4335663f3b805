import { type Matrix, rowOf, TopKIndex } from '@kindred/gnn';
import { bestScored } from './best-scored.ts';
import { indexIds } from './index-ids.ts';
import type { ItemModel, ScoredItem, WeightedItem } from './recommender-model.ts';

/** The parts of a trained factor model. Both matrices are row-major and have the same width, and a row for each item. */
export interface Factors {
  readonly itemIds: Int32Array;
  readonly itemEmbeddings: Matrix;
  /** Each item's contribution to the vector of a history: see `LightGCN.foldIn`. */
  readonly foldInVectors: Matrix;
}

/** Serves by dot products of a folded-in history with every item's vector. */
export function createFactorModel({ itemIds, itemEmbeddings, foldInVectors }: Factors): ItemModel {
  const itemIndex = indexIds(itemIds);
  const byScore = new TopKIndex(itemEmbeddings);
  const directions = normalizeRows(itemEmbeddings);
  const byAngle = new TopKIndex(directions);

  function best(index: TopKIndex, vector: Float32Array, exclude: Iterable<number>, k: number): ScoredItem[] {
    const excluded = [...exclude].flatMap((itemId) => itemIndex.get(itemId) ?? []);
    const { items, scores } = index.search(vector, { k, exclude: excluded });
    const found = items.indexOf(-1);
    return Array.from(found === -1 ? items : items.subarray(0, found), (item, rank) => ({
      itemId: itemIds[item],
      score: scores[rank],
    }));
  }

  function bestAmong(
    matrix: Matrix,
    vector: Float32Array,
    { among, exclude, k }: { among: readonly number[]; exclude: ReadonlySet<number>; k: number },
  ): ScoredItem[] {
    const ids = new Int32Array(among.length);
    const scores = new Float64Array(among.length);
    let size = 0;
    for (const itemId of among) {
      const index = exclude.has(itemId) ? undefined : itemIndex.get(itemId);
      if (index === undefined) continue;
      ids[size] = itemId;
      scores[size++] = dotRow(matrix, index, vector);
    }
    return bestScored(ids.subarray(0, size), scores.subarray(0, size), k);
  }

  /** sum of w_i f_i / sqrt(sum of |w_i|) */
  function foldIn(history: readonly WeightedItem[]): Float32Array | undefined {
    const vector = new Float32Array(foldInVectors.columns);
    let total = 0;
    for (const { itemId, weight } of history) {
      const item = itemIndex.get(itemId);
      if (item === undefined || weight === 0) continue;
      total += Math.abs(weight);
      const start = item * vector.length;
      for (let column = 0; column < vector.length; column++)
        vector[column] += weight * foldInVectors.data[start + column];
    }
    return total === 0 ? undefined : vector.map((value) => value / Math.sqrt(total));
  }

  return {
    recommendForHistory({ history, exclude, k, among }) {
      const vector = foldIn(history);
      if (!vector) return [];
      return among
        ? bestAmong(itemEmbeddings, vector, { among, exclude, k })
        : best(byScore, vector, exclude, k);
    },

    similarItems(itemId, k, among) {
      const item = itemIndex.get(itemId);
      if (item === undefined) return [];
      const direction = rowOf(directions, item);
      return among
        ? bestAmong(directions, direction, { among, exclude: new Set([itemId]), k })
        : best(byAngle, direction, [itemId], k);
    },
  };
}

/** `dot(rowOf(matrix, row), vector)`, without a view for each row. */
function dotRow({ columns, data }: Matrix, row: number, vector: Float32Array): number {
  const start = row * columns;
  let sum = 0;
  for (let column = 0; column < columns; column++) sum += data[start + column] * vector[column];
  return sum;
}

function normalizeRows({ rows, columns, data }: Matrix): Matrix {
  const normalized = data.slice();
  for (let row = 0; row < rows; row++) {
    const values = normalized.subarray(row * columns, (row + 1) * columns);
    let square = 0;
    for (const value of values) square += value * value;
    const length = Math.sqrt(square) || 1;
    for (let column = 0; column < columns; column++) values[column] /= length;
  }
  return { rows, columns, data: normalized };
}
