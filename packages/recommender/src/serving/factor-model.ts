import { type Matrix, rowOf, TopKIndex } from '@kindred/gnn';
import type { ModelIdentity } from '../models/model-kind.ts';
import { bestScored } from './best-scored.ts';
import { recency } from './recency.ts';
import type { RecommenderModel, ScoredItem } from './recommender-model.ts';
import { together } from './together.ts';

/** The parts of a trained factor model. All matrices are row-major and have the same width. */
export interface Factors extends ModelIdentity {
  readonly userEmbeddings: Matrix;
  readonly itemEmbeddings: Matrix;
  /** Each item's contribution to the vector of a history: see `LightGCN.foldIn`. */
  readonly foldInVectors: Matrix;
}

interface Asked {
  readonly vector: Float32Array;
  readonly exclude: ReadonlySet<number>;
  readonly k: number;
}

/** Serves by dot products of a user's vector, or a folded-in history, with every item's vector. */
export function createFactorModel(factors: Factors): RecommenderModel {
  const { userIds, itemIds, userEmbeddings, itemEmbeddings, foldInVectors } = factors;
  const userIndex = new Map(userIds.map((userId, index) => [userId, index]));
  const itemIndex = new Map(Array.from(itemIds, (itemId, index) => [itemId, index]));
  const byScore = new TopKIndex(itemEmbeddings);
  const directions = normalizeRows(itemEmbeddings);
  const byAngle = new TopKIndex(directions);

  function indicesOf(ids: Iterable<number>): number[] {
    const indices: number[] = [];
    for (const itemId of ids) {
      const index = itemIndex.get(itemId);
      if (index !== undefined) indices.push(index);
    }
    return indices;
  }

  const scoredItems = (items: Int32Array, scores: Float32Array): ScoredItem[] => {
    const found = items.indexOf(-1);
    return Array.from(found === -1 ? items : items.subarray(0, found), (item, rank) => ({
      itemId: itemIds[item],
      score: scores[rank],
    }));
  };

  function best(index: TopKIndex, vector: Float32Array, exclude: Iterable<number>, k: number): ScoredItem[] {
    const { items, scores } = index.search(vector, { k, exclude: indicesOf(exclude) });
    return scoredItems(items, scores);
  }

  const bestSoon = together<Asked, ScoredItem[]>((asks) => {
    const queries = new Float32Array(asks.length * byScore.dim);
    asks.forEach(({ vector }, index) => {
      queries.set(vector, index * byScore.dim);
    });
    const most = Math.max(...asks.map(({ k }) => k));
    const exclude = asks.map((ask) => indicesOf(ask.exclude));
    const { items, scores } = byScore.searchBatch(queries, { k: most, exclude });
    return asks.map(({ k }, index) => {
      const start = index * most;
      return scoredItems(items.subarray(start, start + k), scores.subarray(start, start + k));
    });
  });

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

  function rank(
    vector: Float32Array,
    { among, exclude, k }: { among: readonly number[] | undefined; exclude: ReadonlySet<number>; k: number },
  ): ScoredItem[] {
    return among
      ? bestAmong(itemEmbeddings, vector, { among, exclude, k })
      : best(byScore, vector, exclude, k);
  }

  /** sum of w_i f_i / sqrt(sum of w_i), with w = 1, .85, .85^2 ... starting at the newest. */
  function foldIn(history: readonly number[]): Float32Array | undefined {
    const known = indicesOf(history);
    if (known.length === 0) return undefined;
    const vector = new Float32Array(foldInVectors.columns);
    let total = 0;
    known.forEach((item, age) => {
      const weight = recency ** age;
      total += weight;
      const start = item * vector.length;
      for (let column = 0; column < vector.length; column++)
        vector[column] += weight * foldInVectors.data[start + column];
    });
    return vector.map((value) => value / Math.sqrt(total));
  }

  function vectorOf(userId: string, recent: readonly number[]): Float32Array | undefined {
    const user = userIndex.get(userId);
    if (user === undefined) return undefined;
    const learnt = rowOf(userEmbeddings, user);
    const since = foldIn(recent);
    return since ? learnt.map((value, column) => value + since[column]) : learnt;
  }

  return {
    version: factors.version,
    kind: factors.kind,
    numUsers: userIds.length,
    numItems: itemIds.length,
    knowsUser: (userId) => userIndex.has(userId),
    knowsItem: (itemId) => itemIndex.has(itemId),

    recommendForUser({ userId, recent, exclude, k, among }) {
      const vector = vectorOf(userId, recent);
      return vector ? rank(vector, { exclude, k, among }) : [];
    },

    async recommendSoon({ userId, recent, history, exclude, k }) {
      const learnt = userId === undefined ? undefined : vectorOf(userId, recent);
      const vector = learnt ?? foldIn(history);
      return vector ? bestSoon({ vector, exclude, k }) : [];
    },

    recommendForHistory({ history, exclude, k, among }) {
      const vector = foldIn(history);
      return vector ? rank(vector, { exclude, k, among }) : [];
    },

    similarItems(itemId, k, among) {
      const item = itemIndex.get(itemId);
      if (item === undefined) return [];
      const direction = rowOf(directions, item);
      return among
        ? bestAmong(directions, direction, { among, exclude: new Set([itemId]), k })
        : best(byAngle, direction, [itemId], k);
    },

    strongestReason(history, itemId) {
      const item = itemIndex.get(itemId);
      if (item === undefined) return undefined;
      const target = rowOf(itemEmbeddings, item);
      let strongest: number | undefined;
      let most = 0;
      for (const candidate of history) {
        const index = itemIndex.get(candidate);
        if (index === undefined) continue;
        const score = dot(rowOf(foldInVectors, index), target);
        if (score > most) [strongest, most] = [candidate, score];
      }
      return strongest;
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

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let column = 0; column < a.length; column++) sum += a[column] * b[column];
  return sum;
}

function normalizeRows({ rows, columns, data }: Matrix): Matrix {
  const normalized = data.slice();
  for (let row = 0; row < rows; row++) {
    const values = normalized.subarray(row * columns, (row + 1) * columns);
    const length = Math.sqrt(dot(values, values)) || 1;
    for (let column = 0; column < columns; column++) values[column] /= length;
  }
  return { rows, columns, data: normalized };
}
