/**
 * @file Metrics of top-K lists, as the LightGCN code base defines them: all items except the user's training items are ranked,
 * users without test items do not count, and each metric is a mean over users.
 */

/** A mean over users of each metric at one cut-off K. */
export interface RankingMetrics {
  readonly k: number;
  /** The number of users in the mean. */
  readonly numUsers: number;
  /** Hits / test items of the user. */
  readonly recall: number;
  /** See `confidenceInterval`. */
  readonly recallInterval: readonly [low: number, high: number];
  /** Hits / K. */
  readonly precision: number;
  /** DCG with gain 1 / log2(rank + 1), divided by that of a list that begins with the user's test items. */
  readonly ndcg: number;
  readonly ndcgInterval: readonly [low: number, high: number];
  /** The share of users with at least one hit. */
  readonly hitRate: number;
  /** 1 / rank of the first hit, 0 without one. */
  readonly mrr: number;
  /** The share of all items that are recommended to at least one user. */
  readonly coverage: number;
  /** The mean over recommendations of -log2(share of users that know the item), in bits. An item that no user knows counts as known by one. */
  readonly novelty: number;
  /** Inequality of how often items are recommended: 0 if all are recommended equally often, near 1 if few items get all recommendations. */
  readonly gini: number;
}

/** Adds up users' lists at one cut-off. */
export class RankingTally {
  readonly #k: number;
  readonly #selfInformation: Float64Array;
  readonly #timesRecommended: Float64Array;
  #numUsers = 0;
  #recall = 0;
  #squaredRecall = 0;
  #precision = 0;
  #ndcg = 0;
  #squaredNdcg = 0;
  #hitRate = 0;
  #mrr = 0;
  #novelty = 0;
  #numRecommendations = 0;

  /** `itemDegrees`: how many of `numUsers` users know each item. */
  constructor(k: number, itemDegrees: Int32Array, numUsers: number) {
    this.#k = k;
    this.#selfInformation = Float64Array.from(
      itemDegrees,
      (degree) => -Math.log2(Math.max(1, degree) / numUsers),
    );
    this.#timesRecommended = new Float64Array(itemDegrees.length);
  }

  /** Adds a user's list, best first (its first K count; -1 ends it), and the distinct items that are right. */
  add(list: Int32Array, relevant: ReadonlySet<number>): void {
    let hits = 0;
    let gain = 0;
    let firstRank = 0;
    for (let rank = 1; rank <= Math.min(this.#k, list.length); rank++) {
      const item = list[rank - 1]!;
      if (item < 0) break;
      this.#timesRecommended[item]!++;
      this.#novelty += this.#selfInformation[item]!;
      this.#numRecommendations++;
      if (!relevant.has(item)) continue;
      hits++;
      gain += 1 / Math.log2(rank + 1);
      if (firstRank === 0) firstRank = rank;
    }
    this.#numUsers++;
    const recall = hits / relevant.size;
    const ndcg = gain / idealGain(Math.min(this.#k, relevant.size));
    this.#recall += recall;
    this.#squaredRecall += recall ** 2;
    this.#precision += hits / this.#k;
    this.#ndcg += ndcg;
    this.#squaredNdcg += ndcg ** 2;
    this.#hitRate += hits > 0 ? 1 : 0;
    this.#mrr += firstRank > 0 ? 1 / firstRank : 0;
  }

  get metrics(): RankingMetrics {
    const users = Math.max(1, this.#numUsers);
    return {
      k: this.#k,
      numUsers: this.#numUsers,
      recall: this.#recall / users,
      recallInterval: confidenceInterval(this.#numUsers, this.#recall, this.#squaredRecall),
      precision: this.#precision / users,
      ndcg: this.#ndcg / users,
      ndcgInterval: confidenceInterval(this.#numUsers, this.#ndcg, this.#squaredNdcg),
      hitRate: this.#hitRate / users,
      mrr: this.#mrr / users,
      coverage: this.#timesRecommended.filter((times) => times > 0).length / this.#timesRecommended.length,
      novelty: this.#novelty / Math.max(1, this.#numRecommendations),
      gini: giniOf(this.#timesRecommended),
    };
  }
}

function idealGain(numRelevant: number): number {
  let gain = 0;
  for (let rank = 1; rank <= numRelevant; rank++) gain += 1 / Math.log2(rank + 1);
  return gain;
}

/** 95 % of the standard normal distribution are between minus this and this. */
const Z_95 = 1.959964;

/**
 * The 95 % confidence interval of a mean of `count` values from 0 to 1, from their sum and the sum of their squares: the normal
 * approximation, mean ± 1.96 standard errors, cut to 0 to 1. It covers the choice of test users, not another
 * training. If all values are equal, the interval has no width. Fewer than two values yield 0 to 1.
 */
export function confidenceInterval(
  count: number,
  sum: number,
  sumOfSquares: number,
): [low: number, high: number] {
  if (count < 2) return [0, 1];
  const mean = sum / count;
  const variance = Math.max(0, sumOfSquares - count * mean ** 2) / (count - 1);
  const reach = Z_95 * Math.sqrt(variance / count);
  return [Math.max(0, mean - reach), Math.min(1, mean + reach)];
}

/** The Gini coefficient of numbers that are not negative; 0 when all are zero. */
export function giniOf(values: Float64Array): number {
  const sorted = values.slice().sort();
  let total = 0;
  let weighted = 0;
  sorted.forEach((value, i) => {
    total += value;
    weighted += (2 * (i + 1) - sorted.length - 1) * value;
  });
  return total > 0 ? weighted / (sorted.length * total) : 0;
}
