import { dot, type Matrix, rowOf } from '../../tensor/matrix.ts';

export interface TopKList {
  /** Best first, equal scores by lower item; -1 where there are fewer than k. */
  readonly items: Int32Array;
  /** Their scores; -Infinity where there are fewer than k. */
  readonly scores: Float32Array;
}

/** The k items with the largest dot products, by sorting all of them. NaN scores and excluded items are left out. */
export function topKReference(
  items: Matrix,
  query: Float32Array,
  k: number,
  excluded: ReadonlySet<number>,
): TopKList {
  const scores = Float32Array.from({ length: items.rows }, (_, i) => dot(rowOf(items, i), query));
  const order = Array.from(scores.keys())
    .filter((i) => !excluded.has(i) && !Number.isNaN(scores[i]))
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, k);
  const list = { items: new Int32Array(k).fill(-1), scores: new Float32Array(k).fill(-Infinity) };
  list.items.set(order);
  list.scores.set(order.map((i) => scores[i]!));
  return list;
}
