import { setImmediate } from 'node:timers/promises';
import type { BipartiteGraph, Edges } from '../graph/bipartite-graph.ts';
import { degreeOf } from '../graph/csr.ts';
import { type RankingMetrics, RankingTally } from './ranking-metrics.ts';

/** Anything that ranks items for users: a model, popularity, a shop's whole pipeline. */
export interface Ranker {
  /**
   * Returns the `k` best items for each user, best first, without the user's training items:
   * users.length * k ids, -1 where there are fewer.
   */
  rank(users: Int32Array, k: number): Int32Array | Promise<Int32Array>;
}

export interface EvaluationOptions {
  readonly ranker: Ranker;
  /** The training graph, which defines novelty and the numbers of users and items. */
  readonly train: BipartiteGraph;
  /** Held-out interactions; repeated pairs count once. */
  readonly test: Edges;
  /** Cut-offs. */
  readonly ks?: readonly number[];
  readonly signal?: AbortSignal;
}

/** On 100,000 items, a call of a ranker that computes on this thread takes a few tenths of a second. */
const USERS_PER_CALL = 512;

/**
 * Ranks all items for every user of `test`, measures the lists, and returns one result for each K, in order. Exact, without sampling. Yields to
 * the event loop between calls of the ranker, and rejects with the signal's reason when aborted. `RankingMetrics` has the formulas.
 *
 * @example
 * import { buildBipartiteGraph, createPopularityRanker, evaluateRanking } from '@kindred/gnn';
 *
 * const train = buildBipartiteGraph({ users: Int32Array.of(0, 0, 1), items: Int32Array.of(0, 1, 2) });
 * const test = { users: Int32Array.of(1), items: Int32Array.of(0) };
 * const [metrics] = await evaluateRanking({ ranker: createPopularityRanker(train), train, test, ks: [2] });
 * console.log(metrics.recall); // 1
 */
export async function evaluateRanking(options: EvaluationOptions): Promise<RankingMetrics[]> {
  const { ranker, train, test, ks = [20], signal } = options;
  const relevant = groupByUser(test);
  const users = Int32Array.from(relevant.keys()).sort();
  const itemDegrees = Int32Array.from({ length: train.numItems }, (_, i) => degreeOf(train.itemUsers, i));
  const tallies = ks.map((k) => new RankingTally(k, itemDegrees, train.numUsers));
  const longest = Math.min(Math.max(...ks), train.numItems);
  for (let from = 0; from < users.length; from += USERS_PER_CALL) {
    if (from > 0) await setImmediate();
    signal?.throwIfAborted();
    const some = users.subarray(from, from + USERS_PER_CALL);
    const lists = await ranker.rank(some, longest);
    some.forEach((user, j) => {
      const list = lists.subarray(j * longest, (j + 1) * longest);
      for (const tally of tallies) tally.add(list, relevant.get(user)!);
    });
  }
  return tallies.map((tally) => tally.metrics);
}

function groupByUser({ users, items }: Edges): Map<number, Set<number>> {
  if (users.length !== items.length) {
    throw new RangeError(
      `Each test interaction needs a user and an item, but there are ${users.length} and ${items.length}.`,
    );
  }
  const groups = new Map<number, Set<number>>();
  for (let e = 0; e < users.length; e++) {
    const group = groups.get(users[e]!);
    if (group) group.add(items[e]!);
    else groups.set(users[e]!, new Set([items[e]!]));
  }
  return groups;
}
