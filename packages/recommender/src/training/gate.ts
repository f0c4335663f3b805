import type { Ranker } from '@kindred/gnn';
import type { Edges } from '../interactions/split.ts';

export type Gate = { readonly passed: true } | { readonly passed: false; readonly reason: string };

/** Standard errors that a difference has to exceed before it counts as worse. */
const tolerance = 2;

/**
 * Whether a model may serve: its Recall@K must not lie below that of the floor by more than chance explains.
 * Both rank for the same users, so the difference is taken user by user (a paired comparison).
 */
export async function gateAgainst({
  model,
  floor,
  test,
  k,
}: {
  model: Ranker;
  floor: Ranker;
  test: Edges;
  k: number;
}): Promise<Gate> {
  const relevant = new Map<number, Set<number>>();
  test.users.forEach((user, edge) => {
    const items = relevant.get(user) ?? new Set();
    relevant.set(user, items.add(test.items[edge]));
  });
  const users = Int32Array.from(relevant.keys());
  const [modelRecall, floorRecall] = [
    await recallByUser(model, users, relevant, k),
    await recallByUser(floor, users, relevant, k),
  ];
  const differences = modelRecall.map((recall, index) => recall - floorRecall[index]);
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  const variance =
    differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, differences.length - 1);
  const standardError = Math.sqrt(variance / differences.length);
  if (mean >= -tolerance * standardError) return { passed: true };
  return {
    passed: false,
    reason: `Recall@${k} is ${(-mean).toFixed(4)} below popularity's (standard error ${standardError.toFixed(4)}, ${users.length} users)`,
  };
}

async function recallByUser(
  ranker: Ranker,
  users: Int32Array,
  relevant: ReadonlyMap<number, ReadonlySet<number>>,
  k: number,
): Promise<number[]> {
  const lists = await ranker.rank(users, k);
  return Array.from(users, (user, index) => {
    const wanted = relevant.get(user)!;
    const hits = lists.subarray(index * k, (index + 1) * k).filter((item) => wanted.has(item)).length;
    return hits / wanted.size;
  });
}
